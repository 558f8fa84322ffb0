import { lastOf } from '../base/last-of';
import type { LineEntry, SeatChange, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { attendeeOf, isSameEntry } from './entry';
import { isSeat, seated } from './line';

/** The part of a class that says who has its seats, or had them. */
export type Seats = Pick<Section, 'line' | 'capacity' | 'lessons' | 'seatChanges'>;

/**
 * The people who had the seats of a class at an instant, in their order. It takes the line as it is and undoes every
 * later change, the last one first. This is right for the beginning of every lesson. It is also right for the future,
 * in which nothing has changed yet.
 */
export function seatsThen(section: Seats, at: number): string[] {
  const since = (section.seatChanges ?? []).filter(change => change.at >= at);
  const line = since.reduceRight<LineEntry[]>(
    (after, { left }) => (left ? [...after.slice(0, left.index), left, ...after.slice(left.index)] : after),
    section.line,
  );
  const joined = line.filter(entry => entry.at < at);
  return seated({ line: joined, capacity: capacityThen(section, at) }).map(attendeeOf);
}

/** The number of seats of a class at an instant. As with the people in them, this is right for when a lesson began. */
export const capacityThen = (
  { capacity, seatChanges = [] }: Pick<Section, 'capacity' | 'seatChanges'>,
  at: number,
): number => seatChanges.find(change => change.at >= at)?.capacity ?? capacity;

/**
 * The change to note when somebody gives a seat up; `undefined` unless a lesson has begun while they were in the line.
 * So somebody who comes and goes repeatedly is noted at most once a lesson.
 */
export function seatLeft(section: Seats, entry: LineEntry, now: number): SeatChange | undefined {
  const index = section.line.findIndex(one => isSameEntry(one, entry));
  const hadLesson = heldLessons(section.lessons).some(({ startsAt }) => entry.at < startsAt && startsAt <= now);
  if (!isSeat(section, index) || !hadLesson) return undefined;
  return { at: now, capacity: section.capacity, left: { ...entry, index } };
}

/**
 * The change to note when the number of seats changes: once a lesson, with the number of seats when that lesson began.
 */
export function seatsChanged(section: Seats, now: number): SeatChange | undefined {
  const begun = lastOf(heldLessons(section.lessons).filter(({ startsAt }) => startsAt <= now));
  const noted = lastOf(section.seatChanges ?? []);
  return begun && (!noted || noted.at < begun.startsAt) ? { at: now, capacity: section.capacity } : undefined;
}

/**
 * The changes to note when a whole class is called off: its seats are given up one after another, starting with the
 * first.
 */
export const seatsEnded = (section: Seats, now: number): SeatChange[] =>
  seated(section).flatMap(entry => {
    const change = seatLeft(section, entry, now);
    return change?.left ? [{ ...change, left: { ...change.left, index: 0 } }] : [];
  });

/** The `seatChanges` field with these changes added; nothing to write if there are none. */
export const withChanges = (
  { seatChanges = [] }: Pick<Section, 'seatChanges'>,
  changes: readonly (SeatChange | undefined)[],
): Pick<Section, 'seatChanges'> => {
  const noted = changes.filter(change => change !== undefined);
  return noted.length > 0 ? { seatChanges: [...seatChanges, ...noted] } : {};
};
