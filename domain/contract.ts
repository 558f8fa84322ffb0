import { z } from 'zod';
import type { RefusalCode } from './codes';
import type { Audience, Category, CheckReport, Lesson, Notice, Role } from './model';

/**
 * The contract: every endpoint, who may call it, what it takes, what it answers, how it may refuse.
 *
 * An endpoint is `noun.verb`; the cloud function that serves it bears the noun's name. The event is
 * `{ endpoint, input }`, the answer an `Answer`. Functions parse with the schemas; the app imports **types only**
 * (`import type`), so no validator travels to the phone.
 */

/** Who may call: anybody inside WeChat, or a member with the role. */
export type Access = 'anyone' | Role;

export interface Endpoint<I extends z.ZodType = z.ZodType, O = unknown, R extends RefusalCode = RefusalCode> {
  access: Access;
  input: I;
  /** Refusals of its own; the door's (`DOOR_REFUSALS`) may come from every endpoint. */
  refusals: readonly R[];
  /** Carries the type of the answer; never set. */
  output?: O;
}

/** Refusals that the door gives for every endpoint. */
export const DOOR_REFUSALS = ['UNKNOWN_ENDPOINT', 'BAD_INPUT', 'NO_IDENTITY', 'FORBIDDEN', 'BUSY', 'FAULT'] as const;
export type DoorRefusal = (typeof DOOR_REFUSALS)[number];

const endpoint =
  <O>() =>
  <I extends z.ZodType, const R extends RefusalCode>(definition: {
    access: Access;
    input: I;
    refusals: readonly R[];
  }): Endpoint<I, O, R> =>
    definition;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const nothing = z.strictObject({});
const ofBatch = z.strictObject({ batchId: id });
const ofSection = z.strictObject({ sectionId: id });

// ── What people are shown ────────────────────────────────────────────────────────────────────────────────────────────

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
}

/** The facts of a section that do not change while people grab. */
export interface SectionCard {
  sectionId: string;
  batchId: string;
  course: string;
  category: Category;
  name: string;
  instructor: string;
  organisation: string;
  place: string;
  schedule: string;
  lessons: Lesson[];
  audienceText: string;
  note: string;
  capacity: number;
  waitlistLimit: number;
  dropUntil: number;
  clashIds: string[];
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

/** What somebody gets who was too late (feature 18). Facts only: beyond a full line nobody has a place. */
export interface FullReceipt {
  sectionId: string;
  opensAt: number;
  /** When the last of those who now have a seat had joined the line; null where capacity is 0. */
  lastSeatAt: number | null;
  /** When the last who now waits had joined; null where there is no waiting list. */
  lastWaitAt: number | null;
  /** When this request was taken up. */
  arrivedAt: number;
}

export interface Claimed {
  place: Place;
  /** True where the person stood in this line before this tap. */
  already: boolean;
  /** The waits that this seat replaced, because they clashed with it (feature 10). Mostly none. */
  clearedSectionIds: string[];
}

export interface MyPlace {
  place: Place;
  section: SectionCard;
  batch: { batchId: string; title: string; union: string; categories: Category[] };
}

export interface Profile {
  name: string;
  phone: string;
  employer: string;
  unionMember: boolean;
}

/** What a refusal may carry besides its code, so that the screen can be exact. */
export interface RefusalDetails {
  NOT_OPEN: { opensAt: number };
  CLOSED: { closesAt: number };
  FULL: FullReceipt;
  CLASH: { sectionId: string; state: Place['state'] };
  LIMIT_REACHED: { limit: number };
  DROP_CLOSED: { dropUntil: number };
  BUSY: { retryAfterMs: number };
  BAD_PROFILE: { fields: Partial<Record<keyof Profile, string>> };
  BAD_INPUT: { fields: string[] };
  EMPLOYER_NOT_INVITED: { employers: string[] };
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

// ── The table ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const CONTRACT = {
  /** Batches that are scheduled, newest release first. */
  'catalog.batches': endpoint<{ batches: BatchCard[]; countedAt: number }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  'catalog.batch': endpoint<{ batch: BatchCard; sections: SectionCard[] }>()({
    access: 'anyone',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),

  /** Seat counts; served from the instance's memory, at most a second old. The app asks again after `pollAfterMs`. */
  'line.board': endpoint<{ counts: SectionCount[]; countedAt: number; pollAfterMs: number }>()({
    access: 'anyone',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),
  /** The waiting room (候场): settles eligibility before the release. May be entered again and again. */
  'line.enter': endpoint<{ opensAt: number; limit: number | null; held: number }>()({
    access: 'anyone',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND', 'CLOSED', 'PROFILE_MISSING', 'NOT_UNION_MEMBER', 'EMPLOYER_NOT_INVITED'],
  }),
  'line.claim': endpoint<Claimed>()({
    access: 'anyone',
    input: z.strictObject({ batchId: id, sectionId: id }),
    refusals: [
      'BATCH_NOT_FOUND',
      'SECTION_NOT_FOUND',
      'SECTION_NOT_IN_BATCH',
      'NOT_OPEN',
      'CLOSED',
      'FULL',
      'PROFILE_MISSING',
      'NOT_UNION_MEMBER',
      'EMPLOYER_NOT_INVITED',
      'CLASH',
      'LIMIT_REACHED',
    ],
  }),
  /** Leaves a line, seat or wait. Leaving twice is a quiet success (`left: null`). */
  'line.drop': endpoint<{ left: Place['state'] | null }>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND', 'DROP_CLOSED'],
  }),
  /** Where do I stand in this line? What the app asks after a time-out instead of guessing. */
  'line.place': endpoint<{ place: Place | null }>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
  /** All my places, in live batches and past ones. */
  'line.mine': endpoint<{ places: MyPlace[] }>()({ access: 'anyone', input: nothing, refusals: [] }),

  'member.me': endpoint<{ profile: Profile | null; roles: Role[] }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  /** Loose on purpose: what is wrong with a field is told by `rules/profile.ts` in the field's own words. */
  'member.save': endpoint<{ profile: Profile }>()({
    access: 'anyone',
    input: z.strictObject({
      name: z.string().max(200),
      phone: z.string().max(200),
      employer: z.string().max(200),
      unionMember: z.boolean(),
    }),
    refusals: ['BAD_PROFILE'],
  }),
  /** The inbox, newest first, at most 50. */
  'member.notices': endpoint<{ notices: Omit<Notice, 'memberId'>[] }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  'member.readNotices': endpoint<{ read: number }>()({
    access: 'anyone',
    input: z.strictObject({ noticeIds: z.array(z.string().max(200)).min(1).max(50) }),
    refusals: [],
  }),

  /** The instructor's own sections, with the people in them, phones masked. */
  'roll.sections': endpoint<{ sections: (SectionCard & { seated: number; waiting: number })[] }>()({
    access: 'instructor',
    input: nothing,
    refusals: [],
  }),
  'roll.roster': endpoint<{ section: SectionCard; people: RosterEntry[] }>()({
    access: 'instructor',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),

  /** How a batch stands: counts, and when each line filled. */
  'staff.batch': endpoint<{
    batch: BatchCard;
    sections: (SectionCard & SectionCount & { seated: number; joinedAt: number[] })[];
    latestCheck: CheckReport | null;
  }>()({ access: 'staff', input: ofBatch, refusals: ['BATCH_NOT_FOUND'] }),
  /** Runs the check of feature 46 now and returns its report. */
  'staff.check': endpoint<{ report: CheckReport }>()({ access: 'staff', input: nothing, refusals: [] }),
} satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof CONTRACT;
export type Input<N extends EndpointName> = z.infer<(typeof CONTRACT)[N]['input']>;
export type Output<N extends EndpointName> = (typeof CONTRACT)[N] extends Endpoint<z.ZodType, infer O> ? O : never;
export type RefusalOf<N extends EndpointName> = (typeof CONTRACT)[N]['refusals'][number];
export type AnswerOf<N extends EndpointName> = Answer<Output<N>, RefusalOf<N>>;

/** The event that a function receives. */
export interface CallEvent {
  endpoint: string;
  input?: unknown;
}
