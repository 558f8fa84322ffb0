import { REOPEN_MS } from '../../../domain/line/full-memory';
import { batch, decide, effectOf, full, now } from './change-views';
import { section } from '../line/sections';

/** When a place that comes back reopens is drawn: here always the earliest. */
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => jest.restoreAllMocks());

test('more seats: the line moves up and is told, once a promotion, and newcomers wait until the line reopens', () => {
  const effect = effectOf({ kind: 'capacity', capacity: 4 });

  expect(effect.section).toEqual({ capacity: 4, reopensAt: now + REOPEN_MS });
  expect(effect.batch).toEqual({ capacity: 12 });
  expect(effect.tell).toMatchObject([
    { kind: 'PROMOTED', push: 'promoted', to: [{ memberId: 'c', at: full().line[2]!.at }] },
  ]);
  expect(effect.affected).toEqual([{ memberId: 'c', text: '候补第 1 位 → 第 3 座' }]);
  expect(effect).toMatchObject({ summary: '名额从 2 改为 4', before: '2', after: '4', warnings: [] });
});

test('more seats in a line that was not full: open at once, nobody to tell', () => {
  const effect = effectOf({ kind: 'capacity', capacity: 3 }, { section: section({}, 'a') });
  expect(effect).toMatchObject({ section: { capacity: 3 }, tell: [], affected: [] });
  expect(effect.section).not.toHaveProperty('reopensAt');
});

test.each([
  ['below the seated', 1, { refused: 'CAPACITY_BELOW_SEATED', details: { text: '已有 2 人入座，名额不能再少' } }],
  ['the same', 2, { refused: 'NOTHING_CHANGES' }],
])('capacity %s', (_, capacity, refusal) => {
  expect(decide({ kind: 'capacity', capacity })).toMatchObject(refusal);
});

test('capacity down to those who are seated, and not one below', () => {
  const one = { section: section({}, 'a') };
  expect(effectOf({ kind: 'capacity', capacity: 1 }, one).batch).toEqual({ capacity: 9 });
  expect(decide({ kind: 'capacity', capacity: 0 }, one)).toMatchObject({
    details: { text: '已有 1 人入座，名额不能再少' },
  });
  expect(effectOf({ kind: 'capacity', capacity: 0 }, { section: section() }).section).toEqual({ capacity: 0 });
});

test.each([
  ['a millisecond before the freezing', now + 1, 0],
  ['from the freezing on: told to staff, and they move up all the same', now, 1],
])('more seats, %s', (_, freezeAt, warnings) => {
  const effect = effectOf({ kind: 'capacity', capacity: 3 }, { section: full({ freezeAt }) });
  expect(effect.warnings).toHaveLength(warnings);
  expect(effect.tell).toHaveLength(1);
});

test('frozen, but nobody waits: there is nothing to warn of', () => {
  const empty = { section: section({ freezeAt: now }, 'a') };
  expect(effectOf({ kind: 'capacity', capacity: 3 }, empty)).toMatchObject({ warnings: [], tell: [] });
});

test('once a lesson has begun, the number of seats that it had is noted', () => {
  const begun = { section: full({ lessons: [{ startsAt: now - 1, endsAt: now + 1 }] }) };
  expect(effectOf({ kind: 'capacity', capacity: 3 }, begun).section).toMatchObject({
    seatChanges: [{ at: now, capacity: 2 }],
  });
});

test('a promotion has no words of its own: each person is told their own seat', () => {
  expect(effectOf({ kind: 'capacity', capacity: 4 }).tell[0]).not.toHaveProperty('text');
});

test('the waiting list: longer reopens a full line, shorter never below those who wait', () => {
  expect(effectOf({ kind: 'waitlist', waitlistLimit: 2 })).toMatchObject({
    section: { waitlistLimit: 2, reopensAt: now + REOPEN_MS },
    tell: [],
    affected: [],
    warnings: [],
  });
  expect(decide({ kind: 'waitlist', waitlistLimit: 0 })).toMatchObject({
    refused: 'WAITLIST_BELOW_WAITING',
    details: { text: '已有 1 人在候补，候补名额不能再少' },
  });
  expect(decide({ kind: 'waitlist', waitlistLimit: 1 })).toMatchObject({ refused: 'NOTHING_CHANGES' });
  const wide = { section: full({ waitlistLimit: 5 }) };
  expect(effectOf({ kind: 'waitlist', waitlistLimit: 1 }, wide).section).toEqual({ waitlistLimit: 1 });
});

test('a class that was called off is not changed any more', () => {
  const gone = { section: section({ cancelledAt: now, capacity: 0, waitlistLimit: 0 }) };
  expect(decide({ kind: 'capacity', capacity: 5 }, gone)).toMatchObject({ refused: 'CHANGE_NOT_NOW' });
});

test('what the table of states forbids is refused with its sentence', () => {
  const archived = { batch: batch({ state: 'archived' }) };
  expect(decide({ kind: 'capacity', capacity: 5 }, archived)).toMatchObject({
    refused: 'CHANGE_NOT_NOW',
    details: { text: expect.stringContaining('归档') },
  });
});

describe('in a room for ten', () => {
  const raise = (capacity: number, before = 2) => ({
    asked: { kind: 'capacity' as const, capacity },
    about: { section: full({ roomCapacity: 10, capacity: before }) },
  });
  test.each([
    [10, []],
    [11, ['11 个名额比场地容量 10 多，请核对坐不坐得下']],
    [12, ['12 个名额比场地容量 10 多，请核对坐不坐得下']],
  ])('%d seats', (capacity, warnings) => {
    const { asked, about } = raise(capacity);
    expect(effectOf(asked, about).warnings).toEqual(warnings);
  });

  test('more than a fifth above it is refused, unless there were more still', () => {
    const { asked, about } = raise(13);
    expect(decide(asked, about)).toEqual({
      refused: 'ROOM_TOO_SMALL',
      details: { text: '13 个名额太多，场地只能坐 10 人，名额最多 12' },
    });
    const fewer = raise(13, 20);
    expect(effectOf(fewer.asked, fewer.about).warnings).toEqual(['13 个名额太多，场地只能坐 10 人，名额最多 12']);
  });
});
