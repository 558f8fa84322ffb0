import type { LineEntry, Section } from '../model';
import { keyOf } from './entry';

/**
 * The vocabulary of a line, and the only place that spells it. A section is a line of people; the first `capacity` of
 * them have seats, the others wait. A lint rule keeps every other file from comparing an index with `capacity`.
 *
 * A line is a list of entries in the order in which the database took them. The same functions work if only the
 * instants or ids of the entries are known.
 */
export interface Seating<E = LineEntry> {
  line: readonly E[];
  capacity: number;
}

/** A line of which only the number of its entries is known. It equals the length of the list. */
type Counted = Pick<Section, 'capacity' | 'lineCount'>;
type Sized = Pick<Section, 'capacity' | 'waitlistLimit'>;

/** The entries that have a seat, in the order of the line. */
export const seated = <E>({ line, capacity }: Seating<E>): E[] => line.slice(0, capacity);

/** The entries that wait, first in line first. */
export const waiting = <E>({ line, capacity }: Seating<E>): E[] => line.slice(capacity);

/** How many have a seat. */
export const seatedIn = ({ line, capacity }: Seating<unknown>): number => Math.min(line.length, capacity);

/** How many wait. */
export const waitingIn = ({ line, capacity }: Seating<unknown>): number => Math.max(0, line.length - capacity);

/** How many seats nobody has. */
export const freeSeatsIn = ({ line, capacity }: Seating<unknown>): number => Math.max(0, capacity - line.length);

/** True if a line with only this many seats would take a seat from somebody. */
export const wouldUnseat = (section: Seating<unknown>, capacity: number): boolean => seatedIn(section) > capacity;

/** One of the three questions to an entry (`entry.ts`). Where none is asked, a person is looked for by the key. */
type By = (entry: LineEntry) => string;

/** The index of a person in the line; -1 if they are not in it. */
export const indexOf = ({ line }: Pick<Seating, 'line'>, memberId: string, by: By = keyOf): number =>
  line.findIndex(entry => by(entry) === memberId);

/** The entry of a person in a line. */
export const entryOf = (line: readonly LineEntry[], memberId: string, by: By = keyOf): LineEntry | undefined =>
  line.find(entry => by(entry) === memberId);

/** True if the entry at this index of a line has a seat. */
export const isSeat = ({ capacity }: Pick<Section, 'capacity'>, index: number): boolean =>
  index >= 0 && index < capacity;

/** True if the entry at this index of a line waits. */
export const isWait = ({ capacity }: Pick<Section, 'capacity'>, index: number): boolean => index >= capacity;

/** The number that people are told: the seat, or the place in the waiting list. Both begin at 1. */
export const numberAt = ({ capacity }: Pick<Section, 'capacity'>, index: number): number =>
  index < capacity ? index + 1 : index - capacity + 1;

/** The index of the waiting place with this number. */
export const indexOfWait = ({ capacity }: Pick<Section, 'capacity'>, number: number): number => capacity + number - 1;

export const hasSeat = (section: Seating, memberId: string, by?: By): boolean =>
  isSeat(section, indexOf(section, memberId, by));

export const hasWait = (section: Seating, memberId: string, by?: By): boolean =>
  isWait(section, indexOf(section, memberId, by));

/** The last seat of a line; `undefined` if a seat is free or there are no seats. */
export const lastSeat = <E>({ line, capacity }: Seating<E>): E | undefined => line[capacity - 1];

/** True if every seat is taken. Newcomers wait, if there is a waiting place left. */
export const isSeatedOut = ({ line, capacity }: Seating<unknown>): boolean => line.length >= capacity;

/** Everybody a line takes: seats and waiting places. */
export const lineSize = ({ capacity, waitlistLimit }: Sized): number => capacity + waitlistLimit;

/** True if the line takes nobody any more. Capacity 0 without a waiting list is full from the beginning. */
export const isFull = (section: Counted & Sized): boolean => section.lineCount >= lineSize(section);

/** What is left of a line, by its count alone. */
export function roomIn(section: Counted & Sized): { seatsLeft: number; waiting: number; waitingLeft: number } {
  const waits = Math.max(0, section.lineCount - section.capacity);
  return {
    seatsLeft: Math.max(0, section.capacity - section.lineCount),
    waiting: waits,
    waitingLeft: Math.max(0, section.waitlistLimit - waits),
  };
}

/** The section with another line. The counter goes along. */
export const withLine = <S extends Pick<Section, 'line' | 'lineCount'>>(section: S, line: LineEntry[]): S => ({
  ...section,
  line,
  lineCount: line.length,
});

/** The entries that wait in the line before and have a seat in the line after. */
export const movedUp = (before: Seating, after: Seating): LineEntry[] =>
  seated(after).filter(entry => hasWait(before, keyOf(entry)));
