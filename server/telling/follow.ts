import type { Follow } from '../../domain/model';
import { followId } from '../../domain/telling/remind';
import { phaseOf } from '../../domain/batch/phase';
import { refuse } from '../../domain/base/refuse';
import { addOnce } from '../base/add-once';
import { remove } from '../base/database';
import type { Run } from '../base/door';
import { refuseWhileErasing } from '../privacy/erase/under-way';
import { scheduledBatch } from '../batch/recent-batches';

/** Asks to be told before a batch opens, or no longer. An undone follow is forgotten. */
export const follow: Run<'member.follow'> = async ({ input: { batchId, on }, memberId, now }) => {
  const _id = followId(batchId, memberId);
  if (!on) {
    await remove('follows', _id);
    return { follows: false };
  }
  const batch = await scheduledBatch(batchId, now);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  if (phaseOf(batch, now) !== 'upcoming') return refuse('OPEN_ALREADY');
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const document: Follow = { _id, batchId, memberId, at: now, toldFor: null };
  await addOnce('follows', document);
  return { follows: true };
};
