import { numbersOf } from '../../../domain/line/demand';
import { refuse } from '../../../domain/base/refuse';
import { find, read } from '../../base/database';
import type { Run } from '../../base/door';

/**
 * The numbers of a release, and the instant up to which they are complete. Counts that instances have not written yet
 * are missing.
 */
export const numbers: Run<'staff.numbers'> = async ({ input: { batchId }, now }) => {
  const batch = await read('batches', batchId);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  const sections = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
  return numbersOf(batch, sections, await find('tallies', { batchId }), now);
};
