import { isRefused } from '../../../domain/rules/refuse';
import { ownLesson } from '../../db/own-lesson';
import type { Run } from '../../door';
import { rollView } from '../../roll-view';

/** The roll of one of the caller's own lessons. */
export const lesson: Run<'roll.lesson'> = async ({ input: { sectionId, lessonIndex }, memberId }) => {
  const about = await ownLesson(memberId, sectionId, lessonIndex);
  return isRefused(about) ? about : rollView(about, memberId);
};
