import { pollAfterMs } from '../../../domain/rules/poll';
import { refuse } from '../../../domain/rules/refuse';
import type { Run } from '../../door';
import { boardOf } from '../../memory/board';
import { scheduledBatch } from '../../memory/batches';
import { flush } from '../../memory/tally';

/** Seat counts from the instance's memory, and when to ask again. */
export const board: Run<'line.board'> = async ({ input: { batchId }, now }) => {
  const batch = await scheduledBatch(batchId, now);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  await flush(now);
  const { counts, countedAt, movedAt } = await boardOf(batchId, now);
  return { counts, countedAt, pollAfterMs: pollAfterMs(batch, movedAt, now) };
};
