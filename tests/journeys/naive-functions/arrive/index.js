/**
 * The control: a check-in that reads the roll and writes it back with one mark more. In between it waits until as many calls
 * as `together` have read it, so that the race happens on a machine of any speed.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const PAUSE_MS = 20;

exports.main = async ({ rollId, memberId, together = 1 }) => {
  const roll = db.collection('rolls').doc(rollId);
  const { data } = await roll.get();
  const { command: _ } = db;
  await roll.update({ data: { readers: _.inc(1) } });
  for (let readers = 0; readers < together;) {
    readers = (await roll.get()).data.readers;
    if (readers < together) await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  const marks = [...data.marks, { nonce: `self-${memberId}`, memberId }];
  await roll.update({ data: { marks: _.set(marks), markCount: marks.length } });
  return { state: 'ARRIVED' };
};
