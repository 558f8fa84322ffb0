/**
 * The control: a voice as it is usually counted: look whether it is there, then add it. In between it waits until as many
 * calls as `together` have looked, so that the race happens on a machine of any speed.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const PAUSE_MS = 20;

exports.main = async ({ wishId, memberId, together = 1 }) => {
  const wish = db.collection('wishes').doc(wishId);
  const { data } = await wish.get();
  if (data.voices.some(voice => voice.memberId === memberId)) return { state: 'ALREADY' };
  const { command: _ } = db;
  await wish.update({ data: { looked: _.inc(1) } });
  for (let looked = 0; looked < together;) {
    looked = (await wish.get()).data.looked;
    if (looked < together) await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  await wish.update({ data: { voices: _.push([{ memberId, at: Date.now(), when: [] }]), voiceCount: _.inc(1) } });
  return { state: 'JOINED' };
};
