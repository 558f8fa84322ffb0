import fc from 'fast-check';
import { metresBetween } from '../../../domain/base/distance';

const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test.each([
  ['a degree of latitude', [29, 105], [30, 105], 111_190],
  ['a degree of longitude at the equator', [0, 105], [0, 106], 111_190],
  ['and at sixty degrees half of it', [60, 105], [60, 106], 55_600],
  ['over the date line', [0, 179.5], [0, -179.5], 111_190],
  ['the other side of the earth', [0, 0], [0, 180], 20_015_090],
  ['from the classroom to the door of the next house', [29.356, 105.927], [29.3564, 105.9272], 50],
] as const)('%s', (_, from, to, metres) => {
  const at = ([latitude, longitude]: readonly [number, number]) => ({ latitude, longitude });
  expect(metresBetween(at(from), at(to))).toBe(metres);
});

test('the same in both directions, nothing from a place to itself, to the ten, and never more than half the earth', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const metres = metresBetween(a, b);
      expect(metres).toBe(metresBetween(b, a));
      expect(metresBetween(a, a)).toBe(0);
      expect(metres % 10).toBe(0);
      expect(metres).toBeLessThanOrEqual(20_015_090);
    }),
  );
});
