import type { Batch } from '../../../domain/model';
import { refuseByAudience, type Ineligible } from '../../../domain/rules/enter';
import { read } from '../../db/database';
import { settle } from '../../db/settle';

/**
 * Settles that a person may come to a batch and writes it down once, or says why not. `held` = the places that count
 * towards the batch's limit.
 */
export async function settleEligibility(
  batch: Batch,
  memberId: string,
  now: number,
): Promise<{ held: number } | Ineligible> {
  const refusal = refuseByAudience(batch, await read('members', memberId));
  if (refusal) return refusal;
  const standing = await read('standings', memberId);
  const known = standing?.batches[batch._id];
  if (!known?.settledAt) await settle(standing, memberId, batch._id, now);
  return { held: known?.count ?? 0 };
}
