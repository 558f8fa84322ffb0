import type { OwnFact } from '../base/own-fact';

/** Interfaces only: what a person is shown of what is kept about them. */

/** One collection's share, as its declaration calls it. */
export interface OwnGroup {
  /** The collection. */
  key: string;
  title: string;
  kept: string;
  erased: string;
  /** In how many documents something about the person stands. */
  documents: number;
  /** What it says, each a short list of facts; on the page the newest, in the export all. */
  rows: OwnFact[][];
  /** How many older rows only the export has. */
  hidden?: number;
}

/** What an erasure will do, told before. */
export interface EraseOutlook {
  /** Places that are given up; whoever waits moves up. */
  leaves: { title: string; state: 'SEATED' | 'WAITING'; number: number }[];
  /** Classes under way whose line does not move any more: each lesson to come is lent. */
  away: { title: string; lessons: number }[];
  /** Classes that are over. */
  past: number;
  roles: string[];
  /** Another one who is staff has to take the role back first; `last` where there is no other. */
  staff: 'no' | 'yes' | 'last';
  /** Absences that still count, and until when they will be remembered. */
  missed: number;
  rememberedUntil: number | null;
}
