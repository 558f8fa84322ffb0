import { refuse } from '../../../domain/base/refuse';
import { sectionCard } from '../cards';
import { read } from '../../base/database';
import type { Run } from '../../base/door';
import { membersOf } from '../../people/members-of';
import { peopleIn } from '../../people/people-of';
import { sameNumbers } from '../../people/same-number';

/** A line with names, in its order. */
export const line: Run<'staff.line'> = async ({ input: { sectionId } }) => {
  const section = await read('sections', sectionId);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const members = await membersOf(section.line.map(entry => entry.memberId));
  const others = await sameNumbers(section, [...members.values()]);
  const people = peopleIn(section, members).map(({ sectionId: _here, behind: _behind, ...person }) => ({
    ...person,
    sameNumber: others.get(person.memberId) ?? 0,
  }));
  return { section: sectionCard(section), people };
};
