import { findOut, NOT_TRIED } from '../../../server/rehearsal/find-out';
import { batchOf } from '../../../rehearse/batch';

/** A function has a minute: what does not fit into it is not told as if it had. */
const batch = batchOf('第一期', [{ sectionId: 's', course: '茶艺', name: '', capacity: 20, waitlistLimit: 5 }]);

/** A clock that has run out at the call of this number, counted from 0; calls are counted. */
const clockUntil = (last: number) => {
  let calls = 0;
  return { clock: () => (calls++ < last ? 0 : Infinity), calls: () => calls };
};

test('a crowd that takes too long is not rehearsed with fewer people: there is no result', () => {
  expect(findOut(batch, 3_000, 'standard', clockUntil(1).clock)).toBeUndefined();
});

test('where only the trying of other plans takes too long, the sheet stands and says so', () => {
  const unhurried = clockUntil(Infinity);
  const whole = findOut(batch, 3_000, 'smallest', unhurried.clock)!;
  expect(whole.sheet.advice).toEqual(expect.arrayContaining([expect.stringContaining('换成标准套餐')]));

  const hurried = findOut(batch, 3_000, 'smallest', clockUntil(unhurried.calls() - 1).clock)!;

  expect(hurried.numbers).toEqual(whole.numbers);
  expect(hurried.sheet).toEqual({ ...whole.sheet, advice: [NOT_TRIED] });
});
