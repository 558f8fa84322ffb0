import { isRefused } from '../../../domain/rules/refuse';
import { sectionAttendance } from '../../attendance-of';
import { ownSection } from '../../db/own-section';
import type { Run } from '../../door';

/** How each lesson of one of the caller's own sections was attended. */
export const attendance: Run<'roll.attendance'> = async ({ input: { sectionId }, memberId }) => {
  const section = await ownSection(memberId, sectionId);
  return isRefused(section) ? section : sectionAttendance(section);
};
