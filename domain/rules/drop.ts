import { lastOf } from '../last-of';
import type { Place } from '../contract';
import type { Lesson, LineEntry, Section } from '../model';
import { heldLessons } from './held-lessons';
import { entryOf, placeOf } from './place';
import { refuse, type Refused } from './refuse';

export interface Going {
  entry: LineEntry;
  state: Place['state'];
  /** A seat after its time: kept, for what may follow. */
  late: boolean;
}

type Dropping = Pick<Section, '_id' | 'capacity' | 'line' | 'lessons' | 'dropUntil' | 'freezeAt'>;

/**
 * May this person leave? A seat until `dropUntil` (exclusive), a wait at any time; a seat also after that (晚退), where the
 * person says so, while the line still moves up. `null` for who is not in the line: leaving twice is a quiet success and
 * frees one seat.
 */
export function decideDrop(
  section: Dropping,
  memberId: string,
  now: number,
  knowinglyLate = false,
): Going | null | Refused<'DROP_CLOSED'> {
  const entry = entryOf(section.line, memberId);
  const state = placeOf(section, memberId)?.state;
  if (!entry || !state) return null;
  if (state === 'WAITING' || now < section.dropUntil) return { entry, state, late: false };
  return knowinglyLate && lateDropUntil(section, now) !== null ? { entry, state, late: true } : refuse('DROP_CLOSED');
}

/** Until when (exclusive) a seat can be given back late: until nobody moves up any more, or the last lesson begins. */
export function lateDropUntil(section: { lessons: Lesson[]; freezeAt?: number | null }, now: number): number | null {
  const until = section.freezeAt ?? lastOf(heldLessons(section.lessons))?.startsAt;
  return until !== undefined && now < until ? until : null;
}
