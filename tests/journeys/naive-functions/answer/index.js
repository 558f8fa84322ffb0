/**
 * The control: an answer without a guard. It looks at the draft, says so, waits until staff have changed it, and writes what it
 * saw, with the answer.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const PAUSE_MS = 20;

exports.main = async ({ draftId, key }) => {
  const drafts = db.collection('drafts');
  const read = async () => (await drafts.doc(draftId).get()).data;
  const seen = await read();
  await drafts.doc(draftId).update({ data: { looked: true } });
  while ((await read()).revision === seen.revision) await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  const sections = seen.sections.map(one =>
    one.key === key ? { ...one, asked: { ...one.asked, answer: 'yes' } } : one,
  );
  await drafts.doc(draftId).update({ data: { sections: db.command.set(sections), revision: db.command.inc(1) } });
  return {};
};
