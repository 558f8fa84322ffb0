import { isRefused } from '../../domain/base/refuse';
import { ownLesson } from '../lesson/own-lesson';
import type { Run } from '../base/door';
import { rollView } from './roll-view';

/** The roll of one of the caller's own lessons. */
export const lesson: Run<'roll.lesson'> = async ({ input: { sectionId, lessonIndex }, memberId }) => {
  const about = await ownLesson(memberId, sectionId, lessonIndex);
  return isRefused(about) ? about : rollView(about, memberId);
};
