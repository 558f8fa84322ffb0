import { endLeave, isLent, lendOn, passOn, takeLeave, type Lent } from '../../../domain/lesson/lend';
import { onRoll } from '../../../domain/roll/on-roll';
import { leaveUntil } from '../../../domain/lesson/roll-times';
import { walkIn } from '../../../domain/roll/walk-in';
import { lesson, mark, roll, tea } from '../roll/rolls';

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

    const comings = [{ memberId: 'a', at: inTime }];
    expect(endLeave(alone, away, lesson, 'a', inTime)).toEqual({ ...roll(), comings });
    expect(endLeave(alone, away, lesson, 'a', tooLate)).toEqual({ refused: 'LEAVE_TOO_LATE' });
    expect(endLeave(tea, roll(), lesson, 'a', inTime)).toBeNull();
  });

  test('not once it was lent', () => {
    expect(endLeave(tea, leave().roll, lesson, 'a', inTime)).toEqual({ refused: 'SEAT_LENT' });
  });
});

describe('passing it on', () => {
  test('the next in line gets the same seat, and who passed it on is not asked again', () => {
    const passed = passOn(tea, leave().roll, lesson, 'd', inTime) as Lent;

    expect(passed.to).toBe('e');
    expect(passed.roll.guests).toEqual([{ memberId: 'e', at: inTime, as: 'lent', seatOf: 'a' }]);
    expect(isLent(tea, passed.roll, 'a')).toBe(true);
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

describe('who is lent a seat and waits no more', () => {
  const lent = leave().roll;
  /** `d` was lent the seat of `a`, `e` is next. */
  const without = (...ids: string[]) => ({ ...tea, line: tea.line.filter(entry => !ids.includes(entry.memberId)) });
  const here = (memberId: string, after = 0) => ({ ...lent, marks: [mark(memberId, 'present', after)], markCount: 1 });

  test.each([
    ['has a seat of their own', without('b')],
    ['is gone', without('d')],
  ])('%s: the next in line gets it', (_, section) => {
    expect(isLent(section, lent, 'a')).toBe(false);
    const on = lendOn(section, lent, lesson, inTime) as Lent;

    expect(on.to).toBe('e');
    expect(on.roll.guests).toEqual([{ memberId: 'e', at: inTime, as: 'lent', seatOf: 'a' }]);
    expect(isLent(section, on.roll, 'a')).toBe(true);
    expect(lendOn(section, on.roll, lesson, inTime)).toBeNull();
  });

  test.each([
    ['nobody else waits', without('d', 'e'), inTime],
    ['it is too late to lend', without('d'), tooLate],
  ])('%s: its owner has it back', (_, section, now) => {
    expect(lendOn(section, lent, lesson, now)).toEqual({ roll: { ...lent, guests: [] }, to: null });
    const comings = [{ memberId: 'a', at: inTime }];
    expect(endLeave(section, lent, lesson, 'a', inTime)).toEqual({ ...roll(), comings });
  });

  test('its owner is the one whose seat it was, not the first on the roll', () => {
    const on = lendOn(without('d'), leave(roll(), 'b').roll, lesson, inTime) as Lent;

    expect(on.roll.guests).toEqual([{ memberId: 'e', at: inTime, as: 'lent', seatOf: 'b' }]);
  });

  test('its owner gave it up and is a guest now: there is no seat of theirs to lend', () => {
    const behind = { ...tea, line: [...without('a', 'd').line, { memberId: 'a', at: 1 }, { memberId: 'f', at: 2 }] };
    const guest = { memberId: 'a', at: 3, as: 'lent' as const, seatOf: 'b' };
    const both = { ...lent, guests: [...lent.guests, guest] };

    expect(lendOn(behind, both, lesson, inTime)).toEqual({ roll: { ...lent, guests: [guest] }, to: null });
  });

  test('its owner has given it up for good: it is the seat of who moved up', () => {
    const section = without('a');

    expect(lendOn(section, lent, lesson, inTime)).toEqual({ roll: { ...lent, guests: [] }, to: null });
  });

  test('its owner has come after all', () => {
    expect(lendOn(without('d'), here('a'), lesson, inTime)).toMatchObject({ roll: { guests: [] }, to: null });
  });

  test.each([
    ['still waits', tea, lent, inTime],
    ['is here', without('d'), here('d'), inTime],
    ['waits no more since the lesson began', without('d'), lent, lesson.startsAt],
    ['is on a roll that was closed', without('d'), { ...lent, closedAt: 1 }, inTime],
  ])('nothing changes where the guest %s', (_, section, of, now) => {
    expect(lendOn(section, of, lesson, now)).toBeNull();
  });

  test('who came as a guest stays one, whatever becomes of their wait', () => {
    expect(onRoll(without('d'), here('d')).map(one => [one.memberId, one.as])).toContainEqual(['d', 'lent']);
    expect(onRoll(without('d'), lent).map(one => one.memberId)).toEqual(['a', 'b', 'c']);
  });

  test('who is gone and stands at the door is a walk-in, once', () => {
    const now = lesson.startsAt + 20 * 60_000;
    const people = { lesson, by: 'd', source: 'self' as const, memberId: 'd', now };
    const after = walkIn({ ...people, section: without('d'), roll: lent }) as ReturnType<typeof roll>;

    expect(after.guests).toEqual([{ memberId: 'd', at: now, as: 'walk-in', seatOf: null }]);
  });
});

describe('a leave taken back again and again', () => {
  const alone = { ...tea, line: tea.line.slice(0, 3) };
  const earlier = [
    { memberId: 'b', at: 1 },
    { memberId: 'a', at: 2 },
  ];

  test('is noted once, with its last instant; that of others stays', () => {
    const away = leave(roll({ comings: earlier }), 'a', inTime, alone).roll;

    expect(endLeave(alone, away, lesson, 'a', inTime)).toMatchObject({
      comings: [earlier[0], { memberId: 'a', at: inTime }],
    });
  });

  test('of another person is not taken back, and nothing is on a closed roll', () => {
    const away = leave(roll(), 'a', inTime, alone).roll;

    expect(endLeave(alone, away, lesson, 'b', inTime)).toBeNull();
    expect(endLeave(alone, { ...away, closedAt: 1 }, lesson, 'a', inTime)).toEqual({ refused: 'ROLL_CLOSED' });
  });
});

test('a lent seat is not passed on after the roll was closed', () => {
  expect(passOn(tea, { ...leave().roll, closedAt: 1 }, lesson, 'd', inTime)).toEqual({ refused: 'ROLL_CLOSED' });
});

test('a guest at the door has no lent seat: it is neither theirs to pass on nor anybody who lent one', () => {
  const guests = [{ memberId: 'x', at: 1, as: 'walk-in' as const, seatOf: 'a' }];

  expect(passOn(tea, roll({ guests }), lesson, 'x', inTime)).toEqual({ refused: 'NOT_LENT' });
  expect(isLent(tea, roll({ guests }), 'a')).toBe(false);
});

describe('with a second guest on the roll', () => {
  const two = leave(leave().roll, 'b').roll;
  const e = { memberId: 'e', at: inTime, as: 'lent', seatOf: 'b' };

  test('passing a lent seat on leaves the second guest where they are', () => {
    const passed = passOn(tea, two, lesson, 'd', inTime) as Lent;
    expect(passed.roll.guests).toEqual([e]);
    expect(isLent(tea, passed.roll, 'b')).toBe(true);
  });

  test('taking a leave back that lent nothing leaves both', () => {
    const three = leave(two, 'c').roll;
    const comings = [{ memberId: 'c', at: inTime }];
    expect(endLeave(tea, three, lesson, 'c', inTime)).toEqual({ ...two, comings });
  });

  test('a seat that is lent on because its guest is gone leaves the second guest', () => {
    const without = { ...tea, line: tea.line.filter(one => one.memberId !== 'd') };
    const lent = lendOn(without, two, lesson, inTime)!;
    expect(lent.roll.guests).toContainEqual(e);
  });
});
