import { SECOND } from '../base/clock';
import type { Lesson } from '../model';
import type { Mark, Roll } from './roll';
import { onRoll } from './on-roll';
import { refuse, type Refused } from '../base/refuse';
import { isCorrection, rollOpensAt } from '../lesson/roll-times';
import type { Seats } from '../line/seats-then';

/** The most marks that one roll can hold, so that the document stays far below the database's 16 MB. */
export const MOST_MARKS_A_ROLL = 5_000;

/** The most marks of one call: a roll of sixty, marked three times over. */
export const MOST_MARKS_A_CALL = 200;

export type NewMark = Pick<Mark, 'nonce' | 'memberId' | 'state' | 'at' | 'seen'> & {
  reason?: string | undefined;
  /** When the server sent the roll on which the mark was made. */
  loadedAt?: number | undefined;
};

interface Marking {
  section: Seats;
  roll: Roll;
  lesson: Lesson;
  marks: readonly NewMark[];
  now: number;
}

/** The reasons for which marks are refused. */
export type MarkRefusal = Refused<'ROLL_CLOSED' | 'ROLL_FULL' | 'NOT_ON_ROLL' | 'NONCE_REUSED' | 'REASON_MISSING'>;

/**
 * The marks of an instructor's call that are new, or the reason why none is taken. Either all of a call are taken or
 * none. A mark that was sent before is a quiet success, also after the closing. Its time may differ, because a phone
 * that has learnt the time since may guess it anew. Marks that were made before the closing are taken after it, because
 * they waited on a phone without signal.
 */
export function newMarks({ section, roll, lesson, marks, now }: Marking): NewMark[] | MarkRefusal {
  const known = new Map(roll.marks.map(mark => [mark.nonce, mark]));
  const fresh: NewMark[] = [];
  for (const mark of marks) {
    const same = known.get(mark.nonce) ?? fresh.find(one => one.nonce === mark.nonce);
    if (!same) fresh.push({ ...mark, at: possibleAt(mark, lesson, now) });
    else if (same.memberId !== mark.memberId || same.state !== mark.state) return refuse('NONCE_REUSED');
  }
  if (fresh.length === 0) return [];
  const { closedAt } = roll;
  if (closedAt !== null && fresh.some(mark => mark.at >= closedAt)) return refuse('ROLL_CLOSED');
  if (roll.markCount + fresh.length > MOST_MARKS_A_ROLL) return refuse('ROLL_FULL');
  const people = new Set(onRoll(section, roll).map(person => person.memberId));
  const strangers = fresh.map(mark => mark.memberId).filter(id => !people.has(id));
  if (strangers.length > 0) return refuse('NOT_ON_ROLL', { memberIds: [...new Set(strangers)] });
  if (fresh.some(mark => isCorrection(lesson, mark.at, now) && !mark.reason)) return refuse('REASON_MISSING');
  return fresh;
}

/**
 * When a mark was made, limited to what can be true: after its roll was loaded and before it arrived. A phone without
 * signal may have a clock that is wrong by hours.
 */
function possibleAt({ at, loadedAt = 0 }: NewMark, lesson: Lesson, now: number): number {
  // Two servers' clocks may differ by a second, and a later mark of one phone must stay later.
  const said = at <= now + SECOND ? at : now;
  const earliest = Math.min(now, Math.max(rollOpensAt(lesson), loadedAt));
  return Math.max(earliest, said);
}

/** An instructor's mark in the form in which it is stored. */
export const instructorMark = (mark: NewMark, by: string, device: string, now: number): Mark => ({
  nonce: mark.nonce,
  memberId: mark.memberId,
  state: mark.state,
  source: 'instructor',
  at: mark.at,
  receivedAt: now,
  by,
  device,
  seen: mark.seen,
  ...(mark.reason ? { reason: mark.reason } : {}),
});
