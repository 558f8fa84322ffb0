import { MOST_SLOTS, type Slot } from './wish';

/** One to three different parts of a week. */
export const areSlots = (when: readonly Slot[]): boolean =>
  when.length >= 1 && when.length <= MOST_SLOTS && new Set(when).size === when.length;
