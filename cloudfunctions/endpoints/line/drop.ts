import { decideDrop } from '../../../domain/rules/drop';
import { isRefused, refuse } from '../../../domain/rules/refuse';
import { read } from '../../db/database';
import { leave } from '../../db/leave';
import { release } from '../../db/reserve';
import { announceDrop, tellOfDrop } from '../../db/tell';
import type { Run } from '../../door';
import { noteSection } from '../../memory/facts';

const COME_AGAIN_MS = 1_000;
const TRIES = 3;

/**
 * Leaves a line: first what is to be told goes into the outbox, then the line, then the hold (it never trails the line),
 * then the telling of who moved up.
 */
export const drop: Run<'line.drop'> = async ({ input: { sectionId, late }, memberId }) => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = Date.now();
    const before = await read('sections', sectionId);
    if (!before) return refuse('SECTION_NOT_FOUND');
    const going = decideDrop(before, memberId, now, late);
    if (going === null) return { left: null };
    if (isRefused(going)) return going;
    const outgoing = going.state === 'SEATED' ? await announceDrop(before, going.entry, now) : undefined;
    if (!(await leave(before, going.entry, now, going.late))) continue;

    await release(memberId, { sectionId, batchId: before.batchId, at: going.entry.at });
    const readAt = Date.now();
    const after = await read('sections', sectionId);
    if (after) noteSection(after, readAt);
    if (outgoing) await tellOfDrop(outgoing, after, readAt);
    return { left: going.state };
  }
  return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });
};
