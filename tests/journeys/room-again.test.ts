import { MINUTE, SECOND } from '../../domain/base/clock';
import type { Notice } from '../../domain/model';
import { MOST_FOLLOWED, MOST_FOLLOWERS, TELL_AFTER_MS, type ClassFollow } from '../../domain/telling/class-follow';
import type { FaultRule } from '../../emulator/emulator';
import { good } from './classroom';
import { made, tell } from './changing';
import { range, startScene, type Person, type Scene } from './scene';

/** 有空位时告诉我: whoever follows a full class is told once, all at one instant, however the line got room. */
let scene: Scene;
beforeEach(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 2, waitlistLimit: 1 }, guqin: { capacity: 1 } },
    workers: 40,
    emulator: { instances: { min: 0, max: 3 } },
  });
  for (const index of range(3)) await scene.worker(index).claim('tea');
  await scene.worker(0).claim('guqin');
});
afterEach(() => scene.stop());

const follow = (person: Person, sectionId = 'tea', on = true) => person.call('member.followClass', { sectionId, on });
const follows = (): ClassFollow[] => scene.emulator.database.read<ClassFollow>('classFollows');
const of = (sectionId: string) => follows().find(one => one._id === sectionId);
const told = (): Notice[] => scene.notices().filter(one => one.kind === 'ROOM_AGAIN');
const toldTo = () =>
  told()
    .map(one => one.memberId)
    .sort();
const ids = (from: number, to: number) =>
  people(from, to)
    .map(one => one.memberId)
    .sort();
const people = (from: number, to: number) => range(to - from).map(index => scene.worker(from + index));
const later = (ms: number) => scene.emulator.setClock(scene.emulator.now() - Date.now() + ms);
const seen = async (person: Person) =>
  (await good(person.call('member.notices', {}))).notices.filter(one => one.kind === 'ROOM_AGAIN');
const listed = async (person: Person) =>
  (await good(person.call('member.followedClasses', {}))).classes.map(one => one.sectionId);

test('one tap follows, one undoes it; both twice are once', async () => {
  const me = scene.worker(9);
  expect(await follow(me)).toMatchObject({ data: { follows: true } });
  expect(await follow(me)).toMatchObject({ data: { follows: true } });
  expect(of('tea')!.people.map(one => one.memberId)).toEqual([me.memberId]);
  expect(await good(me.call('member.followedClasses', {}))).toMatchObject({
    classes: [{ sectionId: 'tea', batchId: 'b', title: '茶艺tea' }],
  });
  expect(await listed(scene.worker(10))).toEqual([]);

  expect(await follow(me, 'tea', false)).toMatchObject({ data: { follows: false } });
  expect(await follow(me, 'tea', false)).toMatchObject({ data: { follows: false } });
  expect(await listed(me)).toEqual([]);
  await tell(scene);
  expect(follows()).toEqual([]);
});

test('refused: a class with room, one of mine, an unknown one, one called off, one that is closed, the eleventh', async () => {
  const me = scene.worker(9);
  await scene.set('sections', { ...scene.section('tea'), _id: 'roomy', capacity: 9 });
  await scene.set('sections', { ...scene.section('tea'), _id: 'off', cancelledAt: 1 });
  await scene.set('sections', { ...scene.section('tea'), _id: 'closed', closesAt: scene.emulator.now() - 1 });
  expect(await follow(me, 'roomy')).toMatchObject({ code: 'ROOM_LEFT' });
  expect(await follow(scene.worker(0))).toMatchObject({ code: 'IN_LINE_YOURSELF' });
  expect(await follow(scene.worker(2))).toMatchObject({ code: 'IN_LINE_YOURSELF' });
  expect(await follow(me, 'nowhere')).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  expect(await follow(me, 'off')).toMatchObject({ code: 'SECTION_CANCELLED' });
  expect(await follow(me, 'closed')).toMatchObject({ code: 'CLOSED' });
  expect(follows()).toEqual([]);

  for (const index of range(MOST_FOLLOWED)) {
    await scene.set('sections', { ...scene.section('tea'), _id: `full-${index}` });
    await good(follow(me, `full-${index}`));
  }
  expect(await follow(me)).toMatchObject({ code: 'FOLLOW_LIMIT' });
  await good(follow(me, 'full-0', false));
  expect(await follow(me)).toMatchObject({ data: { follows: true } });
});

test('as many follow it as can be told at one instant', async () => {
  const crowd = range(MOST_FOLLOWERS).map(index => ({ memberId: `m${index}`, at: index }));
  const document = { _id: 'tea', sectionId: 'tea', batchId: 'b', people: crowd, tellAt: null };
  await scene.emulator.database.import('classFollows', [document]);
  expect(await follow(scene.worker(9))).toMatchObject({ code: 'FOLLOWED_BY_MANY' });

  await scene.worker(2).drop('tea');
  later(10 * SECOND);
  await tell(scene);
  expect(new Set(told().map(one => one.createdAt)).size).toBe(1);
  expect(told()).toHaveLength(MOST_FOLLOWERS);
  // Everything was written before the instant at which it is shown.
  expect(told()[0]!.createdAt).toBeGreaterThan(scene.emulator.now());
}, 60_000);

test('a crowd follows at once: nobody is lost, and a person who taps four times follows once', async () => {
  const taps = people(5, 25).flatMap(person => range(4).map(() => follow(person)));
  const answers = await Promise.all(taps);

  expect(answers.filter(one => !one.ok && one.code !== 'BUSY')).toEqual([]);
  expect(
    of('tea')!
      .people.map(one => one.memberId)
      .sort(),
  ).toEqual(ids(5, 25));
});

test('control: who looks and then writes the list loses those who came between', async () => {
  const first = { _id: 'tea', sectionId: 'tea', batchId: 'b', people: [] as object[], tellAt: null };
  await scene.emulator.database.import('classFollows', [first]);
  const naive = async (memberId: string) => {
    const { people: before } = of('tea')!;
    await new Promise(resolve => setImmediate(resolve));
    await scene.emulator.database.import('classFollows', [{ ...first, people: [...before, { memberId, at: 1 }] }]);
  };
  await Promise.all(range(20).map(index => naive(`m${index}`)));
  expect(of('tea')!.people.length).toBeLessThan(20);
});

const makesRoom: [string, () => Promise<unknown>][] = [
  ['a drop', () => scene.worker(0).drop('tea')],
  ['a wait that is left', () => scene.worker(2).drop('tea')],
  [
    'more seats',
    async () => made(await scene.holder('staff', '王敏'), { kind: 'capacity', sectionId: 'tea', capacity: 3 }),
  ],
  [
    'somebody whom staff remove',
    async () =>
      made(await scene.holder('staff', '王敏'), {
        kind: 'removePerson',
        sectionId: 'tea',
        memberId: scene.worker(1).memberId,
      }),
  ],
  ['an erasure', () => scene.worker(1).call('member.erase', { confirmed: '删除我的资料' })],
];
test.each(makesRoom)(
  'told after %s: once, everybody at the same instant, and nobody before it',
  async (_, makeRoom) => {
    for (const person of people(9, 12)) await good(follow(person));
    await tell(scene);
    expect(told()).toEqual([]);

    await makeRoom();
    later(11 * SECOND);
    await tell(scene);
    const [{ createdAt }] = told() as [Notice];
    expect(toldTo()).toEqual(ids(9, 12));
    expect(new Set(told().map(one => one.createdAt)).size).toBe(1);
    expect(follows()).toEqual([]);

    for (const person of people(9, 12)) expect(await seen(person)).toEqual([]);
    scene.emulator.setClock(createdAt - Date.now());
    for (const person of people(9, 12)) expect(await seen(person)).toHaveLength(1);
    await tell(scene);
    expect(told()).toHaveLength(3);
  },
);

test('not before the place opens to newcomers, and not in the minutes of first-timers', async () => {
  await good(follow(scene.worker(9)));
  await scene.worker(0).drop('tea');
  await tell(scene);
  expect(told()).toEqual([]);

  const laterAt = scene.emulator.now() + 5 * MINUTE;
  await scene.set('sections', { ...scene.section('tea'), laterAt });
  later(MINUTE);
  await tell(scene);
  expect(told()).toEqual([]);

  scene.emulator.setClock(laterAt - Date.now());
  await tell(scene);
  expect(toldTo()).toEqual(ids(9, 10));
});

test('a place that somebody took before the minute was over tells nobody, and the follow goes on', async () => {
  for (const person of people(9, 11)) await good(follow(person));
  await scene.worker(0).drop('tea');
  later(11 * SECOND);
  await good(scene.worker(9).claim('tea'));
  await tell(scene);
  expect(told()).toEqual([]);
  // Whoever stands in the line follows it no longer.
  expect(of('tea')!.people.map(one => one.memberId)).toEqual(ids(10, 11));
  expect(await listed(scene.worker(9))).toEqual([]);

  await scene.worker(9).drop('tea');
  later(22 * SECOND);
  await tell(scene);
  expect(toldTo()).toEqual(ids(10, 11));
});

test('told again only after following again', async () => {
  await good(follow(scene.worker(9)));
  await scene.worker(0).drop('tea');
  later(11 * SECOND);
  await tell(scene);
  await good(scene.worker(20).claim('tea'));
  later(11 * SECOND + TELL_AFTER_MS);
  await good(follow(scene.worker(9)));
  await scene.worker(20).drop('tea');
  later(22 * SECOND + TELL_AFTER_MS);
  await tell(scene);
  expect(toldTo()).toEqual([scene.worker(9).memberId, scene.worker(9).memberId]);
});

test.each<[string, () => Promise<unknown>]>([
  ['closed', () => scene.set('sections', { ...scene.section('tea'), closesAt: scene.emulator.now() - 1 })],
  ['called off', () => scene.set('sections', { ...scene.section('tea'), cancelledAt: scene.emulator.now() })],
])('a class that is %s is followed by nobody any more', async (_, end) => {
  await good(follow(scene.worker(9)));
  await end();
  await tell(scene);
  expect(follows()).toEqual([]);
  expect(told()).toEqual([]);
});

test('killed at any operation, the next minute tells the rest: nobody twice, all at the same instant', async () => {
  for (const person of people(9, 14)) await good(follow(person));
  await scene.worker(0).drop('tea');
  later(11 * SECOND);

  let step = 0;
  for (; follows().length > 0; step += 1) {
    const when = step % 2 ? ('after' as const) : ('before' as const);
    const rule: FaultRule = { on: 'database', kind: 'kill', function: 'tell', skip: step, times: 1, when };
    scene.emulator.setFaults({ rules: [rule] });
    await tell(scene).catch(() => undefined);
    scene.emulator.setFaults({});
  }

  expect(step).toBeGreaterThan(5);
  await tell(scene);
  expect(toldTo()).toEqual(ids(9, 14));
  expect(new Set(told().map(one => one.createdAt)).size).toBe(1);
}, 120_000);

test('two timers at once tell once', async () => {
  for (const person of people(9, 20)) await good(follow(person));
  await scene.worker(0).drop('tea');
  later(11 * SECOND);
  await Promise.all([tell(scene), tell(scene)]);
  expect(toldTo()).toEqual(ids(9, 20));
});

test('an erased person follows nothing', async () => {
  const me = scene.worker(9);
  await good(follow(me));
  await good(follow(scene.worker(10)));
  expect(await good(me.call('member.data', {}))).toMatchObject({
    groups: expect.arrayContaining([expect.objectContaining({ key: 'classFollows', documents: 1 })]),
  });
  await good(me.call('member.erase', { confirmed: '删除我的资料' }));
  expect(of('tea')!.people.map(one => one.memberId)).toEqual(ids(10, 11));
});

test('a minute in which nobody follows anything costs one operation; a class that stays full costs three more', async () => {
  const operations = async () => {
    scene.emulator.database.resetOperations();
    await tell(scene);
    return Object.entries(scene.emulator.database.operations()).reduce((sum, [, count]) => sum + count, 0);
  };
  await tell(scene);
  const none = await operations();
  await good(follow(scene.worker(9)));
  expect(await operations()).toBe(none + 3);
});
