import type { Lesson, Section } from '../model';
import { isLecture } from './lecture';
import type { Guest, Roll } from '../roll/roll';
import { guestsOn, isAway, onRoll, type Guests } from '../roll/on-roll';
import { refuse, type Refused } from '../base/refuse';
import { leaveUntil } from './roll-times';
import type { Seats } from '../line/seats-then';
import { attendeeOf } from '../line/entry';
import { hasSeat, waiting } from '../line/line';

/** The roll as it will be, and the person who is lent a seat by it. */
export interface Lent {
  roll: Roll;
  to: string | null;
}

/** The first in line who has no seat in this lesson yet and has not passed one on. */
const nextInLine = (section: Seats, roll: Roll): string | undefined =>
  waiting(section)
    .map(attendeeOf)
    .find(id => !roll.guests.some(guest => guest.memberId === id) && !roll.declined.includes(id));

function lendSeat(section: Seats, roll: Roll, seatOf: string, now: number): Lent {
  const to = nextInLine(section, roll);
  if (to === undefined) return { roll, to: null };
  const guest: Guest = { memberId: to, at: now, as: 'lent', seatOf };
  return { roll: { ...roll, guests: [...roll.guests, guest] }, to };
}

export const isLent = (section: Seats, roll: Guests, memberId: string): boolean =>
  guestsOn(section, roll).some(guest => guest.as === 'lent' && guest.seatOf === memberId);

/**
 * 请假: until two hours before the lesson, a person with a seat can say that they will not come. The seat is then lent to
 * the first in line, for this lesson only. If it was said before, nothing changes (`null`). A lecture has no leave:
 * dropping is the same there.
 */
export function takeLeave(
  section: Seats & Pick<Section, 'kind'>,
  roll: Roll,
  lesson: Lesson,
  memberId: string,
  reason: string,
  now: number,
): Lent | null | Refused<'NO_LEAVE' | 'NOT_SEATED' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED'> {
  if (isLecture(section)) return refuse('NO_LEAVE');
  if (roll.leaves.some(leave => leave.memberId === memberId)) return null;
  if (!hasSeat(section, memberId, attendeeOf)) return refuse('NOT_SEATED');
  if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
  if (now >= leaveUntil(lesson)) return refuse('LEAVE_TOO_LATE');
  return lendSeat(section, { ...roll, leaves: [...roll.leaves, { memberId, at: now, reason }] }, memberId, now);
}

/**
 * The person comes after all. This is refused once the seat was lent, because somebody counts on it. `null` = was not
 * on leave.
 */
export function endLeave(
  section: Seats,
  roll: Roll,
  lesson: Lesson,
  memberId: string,
  now: number,
): Roll | null | Refused<'SEAT_LENT' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED'> {
  if (!roll.leaves.some(leave => leave.memberId === memberId)) return null;
  if (isLent(section, roll, memberId)) return refuse('SEAT_LENT');
  if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
  if (now >= leaveUntil(lesson)) return refuse('LEAVE_TOO_LATE');
  return {
    ...roll,
    leaves: roll.leaves.filter(leave => leave.memberId !== memberId),
    comings: [...(roll.comings ?? []).filter(one => one.memberId !== memberId), { memberId, at: now }],
    guests: roll.guests.filter(guest => guest.seatOf !== memberId),
  };
}

/**
 * 让给下一位: until two hours before the lesson, a person who was lent a seat can pass it on without blame. `null` = was
 * passed on before.
 */
export function passOn(
  section: Seats,
  roll: Roll,
  lesson: Lesson,
  memberId: string,
  now: number,
): Lent | null | Refused<'NOT_LENT' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED'> {
  const guest = roll.guests.find(one => one.memberId === memberId && one.as === 'lent');
  if (!guest) return roll.declined.includes(memberId) ? null : refuse('NOT_LENT');
  if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
  if (now >= leaveUntil(lesson)) return refuse('LEAVE_TOO_LATE');
  const without = {
    ...roll,
    guests: roll.guests.filter(one => one !== guest),
    declined: [...roll.declined, memberId],
  };
  return lendSeat(section, without, guest.seatOf ?? memberId, now);
}

/**
 * Passes on a lent seat whose guest is no guest any more, because they now have a seat of their own or have left the
 * line. The next in line gets it. If nobody is there or it is too late, its owner has it back. Handles one seat per
 * call; `null` = there is none. On a closed roll every guest stays one.
 */
export function lendOn(section: Seats, roll: Roll, lesson: Lesson, now: number): Lent | null {
  if (now >= lesson.startsAt) return null;
  const guests = guestsOn(section, roll);
  const gone = roll.guests.find(guest => !guests.includes(guest));
  if (!gone) return null;
  const without = { ...roll, guests: roll.guests.filter(guest => guest !== gone) };
  const owner = onRoll(section, roll).find(person => person.as === 'seat' && person.memberId === gone.seatOf);
  const stays = owner !== undefined && isAway(owner) && now < leaveUntil(lesson);
  return stays ? lendSeat(section, without, owner.memberId, now) : { roll: without, to: null };
}
