import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import { COLLECTIONS as DECLARED } from '../../domain/collections';
import { good } from './classroom';
import { COLLECTIONS } from '../collections';
import { startRemembered, type Somebody } from './remembered';

/** What a person sees and takes along is what the collections hold about them, and nothing of anybody else. */
let scene: Awaited<ReturnType<typeof startRemembered>>;
let me: Somebody;
let other: Somebody;
beforeAll(async () => {
  scene = await startRemembered(2);
  [me, other] = scene.people as [Somebody, Somebody];
});
afterAll(() => scene.stop());

/** In how many documents the id or the OPENID stands. */
const documentsOf = (name: string, { memberId, openid }: Somebody): number =>
  scene.emulator.database
    .read(name)
    .map(one => JSON.stringify(one))
    .filter(text => text.includes(memberId) || text.includes(openid)).length;

test('what is deployed has every collection that is declared, closed, and no other', () => {
  const deployed = JSON.parse(readFileSync(join(__dirname, '../../dist/functions/database.json'), 'utf8')) as {
    collections: { name: string; rule: string }[];
  };

  expect(deployed.collections.map(({ name, rule }) => [name, rule])).toEqual(COLLECTIONS.map(name => [name, 'closed']));
});

test('what is declared to be about nobody names nobody', () => {
  const silent = COLLECTIONS.filter(name => DECLARED[name].holds === null);
  expect(silent.map(name => [name, documentsOf(name, me)])).toEqual(silent.map(name => [name, 0]));
});

test('collection for collection, as many documents as name the person are shown, each with what it says', async () => {
  const { groups, erasingSince } = await good(me.call('member.data', {}));

  const held = COLLECTIONS.map(name => [name, documentsOf(name, me)] as const).filter(([, count]) => count > 0);
  expect(groups.map(group => [group.key, group.documents]).sort()).toEqual(held.map(pair => [...pair]).sort());
  expect(held.length).toBeGreaterThanOrEqual(11);
  for (const { key, title, kept, rows } of groups) {
    expect([key, title !== '' && kept !== '', rows.length > 0]).toEqual([key, true, true]);
    expect(rows.every(row => row.length > 0)).toBe(true);
  }
  expect(erasingSince).toBeNull();
});

test('the file says the same, sheet for sheet, in words and times that Excel understands', async () => {
  const { groups } = await good(me.call('member.data', {}));

  const { file, fileName } = await good(me.call('export.mine', {}));

  expect(fileName).toMatch(/^惠工课堂-我的数据-\d{4}-\d\d-\d\d\.xlsx$/);
  const sheets = await readXlsx(Buffer.from(file, 'base64'));
  expect(sheets.map(sheet => sheet.sheet)).toEqual(['目录', ...groups.map(group => group.title)]);
  groups.forEach((group, index) => expect(sheets[index + 1]?.data).toHaveLength(group.rows.length + 1));
  const text = JSON.stringify(sheets);
  for (const word of [me.name, me.phone, me.openid, '家里有事', '那天在加班', '候补已转为正式名额', '约 12 米'])
    expect(text).toContain(word);
  for (const word of [other.name, other.phone, other.openid, other.memberId]) expect(text).not.toContain(word);
});

test('who has never given anything is told that nothing is kept', async () => {
  expect(await good(scene.stranger('somebody new').call('member.data', {}))).toEqual({
    groups: [],
    erasingSince: null,
  });
});
