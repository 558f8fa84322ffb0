import { isListed, isWithin, LISTED_MS, MINE_MS, RECENT_MS, TAUGHT_MS } from '../../../domain/base/windows';

const DAY = 86_400_000;
const batch = { state: 'scheduled', lastLessonAt: 1_000 } as const;

test('a batch is listed for 14 days after its last lesson, taught for 28, and a worker’s own for 90', () => {
  expect([LISTED_MS, TAUGHT_MS, MINE_MS].map(ms => ms / DAY)).toEqual([14, 28, 90]);
  expect(RECENT_MS).toBe(90 * DAY);
});

test('a window ends in the instant that lies its length after the last lesson', () => {
  expect([1_099, 1_100].map(now => isWithin(100, batch, now))).toEqual([true, false]);
});

test('listed is what nobody archived, until its two weeks are over', () => {
  const end = 1_000 + 14 * DAY;
  expect([0, end - 1, end].map(now => isListed(batch, now))).toEqual([true, true, false]);
  expect(isListed({ ...batch, state: 'archived' }, 0)).toBe(false);
});
