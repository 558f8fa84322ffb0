import { longLine } from '../../../domain/line/long-line';
import { HOUR } from '../../../domain/base/clock';

const first = { startsAt: 1_000 * HOUR, endsAt: 1_001 * HOUR };
const of = (capacity: number, waiting: number) => ({
  capacity,
  waitlistLimit: 100,
  lineCount: capacity + waiting,
  lessons: [first],
});

test.each([
  [20, 9, 0],
  [20, 10, 10],
  [30, 14, 0],
  [30, 15, 15],
  [0, 10, 10],
])('with %i seats and %i waiting, %i count', (capacity, waiting, counts) => {
  expect(longLine(of(capacity, waiting), 0)).toBe(counts);
});

test('a class with free seats has no line', () => {
  expect(longLine({ ...of(20, 0), lineCount: 3 }, 0)).toBe(0);
});

test('it is long until the first lesson that takes place begins', () => {
  const later = { startsAt: first.startsAt + HOUR, endsAt: first.endsAt + HOUR };

  expect(longLine(of(20, 10), first.startsAt - 1)).toBe(10);
  expect(longLine(of(20, 10), first.startsAt)).toBe(0);
  expect(longLine({ ...of(20, 10), lessons: [{ ...first, cancelled: true }, later] }, first.startsAt)).toBe(10);
});
