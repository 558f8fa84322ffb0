import { isRefused, refuse } from '../../../domain/rules/refuse';
import { attendanceOf } from '../../attendance-of';
import { ownSection } from '../../db/own-section';
import type { Run } from '../../door';

/** How each lesson of one of the caller's own sections was attended. */
export const attendance: Run<'roll.attendance'> = async ({ input: { sectionId }, memberId }) => {
  const section = await ownSection(memberId, sectionId);
  if (isRefused(section)) return section;
  const [attended] = await attendanceOf([section]);
  return attended ?? refuse('SECTION_NOT_FOUND');
};
