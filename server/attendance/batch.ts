import { refuse } from '../../domain/base/refuse';
import { attendanceOf } from './attendance-of';
import { find, read } from '../base/database';
import type { Run } from '../base/door';

/** Two operations, and one more for every nine classes. */
export const batch: Run<'attendance.batch'> = async ({ input: { batchId } }) => {
  if (!(await read('batches', batchId))) return refuse('BATCH_NOT_FOUND');
  const sections = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
  return { sections: await attendanceOf(sections) };
};
