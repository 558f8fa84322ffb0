import { DAY, HOUR, instantOf, MINUTE } from '../../../domain/base/clock';
import type { NoticeKind } from '../../../domain/model';
import { mayRingAt } from '../../../domain/telling/quiet-hours';

const at = (time: string) => instantOf('2027-03-09', time)!;
const morning = at('08:00');

test.each([
  ['7:59', at('07:59'), morning],
  ['8:00', morning, morning],
  ['noon', at('12:00'), at('12:00')],
  ['a millisecond before 22:00', at('22:00') - 1, at('22:00') - 1],
  ['22:00', at('22:00'), morning + DAY],
  ['23:59', at('23:59'), morning + DAY],
  ['midnight', at('00:00'), morning],
])('what can wait, at %s', (_, now, rings) => {
  expect(mayRingAt('INSTRUCTOR_CHANGED', now + HOUR, now)).toBe(rings);
  expect(mayRingAt('PROMOTED', null, now)).toBe(rings);
});

test.each<[NoticeKind, number | null]>([
  ['LESSON_MOVED', 12],
  ['LESSON_CANCELLED', 12],
  ['SECTION_CANCELLED', 12],
  ['PLACE_CHANGED', 12],
  ['PROMOTED', 24],
  ['ADDED', 24],
  ['LENT', 24],
  ['OPENING', 2],
  ['INSTRUCTOR_CHANGED', null],
  ['MOVED', null],
  ['REMOVED', null],
])('%s cannot wait where the lesson begins within %s hours', (kind, hours) => {
  const night = at('23:00');
  const near = (hours ?? 0) * HOUR;
  expect(mayRingAt(kind, night + near, night)).toBe(hours === null ? morning + DAY : night);
  expect(mayRingAt(kind, night + near + 1, night)).toBe(morning + DAY);
  expect(mayRingAt(kind, night - MINUTE, night)).toBe(morning + DAY);
});

test('what begins this very moment cannot wait; what has begun can', () => {
  const night = at('23:00');

  expect(mayRingAt('LENT', night, night)).toBe(night);
  expect(mayRingAt('LENT', night - 1, night)).toBe(morning + DAY);
});
