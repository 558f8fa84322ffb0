import { pollAfterMs } from '../../domain/base/poll';
import { refuse } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { boardOf } from './board-memory';
import { scheduledBatch } from '../batch/recent-batches';
import { flush } from './tally';

/** Seat counts from the instance's memory, and when to ask again. */
export const board: Run<'line.board'> = async ({ input: { batchId }, now }) => {
  const batch = await scheduledBatch(batchId, now);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  await flush(now);
  const { counts, countedAt, movedAt } = await boardOf(batchId, now);
  return { counts, countedAt, pollAfterMs: pollAfterMs(batch, movedAt, now) };
};
