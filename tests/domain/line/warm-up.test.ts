import { instancesToWarm, isWarmingUp, MOST_WARM } from '../../../domain/line/warm-up';

test.each([
  [0, 4],
  [1, 4],
  [320, 4],
  [321, 5],
  [8_000, 100],
  [12_000, MOST_WARM],
  [60_000, MOST_WARM],
])('%i people in the waiting room: %i instances', (interested, instances) => {
  expect(instancesToWarm(interested)).toBe(instances);
});

test('no more than the environment has', () => {
  expect(instancesToWarm(60_000, 20)).toBe(20);
  expect(instancesToWarm(10, 0)).toBe(0);
});

test.each([
  [-180_001, false],
  [-180_000, true],
  [-1, true],
  [0, false],
])('%i ms from the stroke: warmed = %s', (after, warmed) => {
  const opensAt = 1_000_000_000;

  expect(isWarmingUp({ opensAt, closesAt: opensAt + 1 }, opensAt + after)).toBe(warmed);
});
