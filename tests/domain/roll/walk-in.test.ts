import type { Roll } from '../../../domain/roll/roll';
import { freeSeats, refuseWalkIn, walkIn } from '../../../domain/roll/walk-in';
import { lesson, mark, roll, tea } from './rolls';
import { T } from '../line/sections';

const MINUTE = 60_000;
const two = roll({ marks: [mark('a', 'present'), mark('b', 'late')] });
const full = roll({ marks: [mark('a', 'present'), mark('b', 'late'), mark('c', 'present')] });

test('seats are empty by who has come, not by who was expected', () => {
  expect(freeSeats(tea, roll())).toBe(3);
  expect(freeSeats(tea, two)).toBe(1);
  expect(freeSeats(tea, roll({ marks: [mark('a', 'absent'), mark('b', 'leave')] }))).toBe(3);
  expect(freeSeats(tea, full)).toBe(0);
});

test.each([
  ['who waits, before the quarter hour', 'd', two, 15 * MINUTE - 1, 'WALK_IN_TOO_EARLY'],
  ['who waits, from it on', 'd', two, 15 * MINUTE, null],
  ['a stranger, while the line goes first', 'x', two, 20 * MINUTE - 1, 'LINE_FIRST'],
  ['a stranger, after that', 'x', two, 20 * MINUTE, null],
  ['anybody, where all have come', 'd', full, 30 * MINUTE, 'NO_FREE_SEAT'],
])('%s', (_, who, of, after, code) => {
  expect(refuseWalkIn(tea, of, lesson, who, T + after)?.refused ?? null).toBe(code);
});

describe('letting in', () => {
  const inside = (of: Roll, memberId: string, source: 'self' | 'instructor' = 'instructor') =>
    walkIn({
      section: tea,
      roll: of,
      lesson,
      memberId,
      by: 'teacher',
      source,
      now: T + 16 * MINUTE,
    }) as Roll;

  test('the guest is on the roll and here; the seat is taken', () => {
    const after = inside(two, 'd');

    expect(after.guests).toEqual([{ memberId: 'd', at: T + 16 * MINUTE, as: 'walk-in', seatOf: null }]);
    expect(after.marks.at(-1)).toMatchObject({ memberId: 'd', state: 'present', source: 'instructor' });
    expect(after.markCount).toBe(after.marks.length);
    expect(freeSeats(tea, after)).toBe(0);
    expect(inside(after, 'e')).toMatchObject({ refused: 'NO_FREE_SEAT' });
  });

  test('the guest before stays', () => {
    const before = { memberId: 'x', at: T, as: 'walk-in' as const, seatOf: null };

    expect(inside({ ...two, guests: [before] }, 'd').guests).toEqual([
      before,
      expect.objectContaining({ memberId: 'd' }),
    ]);
  });

  test('a check-in at the door notes the contrary mark that it found; an instructor’s mark settles it', () => {
    const away = roll({ marks: [...two.marks, mark('d', 'absent')] });

    expect(inside(away, 'd', 'self').marks.at(-1)).toMatchObject({ source: 'self', found: 'absent', seen: 3 });
    expect(inside(away, 'd').marks.at(-1)).not.toHaveProperty('found');
    expect(inside(two, 'd', 'self').marks.at(-1)).not.toHaveProperty('found');
  });

  test('who is on the roll already stays as they are', () => {
    expect(inside(two, 'a')).toBeNull();
  });

  test('not into a closed lesson', () => {
    expect(inside(roll({ closedAt: 1, expected: ['a', 'b', 'c'] }), 'd')).toEqual({ refused: 'ROLL_CLOSED' });
  });
});
