const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// The control: it looks who waits, and raises the capacity when ten more have come meanwhile: they move up untold.
exports.main = async ({ sectionId, capacity }) => {
  const db = cloud.database();
  const section = db.collection('sections').doc(sectionId);
  const { data } = await section.get();
  const up = data.line.slice(data.capacity, capacity);
  while ((await section.get()).data.lineCount < data.lineCount + 10);
  await section.update({ data: { capacity, revision: db.command.inc(1) } });
  for (const { memberId } of up)
    await db.collection('notices').add({ data: { kind: 'PROMOTED', sectionId, memberId, createdAt: Date.now() } });
};
