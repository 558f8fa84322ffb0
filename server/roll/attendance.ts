import { isRefused, refuse } from '../../domain/base/refuse';
import { attendanceOf } from '../attendance/attendance-of';
import { ownSection } from './own-section';
import type { Run } from '../base/door';

/** How each lesson of one of the caller's own sections was attended. */
export const attendance: Run<'roll.attendance'> = async ({ input: { sectionId }, memberId }) => {
  const section = await ownSection(memberId, sectionId);
  if (isRefused(section)) return section;
  const [attended] = await attendanceOf([section]);
  return attended ?? refuse('SECTION_NOT_FOUND');
};
