import {
  anybodyOpensAt,
  cameLate,
  checkInState,
  isCorrection,
  leaveUntil,
  rollOpensAt,
  walkInOpensAt,
} from '../../../domain/lesson/roll-times';
import { lesson } from '../roll/rolls';
import { T } from '../line/sections';

const MINUTE = 60_000;

test('the hours of a roll, as docs/规则.md says them', () => {
  expect(rollOpensAt(lesson)).toBe(T - 30 * MINUTE);
  expect(walkInOpensAt(lesson)).toBe(T + 15 * MINUTE);
  expect(anybodyOpensAt(lesson)).toBe(T + 20 * MINUTE);
  expect(leaveUntil(lesson)).toBe(T - 120 * MINUTE);
  expect(leaveUntil({ ...lesson, movedAt: T - 24 * 60 * MINUTE })).toBe(T);
  expect(leaveUntil({ ...lesson, movedAt: T - 24 * 60 * MINUTE - 1 })).toBe(T - 120 * MINUTE);
});

test.each([
  [-1, 'present'],
  [0, 'present'],
  [5 * MINUTE - 1, 'present'],
  [5 * MINUTE, 'late'],
])('who checks in %i ms after the beginning is %s', (after, state) => {
  expect(checkInState(lesson, T + after)).toBe(state);
});

test.each([
  [0, false],
  [5 * MINUTE - 1, false],
  [5 * MINUTE, true],
])('a mark that arrives %i ms after it was made waited for a signal: %s', (after, is) => {
  expect(cameLate({ at: T, receivedAt: T + after })).toBe(is);
});

test.each([
  [-1, false],
  [0, true],
])('%i ms from two hours after the end: a correction %s', (after, is) => {
  expect(isCorrection(lesson, lesson.endsAt + 120 * MINUTE + after)).toBe(is);
});
