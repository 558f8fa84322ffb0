import { maySeeGroup } from '../../domain/lesson/group-code';
import { isOwn } from '../../domain/people/own';
import { isRefused, refuse } from '../../domain/base/refuse';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { publishedSection } from '../roll/own-section';

/** The code of the class's group, for those who have a seat, those who run the class, and staff. Three operations. */
export const groupCode: Run<'lesson.groupCode'> = async ({ input: { sectionId }, memberId }) => {
  const section = await publishedSection(sectionId);
  if (isRefused(section)) return section;
  if (!maySeeGroup(section, memberId)) {
    const member = await read('members', memberId);
    if (!member || !(member.roles.includes('staff') || isOwn(member, section))) return refuse('SEATED_ONLY');
  }
  const found = await read('groupCodes', sectionId);
  return { code: found && { picture: found.picture, contentType: found.contentType, at: found.at } };
};
