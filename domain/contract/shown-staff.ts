import type { BatchDraft, BatchState, RecordEntry, Role } from '../model';
import type { Phase } from '../rules/phase';
import type { TakenBy } from '../rules/taken';
import type { SheetReading } from '../sheet/draft';
import type { BatchCard, Place, SectionCard } from './shown';

/** What staff are shown, and what refusals to them carry. */

// ── Drafts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface DraftCard {
  draftId: string;
  title: string;
  /** Of a copy: what the batch was called that it was made of. */
  formerTitle?: string;
  opensAt: number | null;
  sectionCount: number;
  capacity: number;
  updatedAt: number;
}

export interface StaffBatchCard extends BatchCard {
  state: BatchState;
  phase: Phase;
}

/** What is missing or wrong in a draft: the place where to put it right, and a sentence. */
export interface DraftProblem {
  /** A setting, a section by its key, or the list of sections as a whole. */
  where:
    'title' | 'opensAt' | 'closesAt' | 'dropHours' | 'freezeHours' | 'mode' | 'audience' | 'sections' | { key: string };
  text: string;
  /** A warning does not stand in the way. */
  warning?: true;
  /** A hint of the section's reading, which can be dismissed (`draft.saveSection`) by its text. */
  hint?: true;
}

export interface DraftView extends Omit<BatchDraft, '_id' | 'lastKey' | 'boardKey' | 'createdAt' | 'updatedAt'> {
  draftId: string;
  problems: DraftProblem[];
  /** What to know of its instructors: whom nobody has invited, which name may be two people. */
  hints: string[];
  /** The classes of published batches in the rooms of the draft. */
  taken?: TakenBy[];
  /** Exactly what workers will see; where instants are still missing, `null`. */
  preview: { batch: BatchCard; sections: SectionCard[] } | null;
}

/** What was understood of a sheet; with `clean` it may be imported as a whole. */
export interface SheetView {
  reading: SheetReading;
  clean: boolean;
  /** The rows that are right, and their seats: what `only: 'right'` imports. */
  sectionCount: number;
  capacity: number;
}

export interface DownloadedFile {
  fileName: string;
  /** base64 */
  file: string;
}

// ── Changes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Somebody whom a change concerns; phone masked. */
export interface AffectedPerson {
  name: string;
  phone: string;
  /** 现在坐第 3 座 → 候补第 1 位; what becomes of this person, in words. */
  text: string;
}

export interface ChangeEffect {
  /** False for a dry run. */
  done: boolean;
  /** One sentence for the record: 名额从 30 改为 35. */
  summary: string;
  /** How many people are told. */
  told: number;
  /** At most 100 of them. */
  people: AffectedPerson[];
  /** What staff should know before they do it: 3 人会和另一个班撞时间. */
  warnings: string[];
}

// ── The record ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** An entry of the record as staff read it: its sentence in one. */
export type ShownEntry = Pick<
  RecordEntry,
  '_id' | 'at' | 'byName' | 'act' | 'batchId' | 'sectionId' | 'before' | 'after' | 'reason'
> & { summary: string };

// ── People ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface LinePerson {
  memberId: string;
  name: string;
  phone: string;
  employer: string;
  state: Place['state'];
  number: number;
  at: number;
  /** How many other accounts with the same telephone number have a place in this batch. */
  sameNumber: number;
}

export interface FoundPerson {
  memberId: string;
  name: string;
  phone: string;
  employer: string;
}

export interface RoleHolder {
  memberId: string;
  /** The caller themselves, whom nobody dismisses. */
  isMe: boolean;
  name: string;
  phone: string;
  roles: Role[];
  instructorName: string | null;
  /** `null`: of whichever organisation. */
  instructorFor: string[] | null;
  organisation: string | null;
}

/** Who teaches a class that is still on and has no instructor's role. */
export interface MissingInstructor {
  name: string;
  organisation: string;
  classes: string[];
  /** An invitation is open already. */
  invited: boolean;
}

export interface InviteCard {
  inviteId: string;
  role: Role;
  name: string;
  organisation: string;
  createdAt: number;
  expiresAt: number;
  invitedBy: string;
  state: 'open' | 'used' | 'revoked' | 'expired';
}

// ── Numbers after a release ──────────────────────────────────────────────────────────────────────────────────────────

/** Answers of one second after the opening, by code; seated and waiting are codes of their own. */
export interface AnsweredSecond {
  /** Whole seconds since the opening; negative before. */
  second: number;
  answers: Record<string, number>;
}

export interface SectionDemand {
  sectionId: string;
  title: string;
  /** 周三 晚上, as suggestions are made by hour too. */
  when: string;
  capacity: number;
  seated: number;
  waiting: number;
  tries: number;
  /** Distinct people who were told FULL and have no place in this line now. */
  turnedAway: number;
  /** Seats to offer next time: what was wanted, within reason (`rules/demand.ts`). */
  suggestedCapacity: number;
  /** Milliseconds from the opening to the last seat; null where seats are left. */
  filledAfterMs: number | null;
}

/** Demand of several sections together; a person counts once, in however many of them. */
export interface DemandSum {
  /** Seats offered. */
  capacity: number;
  /** Has a seat in one of them. */
  seated: number;
  /** Has a place in one of them, or was told FULL there. */
  wanted: number;
  /** Of those, who has no place in any of them now. */
  turnedAway: number;
  suggestedCapacity: number;
}

/** By course, by hour (周三 晚上), and by both; the most people without a seat first, hours in the order of the week. */
export interface DemandGroups {
  courses: (DemandSum & { course: string })[];
  hours: (DemandSum & { when: string })[];
  cells: (DemandSum & { course: string; when: string })[];
}

export interface ReleaseNumbers {
  seconds: AnsweredSecond[];
  tries: number;
  /** Distinct people who were told FULL somewhere and hold no place in the batch. */
  turnedAway: number;
  /** True where so many came that they were no longer all counted apart: then "at least". */
  atLeast: boolean;
  sections: SectionDemand[];
  groups: DemandGroups;
  trouble: Trouble;
  /**
   * Every claim that was answered before this instant is in the numbers, as far as instances could be reached; later ones
   * may be missing. `null`: nothing was collected yet.
   */
  countedUntil: number | null;
  /** The rush of the stroke is not collected yet: until then every count of answers is too small. */
  pending: boolean;
}

/** What went wrong with claims, as far as instances have written it down. */
export interface Trouble {
  /** Answered FAULT: a bug, or an environment that is broken. Somebody has to look. */
  faults: number;
  lastFaultAt: number | null;
  /** Answered BUSY, because many came at once or the database had no time: the app asks again by itself. */
  waits: number;
  /** Instances that have written what they counted. */
  instances: number;
}

// ── Refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface StaffRefusalDetails {
  DRAFT_NOT_READY: { problems: DraftProblem[] };
  BAD_SECTION: { fields: { field: string; text: string }[] };
  SHEET_UNREADABLE: { text: string };
  CHANGE_NOT_NOW: { text: string };
  CAPACITY_BELOW_SEATED: { text: string };
  WAITLIST_BELOW_WAITING: { text: string };
  LESSON_TIME_WRONG: { text: string };
  CLOSING_TIME_WRONG: { text: string };
}
