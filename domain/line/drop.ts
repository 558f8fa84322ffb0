import { lastOf } from '../base/last-of';
import type { Lesson, LineEntry, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { entryOf } from './line';
import { isSeated, placeOf, type Place } from './place';
import { refuse, type Refused } from '../base/refuse';

export interface Going {
  entry: LineEntry;
  state: Place['state'];
  /** True if the seat was given back after `dropUntil`. That is noted, because it may count as an absence. */
  late: boolean;
}

type Dropping = Pick<Section, '_id' | 'capacity' | 'line' | 'lessons' | 'dropUntil' | 'freezeAt'>;

/** What the person says about leaving. */
export interface Leaving {
  /** The person knows that it is late. */
  late?: boolean | undefined;
  /** The `at` of the entry that the person wants to leave; absent = the entry that is there. */
  at?: number | undefined;
}

/**
 * May this person leave? A wait can be left at any time, a seat until `dropUntil` (exclusive). After that a seat can
 * still be given back (晚退) if the person says that they know it is late, and while the line still moves up. `null` if
 * the person is not in the line, or not with the entry that is meant: leaving twice is a quiet success and frees one
 * seat.
 */
export function decideDrop(
  section: Dropping,
  memberId: string,
  now: number,
  { late = false, at }: Leaving = {},
): Going | null | Refused<'DROP_CLOSED'> {
  const entry = entryOf(section.line, memberId);
  const state = placeOf(section, memberId)?.state;
  if (!entry || !state || (at !== undefined && entry.at !== at)) return null;
  if (!isSeated({ state }) || now < section.dropUntil) return { entry, state, late: false };
  const lateUntil = lateDropUntil(section, now);
  if (late && lateUntil !== null) return { entry, state, late: true };
  return refuse('DROP_CLOSED', { dropUntil: section.dropUntil, lateUntil });
}

/**
 * The instant (exclusive) until which a seat can be given back late: the freeze, or else the beginning of the last
 * lesson. `null` if it is past.
 */
export function lateDropUntil(section: { lessons: Lesson[]; freezeAt?: number | null }, now: number): number | null {
  const until = section.freezeAt ?? lastOf(heldLessons(section.lessons))?.startsAt;
  return until !== undefined && now < until ? until : null;
}
