/**
 * The control: a claim as the usual mini-program template has it: look, decide, write. What our guards prevent must
 * happen here, else the journeys prove nothing; so it takes its time between looking and writing, and whoever comes at
 * once looks before the other writes, on a slow machine too.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const THINKING_MS = 60;

exports.main = async ({ memberId, sectionId }) => {
  const { data: section } = await db.collection('sections').doc(sectionId).get();
  const { data: standing } = await db.collection('standings').doc(memberId).get();
  const held = standing.holds.map(hold => hold.sectionId);
  if (section.line.length >= section.capacity) return { state: 'FULL' };
  if (section.line.some(entry => entry.memberId === memberId)) return { state: 'ALREADY' };
  if (held.length >= section.limit) return { state: 'LIMIT_REACHED' };
  if (held.some(id => section.clashIds.includes(id))) return { state: 'CLASH' };

  await new Promise(resolve => setTimeout(resolve, THINKING_MS));
  const at = Date.now();
  const { command: _ } = db;
  const line = { line: _.push([{ memberId, at }]), lineCount: _.inc(1) };
  await db.collection('sections').doc(sectionId).update({ data: line });
  const holds = { holds: _.push([{ sectionId, batchId: section.batchId, at }]) };
  await db.collection('standings').doc(memberId).update({ data: holds });
  return { state: 'SEATED' };
};
