import { isRefused } from '../../../domain/rules/refuse';
import { closeLesson } from '../../close-lesson';
import { lessonOf, openLesson } from '../../db/lesson-of';
import type { Run } from '../../door';
import { rollViewNow } from '../../roll-view';

/** 结课 of one lesson by staff. */
export const close: Run<'attendance.close'> = async ({
  input: { actId, sectionId, lessonIndex },
  memberId: by,
  now,
}) => {
  const about = await openLesson(lessonOf(sectionId, lessonIndex), now);
  if (isRefused(about)) return about;
  const refusal = await closeLesson(about, { actId, content: { sectionId, lessonIndex }, by }, now);
  if (refusal) return refusal;
  return rollViewNow(sectionId, lessonIndex, by);
};
