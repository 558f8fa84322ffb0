import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AnswerOf, EndpointName, Input, Output } from '../../domain/api';
import { functionOf } from '../../domain/functions';

/**
 * `npm start` on a data folder of the version of 27 November 2026, before documents had holders and attendees and before
 * functions were divided by heat. Its own functions wrote everything in it: two classes in the line of five people, one
 * of whom dropped; a lesson that was held, and one with a leave and a lent seat; a change by staff; a draft; an invitation.
 * Nothing is migrated: old documents are read as they are.
 */
const OLD = join(__dirname, 'before-the-house');
const START = join(__dirname, '../../dist/tools/start.js');

let data: string;
let child: ChildProcess;
let url: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'old-folder-'));
  copyFileSync(join(OLD, 'format.json'), join(data, 'format.json'));
  writeFileSync(join(data, 'documents.mdb'), gunzipSync(readFileSync(join(OLD, 'documents.mdb.gz'))));
  child = spawn(process.execPath, [START, '--no-open', '--data', data, '--port', '0']);
  let said = '';
  url = await new Promise((resolve, reject) => {
    child.stderr!.on('data', chunk => (said += chunk));
    child.stdout!.on('data', chunk => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found && said.includes('Ctrl + C')) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  expect(said).toContain('接着上次的数据继续');
});
afterAll(async () => {
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
});

const openidOf = (who: string) => `oBefore${who}`.padEnd(28, '0');
async function ask<N extends EndpointName>(who: string, endpoint: N, input: Input<N>): Promise<AnswerOf<N>> {
  const reply = await fetch(`${url}/call/${functionOf(endpoint)}`, {
    method: 'POST',
    headers: { 'x-wx-openid': openidOf(who), 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, input }),
  });
  return (await reply.json()) as AnswerOf<N>;
}
async function told<N extends EndpointName>(who: string, endpoint: N, input: Input<N>): Promise<Output<N>> {
  const answer = (await ask(who, endpoint, input)) as { ok: boolean; data: Output<N> };
  if (!answer.ok) throw new Error(`${endpoint}: ${JSON.stringify(answer)}`);
  return answer.data;
}
const placesOf = async (who: string) =>
  (await told(who, 'line.mine', {})).places.map(({ place }) => [place.sectionId, place.state, place.number]);

test('everybody is where they were', async () => {
  expect(await placesOf('Zhou')).toEqual(
    expect.arrayContaining([
      ['tea', 'SEATED', 1],
      ['choir', 'SEATED', 1],
    ]),
  );
  expect(await placesOf('Zhang')).toEqual([['tea', 'SEATED', 2]]);
  expect(await placesOf('He')).toEqual([['tea', 'WAITING', 1]]);
  expect(await placesOf('Lin')).toEqual([]);
  expect((await told('Zhang', 'member.notices', {})).notices.map(one => one.kind)).toEqual(['PROMOTED']);
});

test('marks, leaves and lent seats stand', async () => {
  const held = await told('Staff', 'attendance.lesson', { sectionId: 'tea', lessonIndex: 0 });
  expect(held.people.find(one => one.name === '周建强')).toMatchObject({ mark: { state: 'present' } });

  const { lent } = await told('He', 'lesson.mine', {});
  expect(lent).toMatchObject([{ section: { sectionId: 'tea' }, lessonIndex: 1 }]);
});

test('what staff did and began is there', async () => {
  const { entries } = await told('Staff', 'staff.record', {});
  expect(entries.map(one => one.summary)).toContain('茶艺合唱班：名额从 2 改为 3');
  expect((await told('Staff', 'draft.read', { draftId: 'b-act-before-0002' })).sections).toHaveLength(2);
  expect((await told('Staff', 'staff.batch', { batchId: 'b' })).sections).toHaveLength(2);
  const own = await told('Zhou', 'member.data', {});
  expect(JSON.stringify(own)).toContain('周建强');
});

test('life goes on: somebody joins, somebody drops, the next moves up, and the nightly check finds nothing wrong', async () => {
  expect(await told('Wu', 'line.claim', { batchId: 'b', sectionId: 'tea' })).toMatchObject({
    place: { state: 'WAITING', number: 2 },
  });
  expect(await told('Zhang', 'line.drop', { sectionId: 'tea' })).toEqual({ left: 'SEATED' });

  expect(await placesOf('He')).toEqual([['tea', 'SEATED', 2]]);
  expect(await placesOf('Wu')).toEqual([['tea', 'WAITING', 1]]);
  expect(await told('Staff', 'staff.check', {})).toMatchObject({
    report: { alarms: [], healed: { missingHolds: 0, unusedHolds: 0 } },
  });
});
