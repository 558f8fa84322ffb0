import type { RosterEntry } from '../../../domain/contract';
import { isOwn } from '../../../domain/rules/own';
import { refuse } from '../../../domain/rules/refuse';
import { sectionCard } from '../../cards';
import { read } from '../../db/database';
import type { Run } from '../../door';
import { peopleOf } from '../../people-of';

/** The people in the line of one of the caller's own sections, in its order. Somebody else's section is not found. */
export const roster: Run<'roll.roster'> = async ({ input: { sectionId }, memberId }) => {
  const [section, member] = await Promise.all([read('sections', sectionId), read('members', memberId)]);
  if (!section || !member || !isOwn(member, section)) return refuse('SECTION_NOT_FOUND');
  if (!(await read('batches', section.batchId))) return refuse('SECTION_NOT_FOUND');
  const people = (await peopleOf(section)).map(({ name, phone, employer, state, number }): RosterEntry => ({
    name,
    phone,
    employer,
    state,
    number,
  }));
  return { section: sectionCard(section), people };
};
