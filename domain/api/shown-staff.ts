import type { BatchDraft, BatchState, NoticeKind, RecordEntry, Role } from '../model';
import type { Phase } from '../batch/phase';
import type { TakenBy } from '../draft/taken';
import type { SheetReading } from '../sheet/draft';
import type { DraftProblem } from '../draft/problem';
import type { Place } from '../line/place';
import type { BatchCard, SectionCard } from './shown';

/** The data that staff are shown. */

// ── Drafts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface DraftCard {
  draftId: string;
  title: string;
  /** Of a copy: the title of the batch that was copied. */
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

export interface DraftView extends Omit<BatchDraft, '_id' | 'lastKey' | 'boardKey' | 'createdAt' | 'updatedAt'> {
  draftId: string;
  problems: DraftProblem[];
  /** Hints about its instructors: people whom nobody has invited, or a name that may be two people. */
  hints: string[];
  /** The classes of published batches in the rooms of the draft. */
  taken?: TakenBy[];
  /** The draft exactly as workers will see it; `null` while its instants are missing. */
  preview: { batch: BatchCard; sections: SectionCard[] } | null;
}

/** What was understood of a sheet. If `clean`, it may be imported as a whole. */
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

// ── The record ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** An entry of the record as staff read it, with its sentence in one piece. */
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

/** A lesson that somebody missed. */
export interface FoundAbsence {
  title: string;
  lecture?: true;
  lessonIndex: number;
  startsAt: number;
}

/** Somebody who may not know of a change of their class. */
export interface UnreachedPerson {
  memberId: string;
  name: string;
  /** Masked, unless whole numbers were asked for. */
  phone: string;
  /** The latest change that they were not told of, and when it was made. */
  kind: NoticeKind;
  lecture?: true;
  text: string;
  at: number;
  /** How many changes. */
  count: number;
}

export interface RoleHolder {
  memberId: string;
  /** True for the caller, because nobody can dismiss themselves. */
  isMe: boolean;
  name: string;
  phone: string;
  roles: Role[];
  instructorName: string | null;
  /** `null`: any organisation. */
  instructorFor: string[] | null;
  organisation: string | null;
}

/** A person who teaches a class that is still on, but has no instructor's role. */
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
