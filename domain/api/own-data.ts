import type { OwnFact } from '../base/own-fact';
import type { PlaceState } from '../line/place';

/** How a person is shown the data that is kept about them. Interfaces only. */

/** The part that one collection holds, in the words of its declaration. */
export interface OwnGroup {
  /** The collection's key. */
  key: string;
  title: string;
  kept: string;
  erased: string;
  /** The number of documents that hold something about the person. */
  documents: number;
  /** One short list of facts per row. The page shows the newest rows, the export all. */
  rows: OwnFact[][];
  /** The number of older rows that only the export shows. */
  hidden?: number;
}

/** A preview of an erasure. */
export interface EraseOutlook {
  /** Places that are given up. People who wait move up. */
  leaves: { title: string; state: PlaceState; number: number }[];
  /** Classes under way whose line does not move any more. The seat is lent for each lesson to come. */
  away: { title: string; lessons: number }[];
  /** The number of classes that are over. */
  past: number;
  roles: string[];
  /** `yes`: another staff member has to take the role back first. `last`: there is no other staff member. */
  staff: 'no' | 'yes' | 'last';
  /** Absences that still count. `rememberedUntil` says how long. */
  missed: number;
  rememberedUntil: number | null;
}
