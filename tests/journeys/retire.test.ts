import type { CheckReport, Standing } from '../../domain/model';
import type { Roll } from '../../domain/roll/roll';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { good } from './classroom';
import { DAY, startRemembered, type Somebody } from './remembered';
import { range, SOUND, startScene, type Scene } from './scene';

/** Every night what has been kept as long as the declaration says goes: notices first, names of old classes last. */
const YEAR = 365 * DAY;
let scene: Awaited<ReturnType<typeof startRemembered>>;
let me: Somebody;
beforeAll(async () => {
  scene = await startRemembered(2);
  [me] = scene.people as [Somebody, Somebody];
  await scene.emulator.database.import('batches', [
    { ...scene.emulator.database.read('batches')[0], lastLessonAt: Date.now() + 20 * DAY },
  ]);
});
afterAll(() => scene.stop());

const nightAfter = async (ms: number): Promise<CheckReport> => {
  scene.emulator.setClock(ms);
  return ((await scene.emulator.fireTimer('nightly')) as { data: CheckReport }).data;
};
const count = (name: string) => scene.emulator.database.read(name).length;

test('the first night nothing is old enough', async () => {
  expect(await nightAfter(0)).not.toHaveProperty('retired');
  expect([count('notices'), count('outbox'), count('invites')]).toEqual([2, 2, 4]);
});

test('after a month what was told is out of the outbox, after a year the notices are gone, and the report says so', async () => {
  expect((await nightAfter(31 * DAY)).retired).toEqual({ outbox: 2 });

  const report = await nightAfter(YEAR + DAY);

  expect(report.retired).toEqual({ notices: 2, consents: 2, follows: 2, invites: 4, rehearsals: 2, checks: 1 });
  expect(scene.emulator.database.read('checks').find(one => one['_id'] === report._id)).toMatchObject({
    retired: report.retired,
  });
  expect(await nightAfter(YEAR + DAY)).not.toHaveProperty('retired');
});

test('what a whole crowd was told goes in one night', async () => {
  await scene.emulator.database.import(
    'notices',
    range(1_203).map(i => ({ _id: `crowd-${i}`, memberId: `m${i}`, createdAt: Date.now() })),
  );

  expect((await nightAfter(YEAR + 2 * DAY)).retired).toEqual({ notices: 1_203 });
});

test('a year after its last lesson nobody can say any more who was turned away', async () => {
  expect((await nightAfter(YEAR + 25 * DAY)).retired).toMatchObject({ tallies: 1 });
});

test('three years after its last lesson a class has as many people as before, and no names', async () => {
  const before = scene.line('over');
  expect((await nightAfter(3 * YEAR + 10 * DAY)).retired ?? {}).not.toHaveProperty('sections');
  expect(scene.line('over')).toEqual(before);

  expect((await nightAfter(3 * YEAR + 25 * DAY)).retired).toMatchObject({ sections: 3 });

  const after = scene.line('over');
  expect([after.length, new Set(after).size, after.every(isAnonymous)]).toEqual([before.length, before.length, true]);
  const [first] = scene.emulator.database.read<Roll>('rolls');
  expect(first?.expected).toEqual(after.slice(0, 2));
  expect(JSON.stringify(scene.emulator.database.read('rolls'))).not.toContain(me.memberId);
  const standings = scene.emulator.database.read<Standing>('standings');
  expect(standings.map(({ holds, batches }) => [holds, batches])).toEqual(standings.map(() => [[], {}]));
  expect(scene.healing()).toEqual(SOUND);
  expect((await good(me.call('line.mine', {}))).places).toEqual([]);
});

test('who was not heard of for three years is told, and only who stays silent is erased a month later', async () => {
  const [, other] = scene.people as [Somebody, Somebody];
  const told = () =>
    scene
      .notices()
      .filter(one => one.kind === 'LONG_AWAY')
      .map(one => one.memberId);
  expect(told().sort()).toEqual(expect.arrayContaining([me.memberId, other.memberId].sort()));
  const { name, phone } = other;
  await good(other.call('member.save', { name, phone, employer: '新单位', unionMember: true }));

  await nightAfter(3 * YEAR + 50 * DAY);
  expect((await good(me.call('member.me', {}))).profile).not.toBeNull();
  await nightAfter(3 * YEAR + 60 * DAY);

  expect((await good(me.call('member.me', {}))).profile).toBeNull();
  expect((await good(other.call('member.me', {}))).profile).toMatchObject({ employer: '新单位' });
});

describe('of whom nothing was heard for years', () => {
  const hex = (n: number) => n.toString(16).padStart(4, '0');
  const member = (n: number) => ({
    _id: `m${hex(n)}${'0'.repeat(20)}`,
    openid: `o-silent-${n}`,
    name: '何燕',
    phone: '13594218830',
    employer: '永川区文化馆',
    unionMember: true,
    roles: [],
    createdAt: 1,
    updatedAt: 1,
  });
  const holding = (n: number) => ({
    _id: member(n)._id,
    holds: [{ sectionId: 'tea', batchId: 'b', at: 1 }],
    batches: { b: { settledAt: 1, count: 1 } },
  });
  let years: Scene;
  beforeEach(async () => {
    years = await startScene({ sections: { tea: {} }, workers: 0, emulator: { instances: { min: 0, max: 1 } } });
  });
  afterEach(() => years.stop());
  const night = async (ms: number) => {
    years.emulator.setClock(ms);
    return ((await years.emulator.fireTimer('nightly')) as { data: CheckReport }).data;
  };
  const warned = () => years.notices().filter(one => one.kind === 'LONG_AWAY').length;
  const upTo = (report: CheckReport) =>
    years.emulator.database.read<CheckReport>('checks').find(one => one._id === report._id)?.membersUpTo;

  test('501 people who have a place stand in nobody’s way: the silent one behind them is told, and gone after 30 days', async () => {
    const LOYAL = 501;
    await years.emulator.database.import('members', range(LOYAL + 1).map(member));
    await years.emulator.database.import('standings', range(LOYAL).map(holding));
    const line = range(LOYAL).map(n => ({ memberId: member(n)._id, at: 1 }));
    await years.set('sections', { ...years.section('tea'), capacity: LOYAL, line, lineCount: LOYAL });

    expect(upTo(await night(0))).toBe('');
    expect(years.notices().map(one => one.memberId)).toEqual([member(LOYAL)._id]);
    expect((await night(31 * DAY)).retired).toMatchObject({ members: 1 });
    const left = years.emulator.database.read('members').map(one => one['_id']);
    expect(left).toHaveLength(LOYAL);
    expect(left).not.toContain(member(LOYAL)._id);
  });

  test('one night forgets fifty, the next goes on from there, and the report names nobody', async () => {
    const SILENT = 70;
    await years.emulator.database.import('members', range(SILENT).map(member));
    await night(0);
    expect(warned()).toBe(SILENT);

    const first = await night(31 * DAY);
    expect(first.retired).toMatchObject({ members: 50 });
    expect(upTo(first)).toBe(`m${hex(49)}`);
    const second = await night(32 * DAY);
    expect(second.retired).toMatchObject({ members: SILENT - 50 });
    expect(upTo(second)).toBe('');
  });
});
