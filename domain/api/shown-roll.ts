import type { LessonSums } from '../attendance/attendance';
import type { Category } from '../model';
import type { Guest, MarkSource, MarkState } from '../roll/roll';
import type { SectionCard } from './shown';

/** What people are shown of a lesson's roll. */

export interface ShownMark {
  state: MarkState;
  source: MarkSource;
  at: number;
  /** When the server got it, where that was long after it was made; else `null`. */
  receivedAt: number | null;
  /** True for who marked it: the caller's own device may have been another. */
  mine: boolean;
  /** Metres from where the code was shown; `null` = not known. A hint. */
  metres: number | null;
}

/** Somebody on the roll of one lesson. Phones are masked. */
export interface RollPerson {
  memberId: string;
  name: string;
  phone: string;
  employer: string;
  /** A seat of the class, or in for this lesson only. */
  as: 'seat' | Guest['as'];
  /** The seat number, starting at 1; `null` for a guest. */
  seat: number | null;
  /** Asked for leave, with the reason (may be empty). */
  leave: { at: number; reason: string } | null;
  /** What holds; `null` = not marked. */
  mark: ShownMark | null;
  /** A mark says otherwise, and nobody who knew of both has decided. With it 缺课 is no absence. */
  disputed: ShownMark | null;
}

/** Somebody in line who may be let in when seats stay empty. */
export interface RollWaiting {
  memberId: string;
  name: string;
  phone: string;
  number: number;
}

/** The roll of one lesson. */
export interface RollView {
  section: SectionCard;
  lessonIndex: number;
  /** Seats in their order, then guests by when they came in. */
  people: RollPerson[];
  /** Those who wait, in their order. */
  waiting: RollWaiting[];
  /** Seats that nobody takes in this lesson, as far as is known now. */
  freeSeats: number;
  /** Marks of the roll that this answer knows: what a new mark says as `seen`. */
  seen: number;
  closedAt: number | null;
}

/** The codes of one lesson, one a slot of `CODE_SLOT_MS`, from `firstSlot` on; made by the server, shown by the server's clock. */
export interface CodeBook {
  /** What stands before a code: `HG1.<sectionId>.<lessonIndex>.<keyId>.` */
  prefix: string;
  firstSlot: number;
  /** The signature that belongs to each slot. */
  macs: string[];
  /** Four digits for each slot, for those who cannot scan. */
  numbers: string[];
  checkedIn: number;
  expected: number;
}

/** A check-in that was taken. */
export interface CheckedIn {
  section: SectionCard;
  lessonIndex: number;
  state: 'present' | 'late';
  /** When it was taken; of the first time where it was taken before. */
  at: number;
  already: boolean;
  /** For this lesson only: a lent seat or a walk-in. */
  guest: boolean;
}

/** One of my lessons that says more than the timetable does. */
export interface MyLesson {
  sectionId: string;
  lessonIndex: number;
  /** What holds of my marks; `null` = none. */
  mark: { state: MarkState; at: number; source: MarkSource } | null;
  /** 缺课 is marked and my check-in contradicts it; nobody has decided yet. */
  undecided: boolean;
  leave: { at: number; lent: boolean } | null;
  /** I am in for this lesson only. */
  guest: Guest['as'] | null;
  closed: boolean;
}

/** An absence that counts, or would. */
export interface MyNoShow {
  sectionId: string;
  lessonIndex: number;
  title: string;
  startsAt: number;
  /** From when on it counts no more. */
  expiresAt: number;
  appeal: { at: number; text: string; answer: { at: number; forgiven: boolean; text: string } | null } | null;
}

export interface MyAttendance {
  /** Only lessons of which something is known. */
  lessons: MyLesson[];
  /** Lessons that the line lent me a seat for and that are still to come, with their class. */
  lent: { section: SectionCard; lessonIndex: number }[];
  noShows: MyNoShow[];
}

/** A class that somebody runs. `batchTitle` is absent in an answer from before. */
export interface Taught extends SectionCard {
  batchTitle?: string;
  seated: number;
  waiting: number;
}

/** A class that somebody ran in a batch that has been over for long. */
export interface TaughtBefore {
  sectionId: string;
  batchTitle: string;
  course: string;
  name: string;
  category: Category;
  schedule: string;
  place: string;
  capacity: number;
  seated: number;
}

/** As much of a class as its attendance is shown with. */
export type AttendedClass = Pick<
  SectionCard,
  'sectionId' | 'course' | 'name' | 'category' | 'instructor' | 'organisation' | 'cancelledAt'
>;

export interface SectionAttendance {
  section: AttendedClass;
  /** In the order of their beginnings. */
  lessons: LessonSums[];
}

/** Somebody whom a policy would make wait, shown before it is applied. */
export interface NoShowPerson {
  memberId: string;
  name: string;
  phone: string;
  /** Within the days asked for, waived days left out. */
  absences: { sectionId: string; lessonIndex: number; title: string; startsAt: number }[];
}

export interface OpenAppeal {
  sectionId: string;
  lessonIndex: number;
  memberId: string;
  name: string;
  title: string;
  startsAt: number;
  at: number;
  text: string;
}
