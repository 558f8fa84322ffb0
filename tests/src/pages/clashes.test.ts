import type { MyPlace } from '../../../domain/api';
import { clashOf } from '../../../src/pages/mine/clashes';

const HOUR = 3_600_000;
const place = (sectionId: string, hours: number[], change: object = {}) =>
  ({
    section: {
      sectionId,
      cancelledAt: null,
      lessons: hours.map(hour => ({ startsAt: hour * HOUR, endsAt: (hour + 1.5) * HOUR })),
      ...change,
    },
  }) as unknown as MyPlace;

test('the first lesson to come that overlaps one of another class of mine', () => {
  const tea = place('tea', [10, 20, 30]);
  const choir = place('choir', [11, 21, 40]);

  expect(clashOf(tea, [tea, choir], 0)).toMatchObject({
    other: { sectionId: 'choir' },
    lesson: { startsAt: 10 * HOUR },
  });
  expect(clashOf(choir, [tea, choir], 15 * HOUR)).toMatchObject({ lesson: { startsAt: 21 * HOUR } });
  expect(clashOf(tea, [tea, choir], 25 * HOUR)).toBeUndefined();
  expect(clashOf(tea, [tea], 0)).toBeUndefined();
});

test('lessons that only touch, and classes or lessons that were called off, do not clash', () => {
  const tea = place('tea', [10]);

  expect(clashOf(tea, [tea, place('choir', [11.5])], 0)).toBeUndefined();
  expect(clashOf(tea, [tea, place('choir', [10], { cancelledAt: 1 })], 0)).toBeUndefined();
  const off = { lessons: [{ startsAt: 10 * HOUR, endsAt: 11 * HOUR, cancelled: true }] };
  expect(clashOf(tea, [tea, place('choir', [], off)], 0)).toBeUndefined();
});
