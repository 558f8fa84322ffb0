/** Two guarded updates and a read, as a claim is where `updateAndReturn` is not known, with no logic around them. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const _ = db.command;

exports.main = async event => {
  const { OPENID } = cloud.getWXContext();
  const at = Date.now();
  await db
    .collection('people')
    .where({ _id: OPENID, 'batches.bench.count': _.lt(2), 'holds.sectionId': _.nin([event.sectionId]) })
    .update({ data: { holds: _.push([{ sectionId: event.sectionId, at }]), 'batches.bench.count': _.inc(1) } });
  await db
    .collection('courses')
    .where({ _id: event.sectionId, lineCount: _.lt(1_000_000), 'line.memberId': _.neq(OPENID) })
    .update({ data: { line: _.push([{ memberId: OPENID, at }]), lineCount: _.inc(1) } });
  await db.collection('courses').doc(event.sectionId).get();
  return { ok: false, code: 'FULL' };
};
