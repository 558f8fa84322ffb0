import { phaseOf } from '../../domain/batch/phase';
import { isRefused, refuse } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { boardTag } from './board-tag';
import { learnBatch } from './facts';
import { laterSaid } from './later';
import { scheduledBatch } from '../batch/recent-batches';
import { isSuspect } from './risk';
import { settleEligibility } from './settle-eligibility';

/**
 * The waiting room (候场). Everything that can be settled before the release is settled here. The instance also learns
 * the facts of the batch, so that a claim at the stroke needs two operations.
 */
export const enter: Run<'line.enter'> = async ({ input: { batchId, accepted }, memberId, openid, now }) => {
  const batch = await scheduledBatch(batchId, now);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  if (phaseOf(batch, now) === 'closed') return refuse('CLOSED', { closesAt: batch.closesAt });
  const settled = await settleEligibility(batch, memberId, now, {
    isSuspect: () => isSuspect(openid, batch, now),
    accepts: accepted,
  });
  if (isRefused(settled)) return settled;
  await learnBatch(batchId, now);
  return {
    opensAt: settled.opensAt,
    limit: batch.limit ?? null,
    held: settled.held,
    tag: boardTag(batch, memberId),
    ...(settled.not && settled.not.length > 0 ? { not: settled.not } : {}),
    ...(await laterSaid(batch, settled.because)),
  };
};
