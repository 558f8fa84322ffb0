import { COLLECT_AFTER_MS, collectedAt, FLUSH_MS, isFlushDue, isPending } from '../../../domain/line/tally';

const OPEN = 1_000_000_000_000;

test.each([
  ['a count before the stroke is written at once', null, -1, true],
  ['one at the stroke waits', null, 0, false],
  ['the next one in the same millisecond waits', 3_600_000, 3_600_000, false],
  ['the first count of an instance in the rush waits', null, 1, false],
  ['until the rush is over', null, FLUSH_MS - 1, false],
  ['and is then written', null, FLUSH_MS, true],
  ['the first count in calm times is written at once: the next call may never come', null, 3_600_000, true],
  ['the next one within ten seconds waits', 3_600_000, 3_600_000 + FLUSH_MS - 1, false],
  ['and after ten seconds is written', 3_600_000, 3_600_000 + FLUSH_MS, true],
  ['a clock that went back keeps nothing from being written', 3_600_000, 3_599_999, true],
] as const)('%s', (_, writtenAfter, after, due) => {
  expect(isFlushDue(OPEN, writtenAfter === null ? null : OPEN + writtenAfter, OPEN + after)).toBe(due);
});

test.each([
  ['before the stroke nothing is missing', null, -1, false],
  ['from the stroke on the rush is in the instances', null, 0, true],
  ['what was collected in the middle of it is not all', FLUSH_MS - 1, 20_000, true],
  ['what was collected after it is', FLUSH_MS, 20_000, false],
  ['without a timer the numbers are shown as they are after a while', null, 180_000, false],
] as const)('%s', (_, collectedAfter, after, pending) => {
  expect(isPending(OPEN, collectedAfter === null ? null : OPEN + collectedAfter, OPEN + after)).toBe(pending);
});

test('when it is collected for the first time, every instance of the rush may write', () => {
  expect(isFlushDue(OPEN, null, OPEN + COLLECT_AFTER_MS)).toBe(true);
  expect(isPending(OPEN, OPEN + COLLECT_AFTER_MS, OPEN + COLLECT_AFTER_MS)).toBe(false);
});

test('the latest collecting counts, and none where there was none', () => {
  expect(collectedAt([{ collectedAt: 3 }, {}, { collectedAt: 7 }])).toBe(7);
  expect(collectedAt([{}])).toBeNull();
});
