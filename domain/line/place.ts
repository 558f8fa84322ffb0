import type { LineSize, Section } from '../model';
import type { keyOf } from './entry';
import { indexOf, isSeat, numberAt, roomIn } from './line';

/** In the order in which people are listed. */
export const PLACE_STATES = ['SEATED', 'WAITING'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** Where one person stands in one line. */
export interface Place {
  sectionId: string;
  state: PlaceState;
  /** If seated, the seat number; if waiting, 候补第 N 位. Both begin at 1. */
  number: number;
  /** People behind in the same line. */
  behind: number;
  /** When the claim was taken. */
  at: number;
}

/** A lint rule has every other file ask here what a place is, and `place-words.ts` what it is called. */
export const isSeated = ({ state }: Pick<Place, 'state'>): boolean => state === 'SEATED';
export const isWaiting = ({ state }: Pick<Place, 'state'>): boolean => state === 'WAITING';

/** The field of a class that says how many such places it has. */
export const SIZE_OF = { SEATED: 'capacity', WAITING: 'waitlistLimit' } as const satisfies Record<
  PlaceState,
  keyof LineSize
>;

/** The numbers of a section that do change. */
export interface SectionCount {
  sectionId: string;
  seatsLeft: number;
  waiting: number;
  /** Places left in the waiting list; 0 means that the line is full. */
  waitingLeft: number;
}

/** The part of a section that a place needs. */
export type Line = Pick<Section, '_id' | 'capacity' | 'line'>;

/** The place of the entry at `index` of the line: a seat or a wait. */
export function placeAt(section: Line, index: number): Place {
  const entry = section.line[index];
  if (!entry) throw new RangeError(`No entry ${index} in the line of ${section._id}`);
  return {
    sectionId: section._id,
    state: isSeat(section, index) ? 'SEATED' : 'WAITING',
    number: numberAt(section, index),
    behind: section.line.length - index - 1,
    at: entry.at,
  };
}

/** Where a person stands in a line; `null` if they are not in it. */
export function placeOf(section: Line, memberId: string, by?: typeof keyOf): Place | null {
  const index = indexOf(section, memberId, by);
  return index < 0 ? null : placeAt(section, index);
}

/** Nobody moves up any more (冻结). */
export const isFrozen = ({ freezeAt }: Pick<Section, 'freezeAt'>, now: number): boolean =>
  freezeAt !== undefined && now >= freezeAt;

/** The numbers that everybody may see. `lineCount` equals the line's length. */
export const countOf = (section: Pick<Section, '_id' | 'capacity' | 'waitlistLimit' | 'lineCount'>): SectionCount => ({
  sectionId: section._id,
  ...roomIn(section),
});

/**
 * How many people wait in a line, worked out from the place of somebody who stands in it. Both must have been read at
 * the same time.
 */
export const waitingBy = (
  place: Pick<Place, 'state' | 'number' | 'behind'>,
  { capacity }: Pick<Section, 'capacity'>,
) => (isWaiting(place) ? place.number + place.behind : Math.max(0, place.number + place.behind - capacity));
