import type { Place } from '../contract';
import type { LineEntry, Section } from '../model';
import { entryOf, placeOf } from './place';
import { refuse, type Refused } from './refuse';

/**
 * May this person leave? A seat until `dropUntil` (exclusive), a wait at any time. `null` for who is not in the line:
 * leaving twice is a quiet success and frees one seat.
 */
export function decideDrop(
  section: Section,
  memberId: string,
  now: number,
): { entry: LineEntry; state: Place['state'] } | null | Refused<'DROP_CLOSED'> {
  const entry = entryOf(section.line, memberId);
  const state = placeOf(section, memberId)?.state;
  if (!entry || !state) return null;
  if (state === 'SEATED' && now >= section.dropUntil) {
    return refuse('DROP_CLOSED', { dropUntil: section.dropUntil });
  }
  return { entry, state };
}
