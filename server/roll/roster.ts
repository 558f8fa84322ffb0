import type { RosterEntry } from '../../domain/api';
import { isRefused } from '../../domain/base/refuse';
import { sectionCard } from '../batch/cards';
import { ownSection } from './own-section';
import type { Run } from '../base/door';
import { peopleOf } from '../people/people-of';

/** The people in the line of one of the caller's own sections, in its order. */
export const roster: Run<'roll.roster'> = async ({ input: { sectionId }, memberId }) => {
  const section = await ownSection(memberId, sectionId);
  if (isRefused(section)) return section;
  const people = (await peopleOf(section)).map(({ name, phone, employer, state, number }): RosterEntry => ({
    name,
    phone,
    employer,
    state,
    number,
  }));
  return { section: sectionCard(section), people, groupCodeAt: section.groupCodeAt ?? null };
};
