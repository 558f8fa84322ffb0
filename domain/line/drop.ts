import { lastOf } from '../base/last-of';
import type { Lesson, LineEntry, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { entryOf } from './line';
import { placeOf, type Place } from './place';
import { refuse, type Refused } from '../base/refuse';

export interface Going {
  entry: LineEntry;
  state: Place['state'];
  /** A seat after its time: kept, for what may follow. */
  late: boolean;
}

type Dropping = Pick<Section, '_id' | 'capacity' | 'line' | 'lessons' | 'dropUntil' | 'freezeAt'>;

/** What the person says about leaving. */
export interface Leaving {
  /** Knows that it is late. */
  late?: boolean | undefined;
  /** The entry that is meant, by its `at`; absent = the one that is there. */
  at?: number | undefined;
}

/**
 * May this person leave? A seat until `dropUntil` (exclusive), a wait at any time; a seat also after that (晚退), where the
 * person says so, while the line still moves up. `null` for who is not in the line, or not with the entry that is meant:
 * leaving twice is a quiet success and frees one seat.
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
  if (state === 'WAITING' || now < section.dropUntil) return { entry, state, late: false };
  const lateUntil = lateDropUntil(section, now);
  if (late && lateUntil !== null) return { entry, state, late: true };
  return refuse('DROP_CLOSED', { dropUntil: section.dropUntil, lateUntil });
}

/** Until when (exclusive) a seat can be given back late: until nobody moves up any more, or the last lesson begins. */
export function lateDropUntil(section: { lessons: Lesson[]; freezeAt?: number | null }, now: number): number | null {
  const until = section.freezeAt ?? lastOf(heldLessons(section.lessons))?.startsAt;
  return until !== undefined && now < until ? until : null;
}
