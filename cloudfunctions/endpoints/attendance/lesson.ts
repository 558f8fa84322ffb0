import { isRefused } from '../../../domain/rules/refuse';
import { lessonOf } from '../../db/lesson-of';
import type { Run } from '../../door';
import { rollView } from '../../roll-view';

export const lesson: Run<'attendance.lesson'> = async ({ input: { sectionId, lessonIndex }, memberId }) => {
  const about = await lessonOf(sectionId, lessonIndex);
  return isRefused(about) ? about : rollView(about, memberId);
};
