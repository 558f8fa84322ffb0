import { isOwn } from '../../domain/rules/own';
import { isRefused, refuse } from '../../domain/rules/refuse';
import { read } from './database';
import { lessonOf } from './lesson-of';

/** A lesson of one of the member's own sections; somebody else's section is not found, nor is one that was withdrawn. */
export async function ownLesson(memberId: string, sectionId: string, lessonIndex: number) {
  const [member, about] = await Promise.all([read('members', memberId), lessonOf(sectionId, lessonIndex)]);
  if (isRefused(about)) return about;
  if (!member || !isOwn(member, about.section)) return refuse('SECTION_NOT_FOUND');
  return (await read('batches', about.section.batchId)) ? about : refuse('SECTION_NOT_FOUND');
}
