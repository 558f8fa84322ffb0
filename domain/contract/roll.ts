import { endpoint, nothing, ofSection, RUNNERS } from './endpoint';
import type { RosterEntry, SectionCard } from './shown';

export const ROLL = {
  /** The sections that the caller runs, as instructor or as organisation, with the people in them, phones masked. */
  'roll.sections': endpoint<{ sections: (SectionCard & { seated: number; waiting: number })[] }>()({
    access: RUNNERS,
    input: nothing,
    refusals: [],
  }),
  'roll.roster': endpoint<{ section: SectionCard; people: RosterEntry[] }>()({
    access: RUNNERS,
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
};
