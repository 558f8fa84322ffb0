/**
 * The control: a merging in two steps without a transaction. It looks at both wishes, waits until somebody has joined one of
 * them, and writes what it saw.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const PAUSE_MS = 20;

exports.main = async ({ wishId, into }) => {
  const wishes = db.collection('wishes');
  const read = async id => (await wishes.doc(id).get()).data;
  const [from, to] = [await read(wishId), await read(into)];
  while ((await read(into)).voiceCount === to.voiceCount) await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  const there = new Set(to.voices.map(voice => voice.memberId));
  const voices = [...to.voices, ...from.voices.filter(voice => !there.has(voice.memberId))];
  await wishes.doc(into).update({ data: { voices: db.command.set(voices), voiceCount: voices.length } });
  await wishes.doc(wishId).update({ data: { state: 'merged', mergedInto: into } });
  return { voiceCount: voices.length };
};
