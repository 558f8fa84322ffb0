import { isRefused } from '../../domain/base/refuse';
import { lessonIn, rollOf } from './lesson-of';
import { ownSection } from '../roll/own-section';

/** A lesson of one of the member's own sections. */
export async function ownLesson(memberId: string, sectionId: string, lessonIndex: number) {
  const [section, roll] = await Promise.all([ownSection(memberId, sectionId), rollOf(sectionId, lessonIndex)]);
  return isRefused(section) ? section : lessonIn(section, lessonIndex, roll);
}
