import type { LessonSums } from '../attendance/attendance';
import type { Category } from '../model';
import type { Guest, MarkSource, MarkState } from '../roll/roll';
import type { SectionCard } from './shown';

/** The parts of a lesson's roll that people are shown. */

export interface ShownMark {
  state: MarkState;
  source: MarkSource;
  at: number;
  /** When the server got it, if that was long after it was made; otherwise `null`. */
  receivedAt: number | null;
  /** True if the caller made the mark, perhaps on another device. */
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
  /** Whether the person has a seat of the class or is in for this lesson only. */
  as: 'seat' | Guest['as'];
  /** The seat number, starting at 1; `null` for a guest. */
  seat: number | null;
  /** Set if the person asked for leave. The reason may be empty. */
  leave: { at: number; reason: string } | null;
  /** The mark that holds; `null` = not marked. */
  mark: ShownMark | null;
  /** A mark that contradicts it, if nobody who knew of both has decided. A disputed 缺课 is no absence. */
  disputed: ShownMark | null;
  /** What the person is in the lesson, as the server judges it; `null` = not marked, or nobody has decided. */
  state: MarkState | null;
}

/** Somebody in line who may be let in if seats stay empty. */
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
  /** People at a lecture who are on no list, counted by hand; absent = none. */
  heads?: number;
  /** How many marks of the roll this answer knows. A new mark sends it as `seen`. */
  seen: number;
  closedAt: number | null;
  /** False if nobody was marked before the closing. Then the roll says nothing about who came. */
  called: boolean;
}

/**
 * The codes of one lesson, one per slot of `CODE_SLOT_MS`, from `firstSlot` on. The server makes them, and they are
 * shown by the server's clock.
 */
export interface CodeBook {
  /** The part before a code: `HG1.<sectionId>.<lessonIndex>.<keyId>.` */
  prefix: string;
  firstSlot: number;
  /** The signature of each slot. */
  macs: string[];
  /** Four digits for each slot, for those who cannot scan. */
  numbers: string[];
  checkedIn: number;
  expected: number;
}

/** A check-in that was accepted. */
export interface CheckedIn {
  section: SectionCard;
  lessonIndex: number;
  state: 'present' | 'late';
  /** When it was accepted. If the person had checked in before, the instant of the first time. */
  at: number;
  already: boolean;
  /** For this lesson only: a lent seat or a walk-in. */
  guest: boolean;
}

/** A lesson of mine about which more is known than its time. */
export interface MyLesson {
  sectionId: string;
  lessonIndex: number;
  /** The mark of mine that holds; `null` = none. */
  mark: { state: MarkState; at: number; source: MarkSource } | null;
  /** True if 缺课 is marked, my check-in contradicts it, and nobody has decided yet. */
  undecided: boolean;
  leave: { at: number; lent: boolean } | null;
  /** I am in for this lesson only. */
  guest: Guest['as'] | null;
  closed: boolean;
}

/** An absence that counts, or would count. */
export interface MyNoShow {
  sectionId: string;
  lessonIndex: number;
  title: string;
  lecture?: true;
  startsAt: number;
  /** From this instant on it does not count any more. */
  expiresAt: number;
  appeal: { at: number; text: string; answer: { at: number; forgiven: boolean; text: string } | null } | null;
}

export interface MyAttendance {
  /** Only lessons about which something is known. */
  lessons: MyLesson[];
  /** Lessons to come for which the line lent me a seat, with their class. */
  lent: { section: SectionCard; lessonIndex: number }[];
  noShows: MyNoShow[];
}

/** A class that somebody runs. `batchTitle` is absent in older answers. */
export interface Taught extends SectionCard {
  batchTitle?: string;
  /** Set if the caller only stands in: the lessons for which they do. Nothing else of the class is theirs. */
  only?: number[];
  seated: number;
  waiting: number;
}

/** A class that somebody ran, in a batch that ended long ago. */
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

/** The fields of a class that its attendance is shown with. */
export type AttendedClass = Pick<
  SectionCard,
  'sectionId' | 'kind' | 'course' | 'name' | 'category' | 'instructor' | 'organisation' | 'cancelledAt'
>;

export interface SectionAttendance {
  section: AttendedClass;
  /** In the order in which the lessons begin. */
  lessons: LessonSums[];
}

/** A person whom a policy would make wait, shown before the policy is applied. */
export interface NoShowPerson {
  memberId: string;
  name: string;
  phone: string;
  /** Within the days asked for, waived days left out. */
  absences: { sectionId: string; lessonIndex: number; title: string; lecture?: true; startsAt: number }[];
}

export interface OpenAppeal {
  sectionId: string;
  lessonIndex: number;
  memberId: string;
  name: string;
  title: string;
  lecture?: true;
  startsAt: number;
  at: number;
  text: string;
}
