import type { CheckedIn } from '../../domain/api';
import type { Section } from '../../domain/model';
import type { Mark } from '../../domain/roll/roll';
import { sectionCard } from '../batch/cards';

/** @param here the mark that was taken, now or before. */
export const checkedIn = (
  section: Section,
  lessonIndex: number,
  here: Mark,
  more: Partial<CheckedIn> = {},
): CheckedIn => ({
  section: sectionCard(section),
  lessonIndex,
  state: here.state === 'late' ? 'late' : 'present',
  at: here.at,
  already: false,
  guest: false,
  ...more,
});
