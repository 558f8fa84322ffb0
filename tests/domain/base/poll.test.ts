import { pollAfterMs } from '../../../domain/base/poll';

const OPENS = 10_000_000;
const window = { opensAt: OPENS, closesAt: OPENS + 10_000_000 };
const MIN = 60_000;

test.each([
  ['an hour before', -60 * MIN, null, 5 * MIN],
  ['five minutes before: once more, at the next pace', -5 * MIN, null, 4 * MIN],
  ['70 s before: not past the next pace', -70_000, null, 10_000],
  ['half a minute before', -30_000, null, 5_000],
  ['12 s before: not past the rush', -12_000, null, 2_000],
  ['around the stroke', -10_000, null, 1_000],
  ['the first minute', 59_999, null, 1_000],
  ['seats were going just now', 5 * MIN, 5 * MIN - 9_999, 1_000],
  ['seats went within a minute', 5 * MIN, 5 * MIN - 59_999, 3_000],
  ['calm', 5 * MIN, MIN, 15_000],
  ['nothing ever moved', 5 * MIN, null, 15_000],
  ['closed', 10_000_000, null, 15_000],
  ['closed, whatever has moved just now', 10_000_000, 9_999_999, 15_000],
  ['a minute before', -MIN, null, 5_000],
  ['the first minute is over', MIN, null, 15_000],
  ['seats went ten seconds ago', 5 * MIN, 5 * MIN - 10_000, 3_000],
  ['seats went a minute ago', 5 * MIN, 4 * MIN, 15_000],
])('%s', (_, since, moved, expected) => {
  expect(pollAfterMs(window, moved === null ? null : OPENS + moved, OPENS + since)).toBe(expected);
});

test('however the waits add up, somebody polls within a second of the stroke', () => {
  let now = OPENS - 3 * 60 * MIN;
  let last = now;
  while (now < OPENS) {
    last = now;
    now += pollAfterMs(window, null, now);
  }
  expect(OPENS - last).toBeLessThanOrEqual(1_000);
});
