import type { Batch } from '../../../domain/model';
import { refuseByAudience, type Ineligible } from '../../../domain/rules/enter';
import { read } from '../../db/database';
import { settle } from '../../db/settle';

/** Settles that a person may come to a batch and writes it down, or says why not. */
export async function settleEligibility(batch: Batch, memberId: string, now: number): Promise<Ineligible | undefined> {
  const refusal = refuseByAudience(batch, await read('members', memberId));
  if (!refusal) await settle(memberId, batch._id, now);
  return refusal;
}
