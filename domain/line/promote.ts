import type { LineEntry } from '../model';
import { lastSeat, seated } from './line';

const same = (a: LineEntry, b: LineEntry) => a.memberId === b.memberId && a.at === b.at;

/**
 * Who moved from waiting to seated when somebody left: whoever waited in the line before and has a seat in the line
 * after; and the last seat of the line after, if its holder was not yet in the line before: between the two reads they
 * joined as waiting and moved up. (They may as well have joined straight into that seat. Told once too often is
 * better than never.) Whom several drops at once find promoted is told once: the notice's id is deterministic.
 */
export function promoted(before: readonly LineEntry[], after: readonly LineEntry[], capacity: number): LineEntry[] {
  const seatedBefore = seated({ line: before, capacity });
  const last = lastSeat({ line: after, capacity });
  return seated({ line: after, capacity }).filter(
    entry =>
      !seatedBefore.some(other => same(other, entry)) && (before.some(other => same(other, entry)) || entry === last),
  );
}
