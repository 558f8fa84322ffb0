/** Two guarded updates of the shapes that a winning claim has, with no logic around them; the second returns. */
const { init, SYMBOL_CURRENT_ENV } = require('@cloudbase/node-sdk');
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const below = init({ env: SYMBOL_CURRENT_ENV, keepalive: true }).database();
const _ = db.command;

exports.main = async event => {
  const { OPENID } = cloud.getWXContext();
  const at = Date.now();
  await db
    .collection('people')
    .where({ _id: OPENID, 'batches.bench.count': _.lt(2), 'holds.sectionId': _.nin([event.sectionId]) })
    .update({ data: { holds: _.push([{ sectionId: event.sectionId, at }]), 'batches.bench.count': _.inc(1) } });
  await below
    .collection('courses')
    .where({ _id: event.sectionId, lineCount: _.lt(1_000_000), 'line.memberId': _.neq(OPENID) })
    .updateAndReturn({ line: _.push([{ memberId: OPENID, at }]), lineCount: _.inc(1) });
  return { ok: false, code: 'FULL' };
};
