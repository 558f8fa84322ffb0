/** The control: a mark as it is usually kept: look whether it is there, then add it. It takes its time in between. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const THINKING_MS = 60;

exports.main = async ({ rollId, nonce, memberId }) => {
  const roll = db.collection('rolls').doc(rollId);
  const { data } = await roll.get();
  if (data.marks.some(mark => mark.nonce === nonce)) return { state: 'ALREADY' };
  await new Promise(resolve => setTimeout(resolve, THINKING_MS));
  const { command: _ } = db;
  await roll.update({ data: { marks: _.push([{ nonce, memberId }]), markCount: _.inc(1) } });
  return { state: 'MARKED' };
};
