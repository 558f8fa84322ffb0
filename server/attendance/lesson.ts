import type { Run } from '../base/door';
import { rollViewNow } from '../roll/roll-view';

export const lesson: Run<'attendance.lesson'> = ({ input: { sectionId, lessonIndex }, memberId }) =>
  rollViewNow(sectionId, lessonIndex, memberId);
