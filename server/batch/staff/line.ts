import { holderOf, peopleOf } from '../../../domain/line/entry';
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
  const members = await membersOf(section.line.flatMap(peopleOf));
  const others = await sameNumbers(section, [...members.values()]);
  const numbers = section.line.map(entry => others.get(holderOf(entry)) ?? 0);
  const people = peopleIn(section, members).map(({ sectionId: _here, behind: _behind, ...person }, index) => ({
    ...person,
    sameNumber: numbers[index] ?? 0,
  }));
  return { section: sectionCard(section), people };
};
