import { isOwn } from '../../../domain/rules/own';
import { refuse } from '../../../domain/rules/refuse';
import { sectionAttendance } from '../../attendance-of';
import { read } from '../../db/database';
import type { Run } from '../../door';

/** How each lesson of one of the caller's own sections was attended. */
export const attendance: Run<'roll.attendance'> = async ({ input: { sectionId }, memberId }) => {
  const [section, member] = await Promise.all([read('sections', sectionId), read('members', memberId)]);
  if (!section || !member || !isOwn(member, section)) return refuse('SECTION_NOT_FOUND');
  return sectionAttendance(section);
};
