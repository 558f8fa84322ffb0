import { SECOND } from '../clock';
import type { Lesson } from '../model';
import type { Mark, Roll } from '../roll';
import { onRoll } from './on-roll';
import { refuse, type Refused } from './refuse';
import { CLOCK_TOLERANCE_MS, isCorrection, rollOpensAt } from './roll-times';
import type { Seats } from './seats-then';

/** The marks that one roll can hold: the document stays far below the 16 MB of the database. */
export const MOST_MARKS_A_ROLL = 5_000;

/** The most marks of one call: a roll of sixty, marked three times over. */
export const MOST_MARKS_A_CALL = 200;

export type NewMark = Pick<Mark, 'nonce' | 'memberId' | 'state' | 'at' | 'seen'> & { reason?: string | undefined };

interface Marking {
  section: Seats;
  roll: Roll;
  lesson: Lesson;
  marks: readonly NewMark[];
  now: number;
}

/** Why marks are not taken. */
export type MarkRefusal = Refused<
  | 'ROLL_CLOSED'
  | 'ROLL_FULL'
  | 'NOT_ON_ROLL'
  | 'MARK_FROM_FUTURE'
  | 'MARK_TOO_EARLY'
  | 'NONCE_REUSED'
  | 'REASON_MISSING'
>;

/**
 * Which of an instructor's marks are new, or why none is taken: all of a call or nothing. One that was sent before is a
 * quiet success, also after the closing; its time may have been guessed anew by a phone that has learnt the time since.
 */
export function newMarks({ section, roll, lesson, marks, now }: Marking): NewMark[] | MarkRefusal {
  const known = new Map(roll.marks.map(mark => [mark.nonce, mark]));
  const fresh: NewMark[] = [];
  for (const mark of marks) {
    const same = known.get(mark.nonce) ?? fresh.find(one => one.nonce === mark.nonce);
    if (!same) fresh.push(mark);
    else if (same.memberId !== mark.memberId || same.state !== mark.state) return refuse('NONCE_REUSED');
  }
  if (fresh.length === 0) return [];
  if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
  if (roll.markCount + fresh.length > MOST_MARKS_A_ROLL) return refuse('ROLL_FULL');
  const people = new Set(onRoll(section, roll).map(person => person.memberId));
  const strangers = fresh.map(mark => mark.memberId).filter(id => !people.has(id));
  if (strangers.length > 0) return refuse('NOT_ON_ROLL', { memberIds: [...new Set(strangers)] });
  if (fresh.some(mark => mark.at > now + CLOCK_TOLERANCE_MS)) return refuse('MARK_FROM_FUTURE');
  if (fresh.some(mark => mark.at < rollOpensAt(lesson))) return refuse('MARK_TOO_EARLY');
  if (fresh.some(mark => isCorrection(lesson, mark.at) && !mark.reason)) return refuse('REASON_MISSING');
  return fresh;
}

/** A mark of an instructor as it is kept. */
export const instructorMark = (mark: NewMark, by: string, device: string, now: number): Mark => ({
  nonce: mark.nonce,
  memberId: mark.memberId,
  state: mark.state,
  source: 'instructor',
  at: Math.min(mark.at, now + SECOND),
  receivedAt: now,
  by,
  device,
  seen: mark.seen,
  ...(mark.reason ? { reason: mark.reason } : {}),
});
