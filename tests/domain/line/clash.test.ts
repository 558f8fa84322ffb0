import { clashIdsOf, lessonsOverlap, schedulesClash } from '../../../domain/line/clash';

const lesson = (startsAt: number, endsAt: number) => ({ startsAt, endsAt });

test.each([
  ['one after the other', lesson(0, 10), lesson(10, 20), false],
  ['a millisecond in common', lesson(0, 11), lesson(10, 20), true],
  ['one inside the other', lesson(0, 100), lesson(10, 20), true],
  ['the same', lesson(0, 10), lesson(0, 10), true],
  ['apart', lesson(0, 10), lesson(50, 60), false],
])('lessons %s', (_, a, b, clash) => {
  expect(lessonsOverlap(a, b)).toBe(clash);
  expect(lessonsOverlap(b, a)).toBe(clash);
});

test('schedules clash where any two lessons do', () => {
  const weekly = [lesson(0, 10), lesson(100, 110), lesson(200, 210)];
  expect(schedulesClash(weekly, [lesson(50, 60), lesson(205, 215)])).toBe(true);
  expect(schedulesClash(weekly, [lesson(10, 20), lesson(110, 120)])).toBe(false);
  expect(schedulesClash(weekly, [lesson(0, 500)])).toBe(true);
  expect(schedulesClash(weekly, [])).toBe(false);
  expect(schedulesClash([lesson(90, 100), lesson(100, 110)], [lesson(100, 110)])).toBe(true);
  expect(schedulesClash([lesson(100, 110)], [lesson(90, 100), lesson(100, 110)])).toBe(true);
});

test('a cancelled lesson clashes with nothing; one that was moved may stand out of order', () => {
  expect(schedulesClash([{ ...lesson(0, 10), cancelled: true }], [lesson(0, 10)])).toBe(false);
  expect(schedulesClash([lesson(500, 510), lesson(100, 110)], [lesson(105, 115), lesson(300, 310)])).toBe(true);
});

test('clash ids are symmetric and never one’s own', () => {
  const ids = clashIdsOf([
    { _id: 'a', lessons: [lesson(0, 10)] },
    { _id: 'b', lessons: [lesson(5, 15)] },
    { _id: 'c', lessons: [lesson(10, 20)] },
  ]);
  expect(Object.fromEntries(ids)).toEqual({ a: ['b'], b: ['a', 'c'], c: ['b'] });
});
