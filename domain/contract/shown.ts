import type { RefusalCode } from '../codes';
import type { Audience, Category, Membership } from '../model';
import type { SectionDraft } from '../sheet/draft';
import type { DoorRefusal } from './endpoint';
import type { StaffRefusalDetails } from './shown-staff';

/** What people are shown, and what a refusal carries. Interfaces only: nothing of this travels to the phone. */

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
export interface SectionCard extends SectionDraft {
  sectionId: string;
  batchId: string;
  dropUntil: number;
  /** From then on nobody moves up, and no seat is given back, late or not; `null` = never. */
  freezeAt: number | null;
  clashIds: string[];
  /** Set where the union has called the class off. */
  cancelledAt: number | null;
}

/** The numbers of a section that do change. */
export interface SectionCount {
  sectionId: string;
  seatsLeft: number;
  waiting: number;
  /** Places left in the waiting list; 0 means that the line is full. */
  waitingLeft: number;
}

/** Where one person stands in one line. */
export interface Place {
  sectionId: string;
  state: 'SEATED' | 'WAITING';
  /** Seated: the how-manieth seat, from 1. Waiting: 候补第 N 位, from 1. */
  number: number;
  /** People behind in the same line. */
  behind: number;
  /** When the claim was taken. */
  at: number;
}

/** What somebody gets who was too late. Facts only: beyond a full line nobody has a place. */
export interface FullReceipt {
  sectionId: string;
  opensAt: number;
  /** When the last of those who now have a seat had joined the line; null where capacity is 0. */
  lastSeatAt: number | null;
  /** When the last who now waits had joined; null where there is no waiting list. */
  lastWaitAt: number | null;
  /** When this request was taken up; on a receipt from the posted board, when the phone found the line full there. */
  arrivedAt: number;
  byBoard?: true;
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

export interface Profile {
  name: string;
  phone: string;
  employer: string;
  /** 所在镇街; empty where it was not said. */
  district?: string;
  unionMember: boolean;
  /** Absent = never asked. `null` in a form = asked and not yet answered. */
  membership?: Membership | null;
}

/** What a refusal may carry besides its code, so that the screen can be exact. */
export interface RefusalDetails extends StaffRefusalDetails {
  NOT_OPEN: { opensAt: number };
  CLOSED: { closesAt: number };
  FULL: FullReceipt;
  CLASH: { sectionId: string; state: Place['state'] };
  LIMIT_REACHED: { limit: number };
  /** `lateUntil`: until when the seat can still be given back late; `null` = no more. */
  DROP_CLOSED: { dropUntil: number; lateUntil: number | null };
  /** `reopening`: a place came back and is about to open to everybody. */
  BUSY: { retryAfterMs: number; reopening?: true };
  /** What a technician needs to know; shown to staff. */
  UPGRADING: { technical: string };
  BAD_PROFILE: { fields: Partial<Record<keyof Profile, string>> };
  BAD_INPUT: { fields: string[] };
  EMPLOYER_NOT_INVITED: { employers: string[] };
  DISTRICT_NOT_INVITED: { districts: string[] };
  NOT_ON_ROLL: { memberIds: string[] };
  CHECK_IN_TOO_EARLY: { title: string; from: number };
  NOT_IN_SECTION: { title: string };
  WRONG_LESSON: { title: string };
  WALK_IN_TOO_EARLY: { from: number };
  LINE_FIRST: { from: number };
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
