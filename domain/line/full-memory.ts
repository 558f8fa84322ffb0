import { lastOf } from '../base/last-of';
import { SECOND } from '../base/clock';
import type { Section } from '../model';
import { keyOf } from './entry';
import { isFull, lastSeat, waiting } from './line';

/** The receipt of somebody who came too late. It states facts only, because beyond a full line nobody has a place. */
export interface FullReceipt {
  sectionId: string;
  opensAt: number;
  /** When the last person who now has a seat joined the line; null if capacity is 0. */
  lastSeatAt: number | null;
  /** When the last person who now waits joined the line; null if there is no waiting list. */
  lastWaitAt: number | null;
  /**
   * When the server took this request up. On a receipt from the posted board: when the phone found the line full there.
   */
  arrivedAt: number;
  byBoard?: true;
}

/**
 * The full-line memory makes refusing cheap. An instance that has read a full line answers FULL without the database
 * for FULL_MEMORY_MS, counted from before the read.
 *
 * The memory stays right because a place that comes back does not open at once. A write that makes a full line not full
 * (a drop, a raised capacity) sets `reopensAt = reopenAt(now)` in the same guarded update, by the clock just before it.
 * A join passes only from that instant on. By then every memory of the full line has run out. This holds as long as the
 * difference between two instances' clocks and the duration of the write together stay below 2 s, which is the gap
 * between FULL_MEMORY_MS and REOPEN_MS. People who already wait in the line move up at once all the same.
 *
 * The instant is drawn at random, so that nobody can hand a place to a friend who asks at the right moment. It lies
 * between REOPEN_MS and LONGEST_REOPEN_MS after the write, and no answer tells it.
 */
export const FULL_MEMORY_MS = 3 * SECOND;
export const REOPEN_MS = 5 * SECOND;
export const LONGEST_REOPEN_MS = 10 * SECOND;

/**
 * The instant at which a place that comes back now opens to newcomers. `random` gives a number from 0 up to, not
 * including, 1.
 */
export const reopenAt = (now: number, random: () => number = Math.random): number =>
  now + REOPEN_MS + Math.floor(random() * (LONGEST_REOPEN_MS - REOPEN_MS + 1));

/**
 * The retry interval told to anybody who asks before that instant. It is always the same, because the instant is told
 * to nobody.
 */
export const REOPENING_RETRY_MS = 2.5 * SECOND;

export interface FullLine {
  /** Taken before the read was sent. */
  readAt: number;
  /** The keys of its entries. */
  memberIds: ReadonlySet<string>;
  opensAt: number;
  lastSeatAt: number | null;
  lastWaitAt: number | null;
}

/** The fields of a section that show whether its line is full. */
export type Fillable = Pick<Section, 'opensAt' | 'capacity' | 'waitlistLimit' | 'line' | 'lineCount'>;

/** The facts to remember of a section just read; `undefined` if its line is not full. */
export function rememberFull(section: Fillable, readAt: number): FullLine | undefined {
  if (!isFull(section)) return undefined;
  return {
    readAt,
    memberIds: new Set(section.line.map(keyOf)),
    opensAt: section.opensAt,
    lastSeatAt: lastSeat(section)?.at ?? null,
    lastWaitAt: lastOf(waiting(section))?.at ?? null,
  };
}

/**
 * May FULL be answered from this memory? If the clock was set back, the memory counts as old and does not last forever.
 */
export const isFresh = (memory: FullLine, now: number): boolean =>
  now >= memory.readAt && now < memory.readAt + FULL_MEMORY_MS;

/**
 * The receipt of a person who got no place: when the places were taken, and when this request was taken up. Facts only.
 */
export const receiptOf = (memory: FullLine, sectionId: string, arrivedAt: number): FullReceipt => ({
  sectionId,
  opensAt: memory.opensAt,
  lastSeatAt: memory.lastSeatAt,
  lastWaitAt: memory.lastWaitAt,
  arrivedAt,
});
