import type { LineEntry } from '../model';
import { isSameEntry } from './entry';
import { lastSeat, seated } from './line';

/**
 * The people who moved from waiting to seated when somebody left: they waited in the line before and have a seat in the
 * line after.
 *
 * The holder of the last seat in the line after counts too if they were not in the line before. Between the two reads
 * they may have joined as waiting and moved up. If they joined straight into that seat, they are told once too often,
 * which is better than never.
 *
 * If several drops find the same person promoted, that person is told once, because the notice's id is deterministic.
 */
export function promoted(before: readonly LineEntry[], after: readonly LineEntry[], capacity: number): LineEntry[] {
  const seatedBefore = seated({ line: before, capacity });
  const last = lastSeat({ line: after, capacity });
  return seated({ line: after, capacity }).filter(
    entry =>
      !seatedBefore.some(other => isSameEntry(other, entry)) &&
      (before.some(other => isSameEntry(other, entry)) || entry === last),
  );
}
