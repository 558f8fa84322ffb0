import type { Run } from '../../door';
import { rollViewNow } from '../../roll-view';

export const lesson: Run<'attendance.lesson'> = ({ input: { sectionId, lessonIndex }, memberId }) =>
  rollViewNow(sectionId, lessonIndex, memberId);
