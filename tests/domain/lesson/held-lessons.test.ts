import fc from 'fast-check';
import type { Lesson } from '../../../domain/model';
import { heldLessons, lessonsEndAt, nextLessonAt, takesPlace } from '../../../domain/lesson/held-lessons';

const lesson = (startsAt: number, cancelled = false): Lesson => ({
  startsAt,
  endsAt: startsAt + 1,
  ...(cancelled ? { cancelled: true } : {}),
});
const lessons = fc.array(fc.tuple(fc.nat(100), fc.boolean()).map(([at, cancelled]) => lesson(at, cancelled)));

test('those that take place, in the order of time, and the list that was given stays as it is', () => {
  const list = [lesson(3), lesson(1), lesson(2, true)];
  expect(heldLessons(list).map(one => one.startsAt)).toEqual([1, 3]);
  expect(list.map(one => one.startsAt)).toEqual([3, 1, 2]);
  fc.assert(
    fc.property(lessons, all => {
      const times = heldLessons(all).map(one => one.startsAt);
      expect(times).toEqual(
        all
          .filter(one => !one.cancelled)
          .map(one => one.startsAt)
          .sort((a, b) => a - b),
      );
    }),
  );
});

test.each([
  ['a lesson of a class that goes on', {}, lesson(5), true],
  ['the same where nothing is said by null', { cancelledAt: null }, lesson(5), true],
  ['one that was called off', {}, lesson(5, true), false],
  ['one before the class was called off', { cancelledAt: 6 }, lesson(5), true],
  ['one at that instant', { cancelledAt: 5 }, lesson(5), false],
  ['one after it', { cancelledAt: 4 }, lesson(5), false],
  ['one that was called off before it', { cancelledAt: 6 }, lesson(5, true), false],
])('%s', (_, section, one, takes) => {
  expect(takesPlace(section, one)).toBe(takes);
});

test('the next one that is held, also one that begins this very instant', () => {
  const list = [lesson(30), lesson(10), lesson(20, true)];
  expect(nextLessonAt(list, 10)).toBe(10);
  expect(nextLessonAt(list, 11)).toBe(30);
  expect(nextLessonAt(list, 31)).toBeNull();
  expect(nextLessonAt([], 0)).toBeNull();
});

test.each([
  ['the last in time, wherever it stands in the list', [lesson(30), lesson(50), lesson(40)], 51],
  ['not one that was called off', [lesson(30), lesson(50, true)], 31],
  ['of a class whose lessons were all called off, when they would have been', [lesson(50, true), lesson(30, true)], 51],
  ['without lessons', [], 0],
])('the lessons end with %s', (_, list, end) => {
  expect(lessonsEndAt(list)).toBe(end);
});
