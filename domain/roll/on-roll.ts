import type { Guest, Leave, Mark, MarkSource, MarkState, Roll } from './roll';
import { seatsThen, type Seats } from '../line/seats-then';
import { whichMark, type PlacedMark } from './which-mark';
import { attendeeOf } from '../line/entry';
import { indexOf, seated } from '../line/line';

/** A person on the roll of one lesson, either with a seat of the class or for this lesson only. */
export interface OnRoll {
  memberId: string;
  as: 'seat' | Guest['as'];
  /**
   * True if the person had a seat when the lesson began. Somebody who got a seat later may come, but nobody expects
   * them.
   */
  due: boolean;
  /** The seat number, starting at 1; `null` for a guest. */
  seat: number | null;
  leave: Leave | null;
  mark: Mark | null;
  disputed: Mark | null;
}

/**
 * The people on the roll: seats in their order, then people who got a seat after the lesson began, then guests in the
 * order in which they came. After the closing, the people who were expected then, and the guests.
 */
export function onRoll(section: Seats, roll: Roll): OnRoll[] {
  const due = seatsOf(section, roll);
  const seated = [...due, ...seatedSince(section, roll, due)];
  const guests = guestsOn(section, roll).filter(guest => !seated.includes(guest.memberId));
  return [
    ...seated.map((memberId, index) => personOn(roll, memberId, 'seat', index < due.length, index + 1)),
    ...guests.map(({ memberId, as }) => personOn(roll, memberId, as, false, null)),
  ];
}

/** The part of a roll that says who is in for this lesson only. */
export type Guests = Pick<Roll, 'guests' | 'closedAt' | 'lessonIndex'> & { marks: PlacedMark[] };

/**
 * The people who are in for this lesson only. A lent seat is for somebody who waits. A person who now has a seat of
 * their own or has left the line is no guest any more, unless they have been marked as one.
 */
export function guestsOn(section: Seats, roll: Guests): Guest[] {
  if (roll.closedAt !== null) return roll.guests;
  const seats = seatsThen(section, section.lessons[roll.lessonIndex]?.startsAt ?? Infinity);
  const inLine = (id: string) => indexOf(section, id, attendeeOf) >= 0;
  return roll.guests.filter(
    ({ memberId, as }) =>
      as !== 'lent' || (!seats.includes(memberId) && (inLine(memberId) || isMarked(roll, memberId))),
  );
}

const isMarked = ({ marks }: Pick<Guests, 'marks'>, memberId: string): boolean =>
  whichMark(marks, memberId).holds !== undefined;

/**
 * The people with a seat of the class in this lesson: those who had one when it began, whatever happened to the line
 * since.
 */
export const seatsOf = (section: Seats, roll: Roll): string[] =>
  roll.closedAt === null ? seatsThen(section, section.lessons[roll.lessonIndex]?.startsAt ?? Infinity) : roll.expected;

/** The people who got a seat after the lesson began, either before it ended or, if later, with a mark. */
function seatedSince(section: Seats, roll: Roll, due: readonly string[]): string[] {
  const lesson = section.lessons[roll.lessonIndex];
  if (!lesson || roll.closedAt !== null) return [];
  const inTime = seatsThen(section, lesson.endsAt);
  const known = new Set([...due, ...roll.guests.map(guest => guest.memberId)]);
  return seated(section)
    .map(attendeeOf)
    .filter(id => !known.has(id) && (inTime.includes(id) || isMarked(roll, id)));
}

function personOn(roll: Roll, memberId: string, as: OnRoll['as'], due: boolean, seat: number | null): OnRoll {
  const { holds, disputed } = whichMark(roll.marks, memberId);
  return {
    memberId,
    as,
    due,
    seat,
    leave: roll.leaves.find(leave => leave.memberId === memberId) ?? null,
    mark: holds ?? null,
    disputed: disputed ?? null,
  };
}

/** True if the person counts in the lesson's sums. */
export const isExpected = ({ as, due, mark }: OnRoll): boolean => as === 'seat' && (due || mark !== null);

/** True if somebody was marked or checked in before the closing. Without that, a roll says nothing about who came. */
export const wasCalled = ({ marks, closedAt }: Pick<Roll, 'marks' | 'closedAt'>): boolean =>
  marks.some(mark => mark.state !== null && (closedAt === null || mark.receivedAt <= closedAt));

/** The part of a person on a roll that decides what they count as. A screen is told the same fields. */
export interface Said {
  mark: { state: MarkState | null; source: MarkSource } | null;
  disputed: object | null;
  leave: object | null;
}

/**
 * What a person counts as in a lesson, for every sum, sheet and closing; `null` = not marked, or not decided. A mark 缺课
 * that is disputed counts as nothing until somebody decides. An instructor cannot turn leave into an absence, because
 * the instructor's list may be older than the leave; only staff can.
 */
export function countsAs({ mark, disputed, leave }: Said): MarkState | null {
  if (!mark || (mark.state === 'absent' && mark.source !== 'staff' && leave)) return leave ? 'leave' : null;
  return mark.state === 'absent' && disputed ? null : mark.state;
}

/** True if the person counts as present or late. */
export const hasCome = (person: OnRoll): boolean => ['present', 'late'].includes(countsAs(person) ?? '');

/** True if the person counts as on leave, by their own word or the instructor's. */
export const isAway = (person: OnRoll): boolean => countsAs(person) === 'leave';

/**
 * True if the lesson is closed, its roll was called, and this person had a seat and was neither marked nor on leave. A
 * disputed person has a mark that nobody has decided about yet, so they are not counted.
 */
export const wasMissed = (person: OnRoll, roll: Pick<Roll, 'marks' | 'closedAt'>): boolean =>
  person.as === 'seat' && person.mark === null && !isAway(person) && roll.closedAt !== null && wasCalled(roll);

/**
 * What a person is in a lesson: what they count as, or absent because they were missed. `null` = nobody has said
 * anything, or nobody has decided.
 */
export const stateIn = (person: OnRoll, roll: Pick<Roll, 'marks' | 'closedAt'>): MarkState | null =>
  wasMissed(person, roll) ? 'absent' : countsAs(person);
