/**
 * The documents. One interface a collection; instants are epoch milliseconds and end in `At`, ids end in `Id`.
 * Every collection is closed to clients: only functions read and write them.
 */

export type Role = 'instructor' | 'staff';

/** `members`. `_id` is derived from the OPENID (`cloudfunctions/member-id.ts`), so that knowing who calls costs no read. */
export interface Member {
  _id: string;
  /** Never leaves the functions. */
  openid: string;
  name: string;
  phone: string;
  employer: string;
  unionMember: boolean;
  roles: Role[];
  createdAt: number;
  updatedAt: number;
}

/** Who may come to a batch. Nothing said means everybody. */
export interface Audience {
  unionMembersOnly?: boolean;
  /** Names of employers; absent = any. */
  employers?: string[];
}

export type BatchState = 'draft' | 'scheduled' | 'archived';

/** `batches` (期). Open and closed are never stored: they follow from the clock (`rules/phase.ts`). */
export interface Batch {
  _id: string;
  title: string;
  union: string;
  state: BatchState;
  opensAt: number;
  closesAt: number;
  /** Places (seats and waits) a person may hold in this batch at once; absent = no limit. */
  limit?: number;
  audience: Audience;
  sectionCount: number;
  capacity: number;
  /** Motif keys in the order of the wall, each once. */
  categories: Category[];
  firstLessonAt: number;
  lastLessonAt: number;
}

export const CATEGORIES = [
  'choir',
  'tea',
  'guqin',
  'papercut',
  'hulusi',
  'yoga',
  'pingpong',
  'calligraphy',
  'dance',
  'taiji',
  'photo',
  'cooking',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** One lesson (课次) of a section. `startsAt < endsAt`. */
export interface Lesson {
  startsAt: number;
  endsAt: number;
}

/** One person in a line. (`memberId`, `at`) names the entry for good: a later entry of the same person has another `at`. */
export interface LineEntry {
  memberId: string;
  /** When the function took the claim. The *order* is the array's, not this field's. */
  at: number;
}

/**
 * `sections` (班): a line of people; the first `capacity` have seats, the others wait.
 * A section carries everything that a claim needs to know, so that a claim reads no batch.
 */
export interface Section {
  _id: string;
  batchId: string;
  course: string;
  category: Category;
  /** 班次, e.g. 一班. */
  name: string;
  instructor: string;
  instructorId?: string;
  organisation: string;
  place: string;
  /** As people say it: 每周三 19:00-20:30. */
  schedule: string;
  lessons: Lesson[];
  audienceText: string;
  note: string;

  capacity: number;
  waitlistLimit: number;
  opensAt: number;
  closesAt: number;
  /** Last instant (exclusive) at which a seat can be given back. A wait can always be left. */
  dropUntil: number;
  /** The batch's limit, copied. */
  limit?: number;
  /** Sections whose lessons overlap with ours, in any live batch. Symmetric. */
  clashIds: string[];
  /** Grows with every change a claim must know of: a claim that was prepared on older facts does not pass its guard. */
  revision: number;

  line: LineEntry[];
  /** Always `line.length`; kept because a guard can compare a number and not a length. */
  lineCount: number;
  /**
   * When a line that was full gets a place back, that place opens at this instant and not before, so that an instance
   * which remembers "full" for `FULL_MEMORY_MS` is never wrong (`rules/full-memory.ts`).
   */
  reopensAt: number;
}

/** A place that a person has reserved: written before the line is joined, so it may lead the line, never trail it. */
export interface Hold {
  sectionId: string;
  batchId: string;
  /** Equals the `at` of the line entry that it became. */
  at: number;
}

/** `standings` (个人本期状况): one cold document per worker, `_id` = memberId. Limits and clashes hold here, race-safe. */
export interface Standing {
  _id: string;
  holds: Hold[];
  /**
   * By batch id: what the waiting room settled, and how many holds count towards its limit. `settledAt` 0 = to be
   * settled anew (the profile changed since).
   */
  batches: Record<string, { settledAt: number; count: number }>;
}

/** `notices`: an outbox and an inbox in one. `_id` is deterministic, so telling twice is telling once. */
export interface Notice {
  _id: string;
  memberId: string;
  kind: 'PROMOTED';
  sectionId: string;
  batchId: string;
  /** Course and section as they were called then. */
  title: string;
  createdAt: number;
  readAt: number | null;
}

/** `checks`: what the nightly check found (feature 46). */
export interface CheckReport {
  _id: string;
  startedAt: number;
  endedAt: number;
  sections: number;
  /** Of those who hold or count anything. */
  standings: number;
  healed: { unusedHolds: number; missingHolds: number };
  /** What the check must not mend by itself, in words for staff. */
  alarms: { sectionId: string; text: string }[];
}
