import type { Section } from '../model';
import type { Guest, Leave, Mark, Roll } from '../roll';
import { whichMark } from './which-mark';

/** Somebody on the roll of one lesson: by a seat of the class, or in for this lesson only. */
export interface OnRoll {
  memberId: string;
  as: 'seat' | Guest['as'];
  /** The how-manieth seat, from 1; `null` for a guest. */
  seat: number | null;
  leave: Leave | null;
  mark: Mark | null;
  disputed: Mark | null;
}

type Line = Pick<Section, 'line' | 'capacity'>;

/** Seats in their order, then guests in the order in which they came. After the closing it is who was expected then. */
export function onRoll(section: Line, roll: Roll): OnRoll[] {
  const seated = seatsOf(section, roll);
  const guests = roll.guests.filter(guest => !seated.includes(guest.memberId));
  return [
    ...seated.map((memberId, index) => personOn(roll, memberId, 'seat' as const, index + 1)),
    ...guests.map(({ memberId, as }) => personOn(roll, memberId, as, null)),
  ];
}

/** Who has a seat of the class in this lesson. */
export const seatsOf = (section: Line, roll: Roll): string[] =>
  roll.closedAt === null ? section.line.slice(0, section.capacity).map(entry => entry.memberId) : roll.expected;

function personOn(roll: Roll, memberId: string, as: OnRoll['as'], seat: number | null): OnRoll {
  const { holds, disputed } = whichMark(roll.marks, memberId);
  return {
    memberId,
    as,
    seat,
    leave: roll.leaves.find(leave => leave.memberId === memberId) ?? null,
    mark: holds?.state ? holds : null,
    disputed: disputed ?? null,
  };
}

/** Somebody was marked, or checked in, before the closing: a lesson without any of it says nothing of who came. */
export const wasCalled = ({ marks, closedAt }: Pick<Roll, 'marks' | 'closedAt'>): boolean =>
  marks.some(mark => mark.state !== null && (closedAt === null || mark.receivedAt <= closedAt));

/** Present or late. */
export const hasCome = ({ mark }: OnRoll): boolean => mark?.state === 'present' || mark?.state === 'late';

/** On leave, by their own word or the instructor's, and not here after all. */
export const isAway = (person: OnRoll): boolean =>
  person.mark ? person.mark.state === 'leave' : person.leave !== null;
