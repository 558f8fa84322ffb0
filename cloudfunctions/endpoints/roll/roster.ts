import type { RosterEntry } from '../../../domain/contract';
import { maskPhone } from '../../../domain/rules/mask';
import { placeAt } from '../../../domain/rules/place';
import { refuse } from '../../../domain/rules/refuse';
import { read, readMany } from '../../db/database';
import type { Run } from '../../door';
import { sectionCard } from '../../cards';

/** The people in the line of one of my own sections, in its order. Somebody else's section is not found. */
export const roster: Run<'roll.roster'> = async ({ input: { sectionId }, memberId }) => {
  const section = await read('sections', sectionId);
  if (section?.instructorId !== memberId) return refuse('SECTION_NOT_FOUND');
  const ids = section.line.map(entry => entry.memberId);
  const members = new Map((await readMany('members', ids)).map(member => [member._id, member]));
  const people = section.line.map((entry, index): RosterEntry => {
    const member = members.get(entry.memberId);
    const { state, number } = placeAt(section, index);
    const phone = maskPhone(member?.phone ?? '');
    return { name: member?.name ?? '（已注销）', phone, employer: member?.employer ?? '', state, number };
  });
  return { section: sectionCard(section), people };
};
