import { refuse } from '../../../domain/rules/refuse';
import { sectionCard } from '../../cards';
import { read } from '../../db/database';
import type { Run } from '../../door';
import { peopleOf } from '../../people-of';

/** A line with names, in its order. */
export const line: Run<'staff.line'> = async ({ input: { sectionId } }) => {
  const section = await read('sections', sectionId);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const people = (await peopleOf(section)).map(({ sectionId: _here, behind: _behind, ...person }) => person);
  return { section: sectionCard(section), people };
};
