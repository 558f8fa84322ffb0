import { takesAnybody } from '../lesson/lecture';
import type { Lesson, Section } from '../model';
import type { Guest, Mark, Roll } from './roll';
import { hasCome, onRoll } from './on-roll';
import { refuse, type Refused } from '../base/refuse';
import { anybodyOpensAt, walkInOpensAt } from '../lesson/roll-times';
import type { Seats } from '../line/seats-then';
import { checkInBeside } from './which-mark';
import { attendeeOf } from '../line/entry';
import { freeSeatsIn, hasWait } from '../line/line';

/**
 * Seats that are empty in this lesson now: all seats minus the people who have come. A seat holder who comes later is
 * still let in.
 */
export const freeSeats = (section: Seats, roll: Roll): number =>
  freeSeatsIn({ capacity: section.capacity, line: onRoll(section, roll).filter(hasCome) });

type Door = Seats & Pick<Section, 'walkInFrom'>;

/**
 * May somebody without a seat be let in for this lesson (补位)? Only while a seat is empty: from 15 minutes after the
 * beginning people who wait in line, from 20 minutes on anybody. A lecture that takes anybody lets them in at once where
 * nobody has signed up, and from its beginning on where nobody has come. `null` = yes.
 */
export function refuseWalkIn(
  section: Door,
  roll: Roll,
  lesson: Lesson,
  memberId: string,
  now: number,
): null | Refused<'WALK_IN_TOO_EARLY' | 'NO_FREE_SEAT' | 'LINE_FIRST'> {
  const from = takesAnybody(section) ? lesson.startsAt : walkInOpensAt(lesson);
  if (now < from && !(takesAnybody(section) && hasSpareSeat(section, roll)))
    return refuse('WALK_IN_TOO_EARLY', { from });
  if (freeSeats(section, roll) === 0) return refuse('NO_FREE_SEAT');
  if (takesAnybody(section)) return null;
  const waits = hasWait(section, memberId, attendeeOf);
  const anybody = anybodyOpensAt(lesson);
  return !waits && now < anybody ? refuse('LINE_FIRST', { from: anybody }) : null;
}

/** True if there are more seats than people on the roll, who may all still come. */
const hasSpareSeat = (section: Seats, roll: Roll): boolean =>
  freeSeatsIn({ capacity: section.capacity, line: onRoll(section, roll) }) > 0;

interface WalkIn {
  section: Door;
  roll: Roll;
  lesson: Lesson;
  memberId: string;
  /** The member who lets them in: an instructor, or the person themselves by the code on the instructor's screen. */
  by: string;
  source: 'self' | 'instructor';
  now: number;
}

/** The roll with one more guest, marked as present; `null` if the person is on it already. */
export function walkIn({
  section,
  roll,
  lesson,
  memberId,
  by,
  source,
  now,
}: WalkIn): Roll | null | Refused<'ROLL_CLOSED' | 'WALK_IN_TOO_EARLY' | 'NO_FREE_SEAT' | 'LINE_FIRST'> {
  if (onRoll(section, roll).some(person => person.memberId === memberId)) return null;
  if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
  const refusal = refuseWalkIn(section, roll, lesson, memberId, now);
  if (refusal) return refusal;
  const guest: Guest = { memberId, at: now, as: 'walk-in', seatOf: null };
  const here: Mark = {
    nonce: `walkin-${memberId}`,
    memberId,
    state: 'present',
    source,
    at: now,
    receivedAt: now,
    by,
    device: source,
    seen: roll.markCount,
  };
  const beside = source === 'self' ? checkInBeside(roll.marks, here) : null;
  return {
    ...roll,
    guests: [...roll.guests.filter(one => one.memberId !== memberId), guest],
    marks: [...roll.marks, beside && 'add' in beside ? beside.add : here],
    markCount: roll.markCount + 1,
  };
}
