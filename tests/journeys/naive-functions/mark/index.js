/**
 * The control: a mark as it is usually kept: look whether it is there, then add it. In between it waits until as many calls
 * as `together` have looked, so that the race happens on a machine of any speed.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const PAUSE_MS = 20;

exports.main = async ({ rollId, nonce, memberId, together = 1 }) => {
  const roll = db.collection('rolls').doc(rollId);
  const { data } = await roll.get();
  if (data.marks.some(mark => mark.nonce === nonce)) return { state: 'ALREADY' };
  const { command: _ } = db;
  await roll.update({ data: { [`looked.${nonce}`]: _.inc(1) } });
  for (let looked = 0; looked < together;) {
    looked = (await roll.get()).data.looked[nonce];
    if (looked < together) await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  await roll.update({ data: { marks: _.push([{ nonce, memberId }]), markCount: _.inc(1) } });
  return { state: 'MARKED' };
};
