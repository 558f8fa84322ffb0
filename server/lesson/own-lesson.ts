import { isRefused, refuse } from '../../domain/base/refuse';
import { isOwn, standsIn } from '../../domain/people/own';
import { read } from '../base/database';
import { lessonIn, rollOf } from './lesson-of';
import { publishedSection } from '../roll/own-section';

/** A lesson of one of the member's own sections, or one at which they stand in until it is closed. */
export async function ownLesson(memberId: string, sectionId: string, lessonIndex: number) {
  const [section, member, roll] = await Promise.all([
    publishedSection(sectionId),
    read('members', memberId),
    rollOf(sectionId, lessonIndex),
  ]);
  if (isRefused(section)) return section;
  const isSubstitute = standsIn(member ?? NOBODY, section.lessons[lessonIndex] ?? {}) && !roll?.closedAt;
  return isSubstitute || isOwn(member ?? NOBODY, section)
    ? lessonIn(section, lessonIndex, roll)
    : refuse('SECTION_NOT_FOUND');
}

const NOBODY = { roles: [] };
