import type { RefusalCode } from '../base/codes';
import type { RefusalDetails } from '../base/refuse';
import type { Place } from '../line/place';
import type { Audience, Category, OfferedSection } from '../model';
import type { DoorRefusal } from './endpoint';

/** What people are shown. Interfaces only: nothing of this travels to the phone. */

export interface BatchCard {
  batchId: string;
  title: string;
  union: string;
  opensAt: number;
  closesAt: number;
  limit: number | null;
  audience: Audience;
  sectionCount: number;
  capacity: number;
  categories: Category[];
  firstLessonAt: number;
  lastLessonAt: number;
  /** Seats left over all sections, as of `countedAt` of the answer. */
  seatsLeft: number;
  /** Places left in the waiting lists of full sections, as of the same instant. Absent in an answer from before. */
  waitingLeft?: number;
  /** A telephone number for questions; absent where none was given. */
  contact?: string;
}

/** The facts of a section that do not change while people grab. */
export interface SectionCard extends OfferedSection {
  sectionId: string;
  batchId: string;
  dropUntil: number;
  /** From then on nobody moves up, and no seat is given back, late or not; `null` = never. */
  freezeAt: number | null;
  clashIds: string[];
  /** Set where the union has called the class off. */
  cancelledAt: number | null;
}

export interface Claimed {
  place: Place;
  /** True where the person stood in this line before this tap. */
  already: boolean;
  /** The waits that this seat replaced, because they clashed with it. Mostly none. */
  clearedSectionIds: string[];
}

export interface MyPlace {
  place: Place;
  section: SectionCard;
  batch: Pick<BatchCard, 'batchId' | 'title' | 'union' | 'categories' | 'contact'>;
}

export type Refusal<C extends RefusalCode = RefusalCode> = C extends RefusalCode
  ? { ok: false; code: C; message: string; now: number } & (C extends keyof RefusalDetails
      ? { details: RefusalDetails[C] }
      : { details?: undefined })
  : never;

/** What every function returns. `now` is the server's clock when it answered: the app sets its countdowns by it. */
export type Answer<O, R extends RefusalCode> = { ok: true; data: O; now: number } | Refusal<R | DoorRefusal>;

/** An instructor's view of somebody in a line: never an openid, never a whole phone number. */
export interface RosterEntry {
  name: string;
  phone: string;
  employer: string;
  state: Place['state'];
  number: number;
}
