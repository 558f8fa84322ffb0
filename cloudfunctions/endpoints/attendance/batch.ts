import type { SectionAttendance } from '../../../domain/contract';
import { refuse } from '../../../domain/rules/refuse';
import { sectionAttendance } from '../../attendance-of';
import { find, read } from '../../db/database';
import type { Run } from '../../door';

/** Rolls are read class by class, a few at a time: those of a whole batch would be megabytes. */
const AT_ONCE = 8;

export const batch: Run<'attendance.batch'> = async ({ input: { batchId } }) => {
  if (!(await read('batches', batchId))) return refuse('BATCH_NOT_FOUND');
  const sections = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
  const attended: SectionAttendance[] = [];
  for (let begin = 0; begin < sections.length; begin += AT_ONCE) {
    attended.push(...(await Promise.all(sections.slice(begin, begin + AT_ONCE).map(sectionAttendance))));
  }
  return { sections: attended };
};
