import type { Lesson } from '../../../domain/model';
import { emptyRoll, type Mark, type MarkState, type Roll } from '../../../domain/roll/roll';
import { section, T } from '../line/sections';

/** An hour and a half, beginning at T. */
export const lesson: Lesson = { startsAt: T, endsAt: T + 90 * 60_000 };

/** A class of three seats (a, b, c) with two who wait (d, e). */
export const tea = section({
  capacity: 3,
  waitlistLimit: 5,
  lessons: [lesson],
  line: ['a', 'b', 'c', 'd', 'e'].map((memberId, index) => ({ memberId, at: T - 7 * 86_400_000 + index })),
  lineCount: 5,
});

export const roll = (change: Partial<Roll> = {}): Roll => {
  const marks = change.marks ?? [];
  return { ...emptyRoll(tea, 0, lesson), markCount: marks.length, ...change };
};

/** An instructor's mark at T + `after`; the nonce is made of what it says unless given. */
export const mark = (memberId: string, state: MarkState | null, after = 0, change: Partial<Mark> = {}): Mark => ({
  nonce: `${memberId}-${state}-${after}`,
  memberId,
  state,
  source: 'instructor',
  at: T + after,
  receivedAt: T + after,
  by: 'teacher',
  device: 'phone',
  seen: 0,
  ...change,
});
