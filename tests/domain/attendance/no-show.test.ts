import type { Mark } from '../../../domain/roll/roll';
import { lessonSums, rateOf } from '../../../domain/attendance/attendance';
import {
  closed,
  countingAbsences,
  noShowsAfter,
  noShowsWithLate,
  strikesUntil,
} from '../../../domain/attendance/no-show';
import { lesson, mark, roll, tea } from '../roll/rolls';
import { T } from '../line/sections';

const DAY = 86_400_000;
const never = () => undefined;
const close = (marks: Mark[], change = {}, promotedAt: (id: string) => number | undefined = never) =>
  closed(tea, roll({ marks, ...change }), lesson, promotedAt, T + DAY);

test('who was marked absent, and who was not marked at all', () => {
  const after = close([mark('a', 'present'), mark('b', 'absent')]);

  expect(after).toMatchObject({ closedAt: T + DAY, expected: ['a', 'b', 'c'], noShows: ['b', 'c'] });
});

test.each<[string, Mark[], object]>([
  ['late', [mark('a', 'present'), mark('b', 'present'), mark('c', 'late')], {}],
  ['marked as on leave', [mark('a', 'present'), mark('b', 'present'), mark('c', 'leave')], {}],
  [
    'on leave by their own word',
    [mark('a', 'present'), mark('b', 'present')],
    { leaves: [{ memberId: 'c', at: 1, reason: '' }] },
  ],
  ['in a lesson whose roll nobody called', [], {}],
  [
    'guests',
    [mark('a', 'present'), mark('b', 'present'), mark('c', 'present'), mark('d', 'absent')],
    { guests: [{ memberId: 'd', at: 1, as: 'lent', seatOf: 'a' }] },
  ],
])('no no-show: %s', (_, marks, change) => {
  expect(close(marks, change).noShows).toEqual([]);
});

test('a cancelled lesson has none', () => {
  expect(
    closed(tea, roll({ marks: [mark('a', 'present')] }), { ...lesson, cancelled: true }, never, T).noShows,
  ).toEqual([]);
});

test.each([
  ['too late for anybody to blame', T - DAY, []],
  ['in good time', T - DAY - 1, ['b', 'c']],
  ['long ago', T - 30 * DAY, ['b', 'c']],
])('a lesson that was moved %s', (_, movedAt, noShows) => {
  const moved = { ...lesson, movedAt };
  const after = closed(tea, roll({ marks: [mark('a', 'present'), mark('b', 'absent')] }), moved, never, T + DAY);

  expect(after).toMatchObject({ expected: ['a', 'b', 'c'], noShows });
  expect(noShowsAfter(after, moved, 'a', 'absent')).toEqual(noShows.length > 0 ? [...noShows, 'a'] : []);
});

test.each([
  [DAY + 1, ['c']],
  [DAY, []],
  [1, []],
])('who moved up %i ms before the lesson', (before, noShows) => {
  const promotedAt = (id: string) => (id === 'c' ? T - before : undefined);

  expect(close([mark('a', 'present'), mark('b', 'present')], {}, promotedAt).noShows).toEqual(noShows);
});

describe('seats given back late', () => {
  const late = (...drops: [string, number][]) => drops.map(([memberId, at]) => ({ memberId, at: T + at }));
  const present = ['a', 'b', 'c'].map(id => mark(id, 'present'));
  const shut = (section: Partial<typeof tea>) =>
    closed({ ...tea, dropUntil: T - 2 * DAY, ...section }, roll({ marks: present }), lesson, never, T + DAY).noShows;

  const two = tea.line.slice(0, 2);

  test.each([
    ['somebody has taken the seat', { lateDrops: late(['x', -DAY]) }, []],
    ['nobody has', { lateDrops: late(['x', -DAY]), line: two }, ['x']],
    ['one of two was taken: the earlier is forgiven', { lateDrops: late(['x', -2], ['y', -1]), line: two }, ['y']],
    ['they came back', { lateDrops: late(['b', -DAY]), line: two }, []],
    ['of two one came back', { lateDrops: late(['x', -2], ['b', -1]), line: two }, ['x']],
    ['noted in no order', { lateDrops: late(['y', -1], ['x', -2]), line: two }, ['y']],
    ['it was as the lesson began', { lateDrops: late(['x', 0]), line: two }, []],
    ['it was before another lesson', { lateDrops: late(['x', 1]), line: two }, []],
    ['in time for the day to which it was moved', { lateDrops: late(['x', -2]), line: two, dropUntil: T - 1 }, []],
    ['just as the deadline came', { lateDrops: late(['x', -2]), line: two, dropUntil: T - 2 }, ['x']],
  ])('%s', (_, section, noShows) => {
    expect(shut(section)).toEqual(noShows);
  });
});

test('a correction after the closing makes a no-show or undoes one', () => {
  const after = close([mark('a', 'present'), mark('b', 'absent')]);

  expect(noShowsAfter(after, lesson, 'b', 'leave')).toEqual(['c']);
  expect(noShowsAfter(after, lesson, 'a', 'absent')).toEqual(['b', 'c', 'a']);
  expect(noShowsAfter(after, lesson, 'd', 'absent')).toEqual(['b', 'c']);
});

describe('absences that count', () => {
  const absence = (startsAt: number) => ({ sectionId: 's', lessonIndex: 0, startsAt });
  const counting = (startsAt: number, waived: string[] = []) =>
    countingAbsences([absence(startsAt)], new Set(waived), 90, T).length;

  test.each([
    ['of just now', T, 1],
    ['the last millisecond that counts', T - 90 * DAY + 1, 1],
    ['the first that has expired', T - 90 * DAY, 0],
    ['of a lesson that was moved into the future since', T + 1, 0],
  ])('%s', (_, startsAt, count) => {
    expect(counting(startsAt)).toBe(count);
  });

  test('not on a day that was waived', () => {
    // T is 15 January 2027, 16:00 in Shanghai.
    expect(counting(T, ['2027-01-15'])).toBe(0);
    expect(counting(T, ['2027-01-14'])).toBe(1);
  });
});

describe('sums', () => {
  const marks = [mark('a', 'present'), mark('b', 'late'), mark('d', 'present')];
  const guests = [{ memberId: 'd', at: 1, as: 'lent' as const, seatOf: 'c' }];

  test('guests are counted apart, and who is not marked is absent only once it is closed', () => {
    const open = roll({ marks, guests });

    expect(lessonSums(tea, open, lesson)).toMatchObject({
      expected: 3,
      present: 1,
      late: 1,
      absent: 0,
      unmarked: 1,
      guests: 1,
    });
    expect(lessonSums(tea, closed(tea, open, lesson, never, T), lesson)).toMatchObject({ absent: 1, unmarked: 0 });
  });

  test('a lesson that nobody called has no absent people and no rate; a correction afterwards speaks for one person', () => {
    const uncalled = close([mark('a', null)]);
    const corrected = { ...uncalled, marks: [mark('b', 'present', 2 * DAY, { source: 'staff' })], markCount: 1 };

    expect(lessonSums(tea, uncalled, lesson)).toMatchObject({ absent: 0, unmarked: 3 });
    expect(rateOf([lessonSums(tea, uncalled, lesson)])).toBeNull();
    expect(lessonSums(tea, corrected, lesson)).toMatchObject({ present: 1, absent: 0, unmarked: 2 });
  });

  test('leave is no absence in the rate; nobody expected has none', () => {
    expect(rateOf([{ present: 6, late: 2, absent: 2 }])).toBe(0.8);
    expect(rateOf([{ present: 0, late: 0, absent: 0 }])).toBeNull();
  });
});

describe('marks that were made before the closing and arrive after it', () => {
  const leave = { memberId: 'a', at: 1, reason: '' };
  const after = (marks: Mark[], change: object = {}) =>
    noShowsWithLate(
      tea,
      roll({ marks, closedAt: T + DAY, expected: ['a', 'b', 'c'], noShows: ['a', 'b', 'gone'], ...change }),
    );

  test('excuse whoever they say has come or was away, and nobody else', () => {
    expect(after([])).toEqual(['a', 'b', 'gone']);
    expect(after([mark('a', 'late')])).toEqual(['b', 'gone']);
    expect(after([mark('a', 'leave')])).toEqual(['b', 'gone']);
    expect(after([mark('a', 'absent')])).toEqual(['a', 'b', 'gone']);
  });

  test('excuse also who is disputed: nobody has decided', () => {
    expect(after([mark('b', 'present'), mark('a', 'absent'), mark('a', 'present', 1, { device: 'tablet' })])).toEqual([
      'gone',
    ]);
  });

  test('leave a person who had asked for leave excused', () => {
    expect(after([], { leaves: [leave] })).toEqual(['b', 'gone']);
  });

  test('make nobody a no-show, and mean nothing before the closing', () => {
    expect(after([mark('c', 'absent')])).toEqual(['a', 'b', 'gone']);
    expect(after([mark('a', 'present')], { closedAt: null, noShows: ['a'] })).toEqual(['a']);
  });
});

test.each([
  ['exactly as many as the policy names: the oldest has to expire', [0, 10 * DAY], 90 * DAY],
  ['one more: the two oldest, in whatever order they come', [20 * DAY, 0, 10 * DAY], 100 * DAY],
  ['three more', [0, 1, 2, 3, 4].map(n => n * DAY), 93 * DAY],
])('until when absences have a consequence: %s', (_, startsAt, until) => {
  const policy = { strikes: 2, days: 90 };
  const missed = startsAt.map(at => ({ sectionId: 's', lessonIndex: 0, startsAt: at }));
  const counting = (now: number) => countingAbsences(missed, new Set(), policy.days, now).length;

  expect(strikesUntil(startsAt, policy)).toBe(until);
  expect(counting(until - 1)).toBe(2);
  expect(counting(until)).toBe(1);
});
