import type { Batch } from '../../../domain/model';
import { isAdmitted, isLater, laterAtOf } from '../../../domain/rules/admission';
import { refuseByAudience, type Ineligible } from '../../../domain/rules/enter';
import { read } from '../../db/database';
import { absencesOf } from '../../db/absences';
import { settle } from '../../db/settle';
import { scheduledBatches } from '../../memory/batches';

/**
 * Settles that a person may come to a batch, and whether as a first-timer where those go first, and writes it down once;
 * or says why not. `held` = the places that count towards the batch's limit, `opensAt` = when it opens for this person.
 */
export async function settleEligibility(
  batch: Batch,
  memberId: string,
  now: number,
): Promise<{ held: number; opensAt: number } | Ineligible> {
  const refusal = refuseByAudience(batch, await read('members', memberId));
  if (refusal) return refusal;
  const standing = await read('standings', memberId);
  const known = standing?.batches[batch._id];
  const scheduled = await scheduledBatches(now);
  const laterAt = laterAtOf(batch);
  const later =
    laterAt !== undefined &&
    isLater(batch, standing, id => scheduled.get(id)?.opensAt, await absencesFor(batch, memberId, now));
  const isSettled = isAdmitted(batch, known) && (laterAt === undefined || (known?.later ?? false) === later);
  if (!isSettled) await settle(standing, memberId, batch._id, now, later);
  return { held: known?.count ?? 0, opensAt: later && laterAt !== undefined ? laterAt : batch.opensAt };
}

/** The absences that this batch's policy counts; none is read where it has no policy. */
async function absencesFor({ audience }: Batch, memberId: string, now: number): Promise<number> {
  return audience.noShow ? (await absencesOf(memberId, audience.noShow.days, now)).length : 0;
}
