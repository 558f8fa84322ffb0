import type { Roll } from '../../../domain/roll';
import { instructorMark, MOST_MARKS_A_ROLL, newMarks, type NewMark } from '../../../domain/rules/mark';
import { lesson, mark, roll, tea } from './rolls';
import { T } from './sections';

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
  ['a closed lesson', mark('a', 'present'), { closedAt: 1, expected: ['a'] }, HOUR, 'ROLL_CLOSED'],
  ['a full roll', mark('a', 'present'), { markCount: MOST_MARKS_A_ROLL }, HOUR, 'ROLL_FULL'],
  ['somebody who waits', mark('d', 'present'), {}, HOUR, 'NOT_ON_ROLL'],
  ['a clock more than ten seconds ahead', mark('a', 'present', HOUR + 10_001), {}, HOUR, 'MARK_FROM_FUTURE'],
  ['the millisecond before the roll opens', mark('a', 'present', -HOUR / 2 - 1), {}, HOUR, 'MARK_TOO_EARLY'],
  ['long after the lesson, without a reason', mark('a', 'present', 3.5 * HOUR), {}, 4 * HOUR, 'REASON_MISSING'],
])('%s', (_, given, of, now, code) => {
  expect(decide([given], roll(of), T + now)).toMatchObject({ refused: code });
});

test.each<[string, NewMark, number]>([
  ['ten seconds ahead', mark('a', 'present', HOUR + 10_000), HOUR],
  ['the first millisecond of the roll', mark('a', 'present', -HOUR / 2), HOUR],
  ['made in the lesson, sent the next day', mark('a', 'present', HOUR), 24 * HOUR],
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

test('what is kept of a mark lies at most a second ahead of the server', () => {
  const kept = instructorMark({ ...mark('a', 'late', 9_000), reason: undefined }, 'teacher', 'phone', T);

  expect(kept).toMatchObject({ at: T + 1_000, receivedAt: T, source: 'instructor', by: 'teacher', device: 'phone' });
  expect('reason' in kept).toBe(false);
});
