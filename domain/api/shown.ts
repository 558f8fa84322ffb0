import type { RefusalCode } from '../base/codes';
import type { RefusalDetails } from '../base/refuse';
import type { Place } from '../line/place';
import type { CardTerms } from '../draft/terms';
import type { Category, OfferedSection } from '../model';
import type { DoorRefusal } from './endpoint';

/** The data that people are shown. Interfaces only, so none of this travels to the phone. */

export interface BatchCard extends CardTerms {
  batchId: string;
  title: string;
  union: string;
  sectionCount: number;
  capacity: number;
  categories: Category[];
  firstLessonAt: number;
  lastLessonAt: number;
  /** Seats left over all sections, at the answer's `countedAt`. */
  seatsLeft: number;
  /** Places left in the waiting lists of full sections, at the same instant. Absent in older answers. */
  waitingLeft?: number;
  /** The print of the declaration, if there is one. Whoever accepts it sends this along. */
  declarationPrint?: string;
}

/** The facts of a section that do not change while people grab. */
export interface SectionCard extends OfferedSection {
  sectionId: string;
  batchId: string;
  dropUntil: number;
  /** From this instant on nobody moves up and no seat can be given back, not even late; `null` = never. */
  freezeAt: number | null;
  clashIds: string[];
  /** Set if the union has called the class off. */
  cancelledAt: number | null;
}

export interface Claimed {
  place: Place;
  /** True if the person stood in this line before this tap. */
  already: boolean;
  /** The waits that this seat replaced because they clashed with it. Usually there are none. */
  clearedSectionIds: string[];
}

export interface MyPlace {
  place: Place;
  section: SectionCard;
  batch: Pick<BatchCard, 'batchId' | 'title' | 'union' | 'categories' | 'contact' | 'contactName'>;
  /** True if I have a seat and the class has the code of its group. */
  hasGroupCode?: true;
}

/** Why a batch opens later for me than for others. */
export interface Later {
  /** I have had a place in an earlier batch, and first-timers go first. */
  cameBefore: boolean;
  /** My absences, if there are as many as the batch's policy names; the oldest first. `title` '' = not known any more. */
  absences: { startsAt: number; title: string }[];
  /** From this instant on so many of them have expired that they have no consequence; `null` if there are none. */
  until: number | null;
}

export type Refusal<C extends RefusalCode = RefusalCode> = C extends RefusalCode
  ? { ok: false; code: C; message: string; now: number } & (C extends keyof RefusalDetails
      ? { details: RefusalDetails[C] }
      : { details?: undefined })
  : never;

/**
 * The return value of every function. `now` is the server's clock when it answered. The app sets its countdowns by it.
 */
export type Answer<O, R extends RefusalCode> = { ok: true; data: O; now: number } | Refusal<R | DoorRefusal>;

/** An instructor's view of a person in a line. It never has an openid or a whole phone number. */
export interface RosterEntry {
  name: string;
  phone: string;
  employer: string;
  state: Place['state'];
  number: number;
}
