import type { Place } from '../../domain/api';
import { decideDrop } from '../../domain/line/drop';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { read } from '../base/database';
import { leave } from './pull-entry';
import { noteLeaving, release } from './reserve';
import { announceDrop, tellOfDrop } from '../telling/tell-of-drop';
import { noteSection } from './facts';

const TRIES = 3;

/**
 * Leaves a line. The order of the writes matters. First the notices to send go into the outbox and the leaving into the
 * standing. Then the line is written, and then the hold, because the hold never trails the line. Last, the people who
 * moved up are told, and the seats that they were lent are lent on.
 *
 * Returns `null` if the person is not in the line, or has stood in it since another instant than `at`. So a drop that
 * arrives late does not end the new stay.
 */
export async function leaveLine(
  sectionId: string,
  memberId: string,
  { late, at }: { late?: boolean | undefined; at?: number | undefined } = {},
): Promise<Place['state'] | null | Refused<'SECTION_NOT_FOUND' | 'DROP_CLOSED' | 'BUSY'>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = Date.now();
    const before = await read('sections', sectionId);
    if (!before) return refuse('SECTION_NOT_FOUND');
    const going = decideDrop(before, memberId, now, { late, at });
    if (going === null || isRefused(going)) return going;
    const [outgoing] = await Promise.all([announceDrop(before, going.entry, now), noteLeaving(before, memberId, now)]);
    const leftAt = Date.now();
    const after = await leave(before, going.entry, now, going.late);
    if (!after) continue;

    noteSection(after, leftAt);
    await release(memberId, { sectionId, batchId: before.batchId, at: going.entry.at });
    await tellOfDrop(outgoing, after, leftAt);
    return going.state;
  }
  return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });
}
