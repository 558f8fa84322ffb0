import { isRefused } from '../../domain/base/refuse';
import { closeLesson } from './close-lesson';
import { lessonOf, openLesson } from '../lesson/lesson-of';
import type { Run } from '../base/door';
import { rollViewNow } from '../roll/roll-view';

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
