import { closesItself, needsClosing } from '../../../domain/attendance/to-confirm';
import { DAY, HOUR } from '../../../domain/base/clock';

const lesson = { startsAt: 1_000 * DAY, endsAt: 1_000 * DAY + HOUR };
const WEEK = 7 * DAY;

test.each([
  ['a moment before its end', -1, false, false],
  ['at its end', 0, true, false],
  ['a moment before a week is over', WEEK - 1, true, false],
  ['after a week, when it closes itself', WEEK, false, true],
])('a lesson %s', (_, after, needs, closes) => {
  const now = lesson.endsAt + after;

  expect(needsClosing({}, lesson, now)).toBe(needs);
  expect(closesItself({}, lesson, now)).toBe(closes);
});

test('a lesson that was called off needs nobody, and neither does one after its class was', () => {
  const now = lesson.endsAt + DAY;

  expect(needsClosing({}, { ...lesson, cancelled: true }, now)).toBe(false);
  expect(needsClosing({ cancelledAt: lesson.startsAt }, lesson, now)).toBe(false);
  expect(needsClosing({ cancelledAt: lesson.startsAt + 1 }, lesson, now)).toBe(true);
});
