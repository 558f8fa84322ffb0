import type { Guest, Leave, Mark, MarkSource, MarkState, Roll } from './roll';
import { seatsThen, type Seats } from '../line/seats-then';
import { whichMark, type PlacedMark } from './which-mark';
import { seated } from '../line/line';

/** Somebody on the roll of one lesson: by a seat of the class, or in for this lesson only. */
export interface OnRoll {
  memberId: string;
  as: 'seat' | Guest['as'];
  /** Had a seat when the lesson began. Who has got one since may come to it, and is missed by nobody. */
  due: boolean;
  /** The seat number, starting at 1; `null` for a guest. */
  seat: number | null;
  leave: Leave | null;
  mark: Mark | null;
  disputed: Mark | null;
}

/**
 * Seats in their order, then who has got a seat since the lesson began, then guests in the order in which they came. After
 * the closing it is who was expected then.
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

/** As much of a roll as it takes to say who is in for this lesson only. */
export type Guests = Pick<Roll, 'guests' | 'closedAt' | 'lessonIndex'> & { marks: PlacedMark[] };

/**
 * Who is in for this lesson only. A lent seat is for who waits: whoever has one of their own by now, or is gone from the
 * line, is no guest any more, unless they have been marked as one.
 */
export function guestsOn(section: Seats, roll: Guests): Guest[] {
  if (roll.closedAt !== null) return roll.guests;
  const seats = seatsThen(section, section.lessons[roll.lessonIndex]?.startsAt ?? Infinity);
  const inLine = (id: string) => section.line.some(entry => entry.memberId === id);
  return roll.guests.filter(
    ({ memberId, as }) =>
      as !== 'lent' || (!seats.includes(memberId) && (inLine(memberId) || isMarked(roll, memberId))),
  );
}

const isMarked = ({ marks }: Pick<Guests, 'marks'>, memberId: string): boolean =>
  whichMark(marks, memberId).holds !== undefined;

/** Who has a seat of the class in this lesson: who had one when it began, whatever has become of the line since. */
export const seatsOf = (section: Seats, roll: Roll): string[] =>
  roll.closedAt === null ? seatsThen(section, section.lessons[roll.lessonIndex]?.startsAt ?? Infinity) : roll.expected;

/** Who has got a seat since: before the lesson was over, or is marked all the same. */
function seatedSince(section: Seats, roll: Roll, due: readonly string[]): string[] {
  const lesson = section.lessons[roll.lessonIndex];
  if (!lesson || roll.closedAt !== null) return [];
  const inTime = seatsThen(section, lesson.endsAt);
  const known = new Set([...due, ...roll.guests.map(guest => guest.memberId)]);
  return seated(section)
    .map(entry => entry.memberId)
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

/** Counts among those of whom the lesson's sums speak. */
export const isExpected = ({ as, due, mark }: OnRoll): boolean => as === 'seat' && (due || mark !== null);

/** Somebody was marked, or checked in, before the closing: a lesson without any of it says nothing of who came. */
export const wasCalled = ({ marks, closedAt }: Pick<Roll, 'marks' | 'closedAt'>): boolean =>
  marks.some(mark => mark.state !== null && (closedAt === null || mark.receivedAt <= closedAt));

/** As much of a person on a roll as it takes to say what they count as; also as a screen is told it. */
export interface Said {
  mark: { state: MarkState | null; source: MarkSource } | null;
  disputed: object | null;
  leave: object | null;
}

/**
 * What somebody counts as in a lesson, for every sum, sheet and closing. A mark 缺课 that is disputed counts as nothing
 * until somebody decides. Leave that was asked for in time cannot be turned into an absence by an instructor, whose list
 * may be older than the leave. `null` = not marked, or not decided.
 */
export function countsAs({ mark, disputed, leave }: Said): MarkState | null {
  if (!mark || (mark.state === 'absent' && mark.source !== 'staff' && leave)) return leave ? 'leave' : null;
  return mark.state === 'absent' && disputed ? null : mark.state;
}

/** Present or late. */
export const hasCome = (person: OnRoll): boolean => ['present', 'late'].includes(countsAs(person) ?? '');

/** On leave, by their own word or the instructor's, and not here after all. */
export const isAway = (person: OnRoll): boolean => countsAs(person) === 'leave';

/**
 * A closed lesson whose roll was called: whoever had a seat and was neither marked nor away was absent. Not who is disputed:
 * that nobody has decided yet.
 */
export const wasMissed = (person: OnRoll, roll: Pick<Roll, 'marks' | 'closedAt'>): boolean =>
  person.as === 'seat' && person.mark === null && !isAway(person) && roll.closedAt !== null && wasCalled(roll);
