import fc from 'fast-check';
import { SECOND } from '../../../domain/base/clock';
import { LONGEST_REOPEN_MS, REOPENING_RETRY_MS } from '../../../domain/line/full-memory';
import { HOLD_TTL_MS } from '../../../domain/line/hold';
import {
  entryDelay,
  GATE_RETRY_MS,
  LONGEST_CLAIM_MS,
  LONGEST_RETRY_MS,
  lookAgainAfter,
  MOST_TRIES,
  waitBefore,
} from '../../../domain/base/pace';
import { COME_AGAIN_MS, PATIENCE_MS, PAUSE_MS, WAITS } from '../../../domain/base/patience';

const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.nat(20);

describe('before the next try', () => {
  test('anywhere between nothing and a bound that doubles with each attempt, and ends', () => {
    const longest = (attempt: number) => waitBefore(attempt, () => 1);
    expect([0, 1, 2, 3, 4, 5, 20].map(longest)).toEqual([400, 800, 1_600, 3_200, 6_000, 6_000, 6_000]);
    fc.assert(
      fc.property(attempts, draw, (attempt, drawn) => {
        expect(waitBefore(attempt, () => drawn)).toBe(drawn * longest(attempt));
      }),
    );
  });
});

describe('when to look again', () => {
  test('at the pace that was asked for, a tenth more or less', () => {
    expect(lookAgainAfter(1_000, 9, () => 0)).toBe(900);
    expect(lookAgainAfter(1_000, 9, () => 1)).toBe(1_100);
  });

  test('slower and slower while nothing is heard, at most half a minute', () => {
    const longest = (failures: number) => lookAgainAfter(undefined, failures, () => 1);
    expect([1, 2, 3, 4, 5].map(longest)).toEqual([4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(lookAgainAfter(undefined, 3, () => 0)).toBe(0);
  });
});

describe('entering the waiting room', () => {
  test.each([
    ['long before', 121 * SECOND, 2 * SECOND],
    ['two minutes before', 120 * SECOND, 8 * SECOND],
    ['in the last seconds', 8 * SECOND, 2 * SECOND],
    ['at the stroke', 0, 0],
    ['after it', -5_000, 0],
  ])('%s: spread over', (_, left, longest) => {
    expect(entryDelay(left, () => 1)).toBe(longest);
    expect(entryDelay(left, () => 0)).toBe(0);
  });

  test('never after the stroke, and from two minutes on with three quarters of the time to spare', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 * SECOND }), draw, (left, drawn) => {
        expect(entryDelay(left, () => drawn)).toBeLessThanOrEqual(left / 4);
      }),
    );
  });
});

test('a claim has given up before others may call its hold unused', () => {
  // The function's time-out, by which the platform ends it in any case, is 5 s.
  expect(PATIENCE_MS).toBeLessThan(5 * SECOND);
  expect(HOLD_TTL_MS).toBeGreaterThan(5 * SECOND);
  expect(WAITS * PAUSE_MS).toBeLessThan(COME_AGAIN_MS);
});

test('a claim is not given up before its last try, and no wait at the gate is longer than the app keeps anybody', () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, attempt) => waitBefore(attempt, () => 1));

  expect(LONGEST_CLAIM_MS).toBeGreaterThan(waits.reduce((sum, wait) => sum + wait + 5 * SECOND, 0));
  expect(GATE_RETRY_MS).toBeGreaterThanOrEqual(SECOND);
  expect(GATE_RETRY_MS).toBeLessThanOrEqual(LONGEST_RETRY_MS);
});

test('a phone that is told to come again tries longer than a place takes to reopen', () => {
  expect((MOST_TRIES - 1) * REOPENING_RETRY_MS).toBeGreaterThan(LONGEST_REOPEN_MS);
  expect(REOPENING_RETRY_MS).toBeLessThanOrEqual(LONGEST_RETRY_MS);
  expect(MOST_TRIES * (REOPENING_RETRY_MS + 6_000)).toBeGreaterThan(LONGEST_CLAIM_MS);
});
