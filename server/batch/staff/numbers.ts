import { numbersOf } from '../../../domain/line/demand';
import { refuse } from '../../../domain/base/refuse';
import { find, read } from '../../base/database';
import type { Run } from '../../base/door';

/** What a release was like, and until when everything is counted: what instances have not written yet is missing. */
export const numbers: Run<'staff.numbers'> = async ({ input: { batchId }, now }) => {
  const batch = await read('batches', batchId);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  const sections = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
  return numbersOf(batch, sections, await find('tallies', { batchId }), now);
};
