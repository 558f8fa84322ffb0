import { lastOf } from '../base/last-of';
import type { LineEntry, SeatChange, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { isSeat, seated } from './line';

/** As much of a class as it takes to say who has its seats, or had. */
export type Seats = Pick<Section, 'line' | 'capacity' | 'lessons' | 'seatChanges'>;

/**
 * Who had the seats of a class at an instant, in their order: the line as it is, with what has changed since undone, the
 * last first. Right for the beginning of every lesson, and for the future, in which nothing has changed yet.
 */
export function seatsThen(section: Seats, at: number): string[] {
  const since = (section.seatChanges ?? []).filter(change => change.at >= at);
  const line = since.reduceRight<LineEntry[]>(
    (after, { left }) => (left ? [...after.slice(0, left.index), left, ...after.slice(left.index)] : after),
    section.line,
  );
  const joined = line.filter(entry => entry.at < at);
  return seated({ line: joined, capacity: since[0]?.capacity ?? section.capacity }).map(entry => entry.memberId);
}

/**
 * What is to be noted where somebody gives a seat up: nothing unless a lesson has begun while they were in the line. So
 * whoever comes and goes again and again is noted once a lesson.
 */
export function seatLeft(section: Seats, entry: LineEntry, now: number): SeatChange | undefined {
  const index = section.line.findIndex(one => one.memberId === entry.memberId && one.at === entry.at);
  const hadLesson = heldLessons(section.lessons).some(({ startsAt }) => entry.at < startsAt && startsAt <= now);
  if (!isSeat(section, index) || !hadLesson) return undefined;
  return { at: now, capacity: section.capacity, left: { memberId: entry.memberId, at: entry.at, index } };
}

/** What is to be noted where the number of seats changes: once a lesson, for how many there were when it began. */
export function seatsChanged(section: Seats, now: number): SeatChange | undefined {
  const begun = lastOf(heldLessons(section.lessons).filter(({ startsAt }) => startsAt <= now));
  const noted = lastOf(section.seatChanges ?? []);
  return begun && (!noted || noted.at < begun.startsAt) ? { at: now, capacity: section.capacity } : undefined;
}

/** What is to be noted where a whole class is called off: its seats, given up one after another from the first. */
export const seatsEnded = (section: Seats, now: number): SeatChange[] =>
  seated(section).flatMap(entry => {
    const change = seatLeft(section, entry, now);
    return change?.left ? [{ ...change, left: { ...change.left, index: 0 } }] : [];
  });

/** The field of a section with more changes noted; nothing to write where there are none. */
export const withChanges = (
  { seatChanges = [] }: Pick<Section, 'seatChanges'>,
  changes: readonly (SeatChange | undefined)[],
): Pick<Section, 'seatChanges'> => {
  const noted = changes.filter(change => change !== undefined);
  return noted.length > 0 ? { seatChanges: [...seatChanges, ...noted] } : {};
};
