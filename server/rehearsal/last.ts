import type { ShownRehearsal } from '../../domain/api';
import type { KeptRehearsal } from '../../domain/model';
import { refuse } from '../../domain/base/refuse';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { batchToRehearse, sizeOf } from './batch-to-rehearse';

export const last: Run<'rehearsal.last'> = async ({ input: { batchId } }) => {
  const batch = await batchToRehearse(batchId);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  const kept = await read('rehearsals', batchId);
  return { batch: { ...sizeOf(batch), draft: batch.draft }, rehearsal: kept && shownRehearsal(kept) };
};

export const shownRehearsal = ({ _id, by: _by, ...shown }: KeptRehearsal): ShownRehearsal => shown;
