import type { Roll } from '../../../domain/roll/roll';
import { instructorMark, MOST_MARKS_A_ROLL, newMarks, type NewMark } from '../../../domain/roll/mark';
import { lesson, mark, roll, tea } from './rolls';
import { T } from '../line/sections';

const HOUR = 3_600_000;
const decide = (marks: NewMark[], of: Roll = roll(), now = T + HOUR) =>
  newMarks({ section: tea, roll: of, lesson, marks, now });

test('new ones are taken, those of before are quiet successes', () => {
  const [known, fresh] = [mark('a', 'present', 1), mark('b', 'late', 2)];

  expect(decide([known, fresh], roll({ marks: [known] }))).toEqual([fresh]);
  expect(decide([known], roll({ marks: [known], closedAt: 1, expected: ['a'] }))).toEqual([]);
  expect(decide([fresh, fresh])).toEqual([fresh]);
});

test('one that was sent before may have guessed its time anew', () => {
  const known = mark('a', 'present', 1);

  expect(decide([{ ...known, at: known.at + 700 }], roll({ marks: [known] }))).toEqual([]);
});

test.each<[string, NewMark, Partial<Roll>, number, string]>([
  [
    'a name for another person',
    mark('b', 'present', 1, { nonce: 'n' }),
    { marks: [mark('a', 'present', 1, { nonce: 'n' })] },
    HOUR,
    'NONCE_REUSED',
  ],
  [
    'a name for another state',
    mark('a', 'late', 1, { nonce: 'n' }),
    { marks: [mark('a', 'present', 1, { nonce: 'n' })] },
    HOUR,
    'NONCE_REUSED',
  ],
  ['a full roll', mark('a', 'present'), { markCount: MOST_MARKS_A_ROLL }, HOUR, 'ROLL_FULL'],
  ['somebody who waits', mark('d', 'present'), {}, HOUR, 'NOT_ON_ROLL'],
  [
    'within the lesson, arriving a day after it without a reason',
    mark('a', 'present', HOUR),
    {},
    25.5 * HOUR,
    'REASON_MISSING',
  ],
  [
    'made after the closing',
    mark('a', 'present', HOUR),
    { closedAt: T + HOUR, expected: ['a'] },
    2 * HOUR,
    'ROLL_CLOSED',
  ],
  ['long after the lesson, without a reason', mark('a', 'present', 3.5 * HOUR), {}, 4 * HOUR, 'REASON_MISSING'],
])('%s', (_, given, of, now, code) => {
  expect(decide([given], roll(of), T + now)).toMatchObject({ refused: code });
});

test.each<[string, NewMark, number]>([
  ['at the instant of arriving', mark('a', 'present', HOUR), HOUR],
  ['the first millisecond of the roll', mark('a', 'present', -HOUR / 2), HOUR],
  ['made in the lesson, sent the next day', mark('a', 'present', HOUR), 25.5 * HOUR - 1],
  ['long after it, with a reason', { ...mark('a', 'present', 3.5 * HOUR), reason: '忘了点' }, 4 * HOUR],
])('taken: %s', (_, given, now) => {
  expect(decide([given], roll(), T + now)).toEqual([given]);
});

test('one wrong mark, and none of the call is taken', () => {
  expect(decide([mark('a', 'present'), mark('x', 'present'), mark('y', 'late')])).toEqual({
    refused: 'NOT_ON_ROLL',
    details: { memberIds: ['x', 'y'] },
  });
});

test('a guest of the lesson can be marked', () => {
  const guest = { memberId: 'd', at: T, as: 'lent' as const, seatOf: 'a' };

  expect(decide([mark('d', 'present')], roll({ guests: [guest] }))).toHaveLength(1);
});

describe('a phone whose clock is wrong', () => {
  const at = (given: NewMark, now: number) => {
    const taken = decide([given], roll(), T + now);
    return Array.isArray(taken) ? taken[0]!.at - T : taken;
  };

  test.each<[string, number, number | undefined, number]>([
    ['three hours fast: when it arrived', 4 * HOUR, undefined, HOUR],
    ['three hours slow: when the roll opened', -2 * HOUR, undefined, -HOUR / 2],
    ['three hours slow: when the roll was loaded', -2 * HOUR, T + HOUR / 4, HOUR / 4],
    ['a roll that was loaded the day before says nothing', -2 * HOUR, T - 24 * HOUR, -HOUR / 2],
    ['loaded later than now is no news', HOUR / 2, T + 9 * HOUR, HOUR],
    ['a second ahead, as another server’s clock may be: as it says', HOUR + 1_000, undefined, HOUR + 1_000],
    ['a millisecond more: when it arrived', HOUR + 1_001, undefined, HOUR],
    ['right: as it says', HOUR / 2, T + HOUR / 4, HOUR / 2],
  ])('%s', (_, said, loadedAt, kept) => {
    expect(at({ ...mark('a', 'present', said), loadedAt }, HOUR)).toBe(kept);
  });
});

test('the last place of a roll can be filled', () => {
  const of = (markCount: number) => decide([mark('a', 'present')], roll({ markCount }));

  expect(of(MOST_MARKS_A_ROLL - 1)).toHaveLength(1);
  expect(of(MOST_MARKS_A_ROLL)).toMatchObject({ refused: 'ROLL_FULL' });
});

test('one mark of a call that was made too late, and none is taken', () => {
  const [first, second] = [mark('a', 'present', HOUR), mark('b', 'present', 3.5 * HOUR)];
  const shut = roll({ closedAt: T + 2 * HOUR, expected: ['a', 'b'] });

  expect(decide([first, second], shut, T + 4 * HOUR)).toEqual({ refused: 'ROLL_CLOSED' });
  expect(decide([first, second], roll(), T + 4 * HOUR)).toEqual({ refused: 'REASON_MISSING' });
});

test('made before the closing, arriving after it: taken', () => {
  const made = mark('a', 'present', HOUR);

  expect(decide([made], roll({ closedAt: T + 2 * HOUR, expected: ['a'] }), T + 3 * HOUR)).toEqual([made]);
});

test('what is kept of a mark', () => {
  const kept = instructorMark({ ...mark('a', 'late', 9_000), reason: undefined }, 'teacher', 'phone', T + 9_000);

  expect(kept).toMatchObject({
    at: T + 9_000,
    receivedAt: T + 9_000,
    source: 'instructor',
    by: 'teacher',
    device: 'phone',
  });
  expect('reason' in kept).toBe(false);
  expect(instructorMark({ ...mark('a', 'late'), reason: '忘了点' }, 'teacher', 'phone', T).reason).toBe('忘了点');
});
