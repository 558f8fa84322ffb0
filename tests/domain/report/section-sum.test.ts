import { anonymousRoll } from '../../../domain/privacy/anonymous';
import { headOf, headsIn } from '../../../domain/report/head';
import { sumOfSection, withoutHead } from '../../../domain/report/section-sum';
import { isCurrent } from '../../../domain/report/sum';
import type { Roll } from '../../../domain/roll/roll';
import { section, T } from '../line/sections';
import { mark } from '../roll/rolls';
import { emptyRoll } from '../../../domain/roll/roll';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const id = (letter: string) => `m${letter.repeat(24)}`;
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(id) as [string, string, string, string];
const lessons = [0, 1, 2].map(week => ({ startsAt: T + week * WEEK, endsAt: T + week * WEEK + 90 * 60_000 }));
const tea = section({
  capacity: 3,
  lessons,
  line: [A, B, C].map(memberId => ({ memberId, at: T - WEEK })),
  lineCount: 3,
});
const roll = (
  lessonIndex: number,
  marks: [string, 'present' | 'late' | 'leave' | 'absent'][],
  change: Partial<Roll> = {},
): Roll => ({
  ...emptyRoll(tea, lessonIndex, lessons[lessonIndex]!),
  marks: marks.map(([memberId, state]) => mark(memberId, state, lessonIndex * WEEK)),
  markCount: marks.length,
  closedAt: T + lessonIndex * WEEK + HOUR * 24,
  expected: [A, B, C],
  ...change,
});
const employers: Record<string, string> = { [A]: '区供电公司', [B]: '区供电 公司', [C]: '区人民医院' };
const sumOf = (rolls: Roll[], of = tea) => sumOfSection(of, rolls, memberId => employers[memberId]);

const rolls = [
  roll(0, [
    [A, 'present'],
    [B, 'late'],
    [C, 'absent'],
  ]),
  roll(
    1,
    [
      [B, 'present'],
      [D, 'present'],
    ],
    { guests: [{ memberId: D, at: T, as: 'walk-in', seatOf: null }] },
  ),
];

test('who came, how often, and whose people they are; a guest comes and is not expected', () => {
  const sum = sumOf(rolls);
  expect(headsIn(sum.people)).toEqual([A, B, D].map(headOf));
  expect(sum.lessons).toEqual([
    { startsAt: T, minutes: 90, came: [0, 1], present: 2, absent: 1 },
    // A and C were not marked in a lesson whose roll was called.
    { startsAt: T + WEEK, minutes: 90, came: [1, 2], present: 1, absent: 2 },
  ]);
  expect(sum.employers).toEqual([{ name: '区供电公司', heads: [0, 1], gone: 0 }]);
  expect(sum).toMatchObject({ rolls: 2, marks: 5, seats: 3 });
});

test('at a lecture, those without a seat and those who were counted by hand are numbers of their own', () => {
  const counted = rolls.map(one => ({ ...one, heads: 7 }));
  expect(sumOf(counted, { ...tea, kind: 'lecture' }).lessons).toEqual([
    { startsAt: T, minutes: 90, came: [0, 1], present: 2, absent: 1, heads: 7 },
    { startsAt: T + WEEK, minutes: 90, came: [1, 2], present: 1, absent: 2, walkedIn: 1, heads: 7 },
  ]);
});

test('made again of the same rolls, in whatever order they are read, it is the same', () => {
  expect(sumOf([...rolls].reverse())).toEqual(sumOf(rolls));
});

test('a lesson that was called off does not count, though it has a closed roll', () => {
  const off = {
    ...tea,
    lessons: lessons.map((one, index) => (index === 0 ? { ...one, cancelled: true as const } : one)),
  };
  expect(sumOf(rolls, off).lessons.map(one => one.startsAt)).toEqual([T + WEEK]);
});

test('seats are those of the first lesson, whatever became of their number', () => {
  const grown = { ...tea, capacity: 9, seatChanges: [{ at: T + HOUR, capacity: 3 }] };
  expect(sumOf(rolls, grown).seats).toBe(3);
});

test('the sum of a person who was erased is the one that the anonymous rolls give', () => {
  const alias = `x${'7'.repeat(24)}`;
  const anonymous = rolls.map(one => anonymousRoll(one, new Map([[B, alias]])));
  const after = withoutHead(sumOf(rolls), headOf(B), headOf(alias));
  if (after === null || after === 'anew') throw new Error('B is in it');

  const { employers: _profiles, ...made } = sumOf(anonymous);
  expect(after).toMatchObject(made);
  expect(after.employers).toEqual([{ name: '区供电公司', heads: [0], gone: 1 }]);
  expect(JSON.stringify(after)).not.toContain(headOf(B));
  // Once nobody else came from there, the name goes, too: it was in the person's own words.
  expect(withoutHead(after, headOf(A), headOf(`x${'8'.repeat(24)}`))).toMatchObject({ employers: [] });
});

test('made of rolls of which some were anonymous already, it names a person twice and is made anew', () => {
  const alias = `x${'7'.repeat(24)}`;
  const half = [rolls[0]!, anonymousRoll(rolls[1]!, new Map([[B, alias]]))];
  expect(withoutHead(sumOf(half), headOf(B), headOf(alias))).toBe('anew');
  expect(withoutHead(sumOf(rolls), headOf(C), headOf(alias))).toBeNull();
});

test.each([
  ['a correction', { rolls: 2, marks: 6 }, {}],
  ['another lesson closed', { rolls: 3, marks: 5 }, {}],
  ['another instructor', { rolls: 2, marks: 5 }, { instructor: '王敏' }],
  ['no closed roll any more', undefined, {}],
])('it is not current any more after %s', (_, state, change) => {
  expect(isCurrent(sumOf(rolls), { ...tea, ...change }, state)).toBe(false);
  expect(isCurrent(sumOf(rolls), tea, { rolls: 2, marks: 5 })).toBe(true);
});

test('a class without a closed roll needs no sum', () => {
  expect(isCurrent(undefined, tea, undefined)).toBe(true);
  expect(isCurrent(undefined, tea, { rolls: 1, marks: 0 })).toBe(false);
});
