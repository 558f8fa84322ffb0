import fc from 'fast-check';
import { Histogram } from '../../bench/load/histogram';

const exact = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.max(1, Math.ceil(share * values.length)) - 1]!;

test('a percentile is at most 0.8 % above the exact one, and never below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 300 }),
      fc.constantFrom(0, 0.01, 0.5, 0.9, 0.99, 1),
      (values, share) => {
        const histogram = new Histogram();
        for (const value of values) histogram.record(value);

        const wanted = exact(values, share);
        expect(histogram.at(share)).toBeGreaterThanOrEqual(wanted);
        expect(histogram.at(share)).toBeLessThanOrEqual(wanted * (1 + 1 / 128));
      },
    ),
  );
});

test('counts travel between processes and keep their total', () => {
  const histogram = new Histogram();
  for (const value of [1, 1, 2, 5_000_000]) histogram.record(value);

  const copy = new Histogram(structuredClone(histogram.counts));

  expect(copy.total).toBe(4);
  expect(copy.at(0.5)).toBe(1);
  expect(copy.at(1)).toBeGreaterThanOrEqual(5_000_000);
});

test('values beyond its range count as the largest, and nothing recorded reads as 0', () => {
  const histogram = new Histogram();
  expect(histogram.at(0.99)).toBe(0);

  histogram.record(1e12);

  expect(histogram.at(1)).toBe(2 ** 31 - 1);
});
