import { lastOf } from '../base/last-of';
import { SECOND } from '../base/clock';
import type { Section } from '../model';
import { isFull, lastSeat, waiting } from './line';

/** What somebody gets who was too late. Facts only: beyond a full line nobody has a place. */
export interface FullReceipt {
  sectionId: string;
  opensAt: number;
  /** When the last of those who now have a seat had joined the line; null where capacity is 0. */
  lastSeatAt: number | null;
  /** When the last who now waits had joined; null where there is no waiting list. */
  lastWaitAt: number | null;
  /** When this request was taken up; on a receipt from the posted board, when the phone found the line full there. */
  arrivedAt: number;
  byBoard?: true;
}

/**
 * The full-line memory: what lets a loser cost nothing. An instance that has read a full line answers FULL without the
 * database for FULL_MEMORY_MS, counted from before the read.
 *
 * It stays right because a place that comes back does not open at once: whoever makes a full line not full (a drop, a
 * raised capacity) writes `reopensAt = reopenAt(now)` in the same guarded update, by the clock just before it, and a join
 * passes only from then on. By then every memory of the full line has run out, as long as two instances' clocks differ, and
 * the write took, by less than the 2 s between FULL_MEMORY_MS and REOPEN_MS. Who waits in the line moves up at once all the
 * same.
 *
 * The instant is drawn, so that nobody can hand a place to a friend who asks at the right moment: it lies between REOPEN_MS
 * and LONGEST_REOPEN_MS after the write, and no answer tells it.
 */
export const FULL_MEMORY_MS = 3 * SECOND;
export const REOPEN_MS = 5 * SECOND;
export const LONGEST_REOPEN_MS = 10 * SECOND;

/** When a place that comes back now opens to newcomers. `random` gives a number from 0 up to, not including, 1. */
export const reopenAt = (now: number, random: () => number = Math.random): number =>
  now + REOPEN_MS + Math.floor(random() * (LONGEST_REOPEN_MS - REOPEN_MS + 1));

/** What somebody is told who asks before that: always the same, for the instant is told to nobody. */
export const REOPENING_RETRY_MS = 2.5 * SECOND;

export interface FullLine {
  /** Taken before the read was sent. */
  readAt: number;
  memberIds: ReadonlySet<string>;
  opensAt: number;
  lastSeatAt: number | null;
  lastWaitAt: number | null;
}

/** What to remember of a section just read; `undefined` where its line is not full. */
export function rememberFull(section: Section, readAt: number): FullLine | undefined {
  if (!isFull(section)) return undefined;
  return {
    readAt,
    memberIds: new Set(section.line.map(entry => entry.memberId)),
    opensAt: section.opensAt,
    lastSeatAt: lastSeat(section)?.at ?? null,
    lastWaitAt: lastOf(waiting(section))?.at ?? null,
  };
}

/** May FULL be answered from it? A clock that was set back makes it old, not everlasting. */
export const isFresh = (memory: FullLine, now: number): boolean =>
  now >= memory.readAt && now < memory.readAt + FULL_MEMORY_MS;

/** The loser's receipt: when the places went, and when this request was taken up. Facts only. */
export const receiptOf = (memory: FullLine, sectionId: string, arrivedAt: number): FullReceipt => ({
  sectionId,
  opensAt: memory.opensAt,
  lastSeatAt: memory.lastSeatAt,
  lastWaitAt: memory.lastWaitAt,
  arrivedAt,
});
