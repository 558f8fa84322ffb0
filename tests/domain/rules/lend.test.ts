import { endLeave, isLent, passOn, takeLeave, type Lent } from '../../../domain/rules/lend';
import { leaveUntil } from '../../../domain/rules/roll-times';
import { lesson, roll, tea } from './rolls';

const inTime = leaveUntil(lesson) - 1;
const tooLate = leaveUntil(lesson);
const leave = (of = roll(), who = 'a', now = inTime, section = tea) =>
  takeLeave(section, of, lesson, who, '上夜班', now) as Lent;

test('a seat goes to the first in line, the next to the second, a third to nobody', () => {
  const one = leave();
  const two = leave(one.roll, 'b');
  const three = leave(two.roll, 'c');

  expect([one.to, two.to, three.to]).toEqual(['d', 'e', null]);
  expect(three.roll.leaves).toHaveLength(3);
  expect(two.roll.guests).toEqual([
    { memberId: 'd', at: inTime, as: 'lent', seatOf: 'a' },
    { memberId: 'e', at: inTime, as: 'lent', seatOf: 'b' },
  ]);
});

test('said twice, nothing changes', () => {
  expect(leave(leave().roll)).toBeNull();
});

test.each([
  ['who waits', { who: 'd' }, 'NOT_SEATED'],
  ['who is not in the class', { who: 'x' }, 'NOT_SEATED'],
  ['in the first millisecond of the last two hours', { now: tooLate }, 'LEAVE_TOO_LATE'],
  ['of a closed lesson', { of: roll({ closedAt: 1 }) }, 'ROLL_CLOSED'],
])('no leave for %s', (_, { of, who, now }: { of?: ReturnType<typeof roll>; who?: string; now?: number }, code) => {
  expect(leave(of, who, now)).toEqual({ refused: code });
});

describe('coming after all', () => {
  test('while nobody counts on the seat', () => {
    const alone = { ...tea, line: tea.line.slice(0, 3) };
    const away = leave(roll(), 'a', inTime, alone).roll;

    expect(endLeave(away, lesson, 'a', inTime)).toEqual(roll());
    expect(endLeave(away, lesson, 'a', tooLate)).toEqual({ refused: 'LEAVE_TOO_LATE' });
    expect(endLeave(roll(), lesson, 'a', inTime)).toBeNull();
  });

  test('not once it was lent', () => {
    expect(endLeave(leave().roll, lesson, 'a', inTime)).toEqual({ refused: 'SEAT_LENT' });
  });
});

describe('passing it on', () => {
  test('the next in line gets the same seat, and who passed it on is not asked again', () => {
    const passed = passOn(tea, leave().roll, lesson, 'd', inTime) as Lent;

    expect(passed.to).toBe('e');
    expect(passed.roll.guests).toEqual([{ memberId: 'e', at: inTime, as: 'lent', seatOf: 'a' }]);
    expect(isLent(passed.roll, 'a')).toBe(true);
    expect(leave(passed.roll, 'b').to).toBeNull();
  });

  test('twice is once', () => {
    const passed = passOn(tea, leave().roll, lesson, 'd', inTime) as Lent;

    expect(passOn(tea, passed.roll, lesson, 'd', inTime)).toBeNull();
  });

  test.each([
    ['who was lent nothing', 'e', inTime, 'NOT_LENT'],
    ['too late', 'd', tooLate, 'LEAVE_TOO_LATE'],
  ])('not by %s', (_, who, now, code) => {
    expect(passOn(tea, leave().roll, lesson, who, now)).toEqual({ refused: code });
  });
});
