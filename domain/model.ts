import type { Plan, RehearsalNumbers, RehearsalSheet } from './rehearsal/rehearsal';
import type { SectionHint } from './sheet/field';

/**
 * The documents. One interface a collection; instants are epoch milliseconds and end in `At`, ids end in `Id`.
 * Every collection is closed to clients: only functions read and write them.
 */

export const ROLES = ['instructor', 'organisation', 'staff'] as const;
export type Role = (typeof ROLES)[number];

export const MEMBERSHIPS = ['yes', 'no', 'unsure'] as const;
/** The answer to 您是工会会员吗？ */
export type Membership = (typeof MEMBERSHIPS)[number];

/** `members`. `_id` is derived from the OPENID (`server/people/member-id.ts`), so that knowing who calls costs no read. */
export interface Member {
  _id: string;
  /** Never leaves the functions. */
  openid: string;
  name: string;
  phone: string;
  employer: string;
  /** 所在镇街, for batches that only certain districts may come to. */
  district?: string;
  /** True only for a clear yes. */
  unionMember: boolean;
  /** Absent = never asked (`domain/line/membership.ts`). */
  membership?: Membership;
  roles: Role[];
  /** An instructor's name as the course sheets have it: whose sections are theirs. */
  instructorName?: string;
  /** The organisations for which they teach, where their invitations said so; absent = whichever it is. */
  instructorFor?: string[];
  /** 承办单位 whose sections a member with that role sees. */
  organisation?: string;
  createdAt: number;
  updatedAt: number;
}

/** Who may come to a batch. Nothing said means everybody. */
export interface Audience {
  unionMembersOnly?: boolean;
  /** Names of employers; absent = any. */
  employers?: string[];
  /** 镇街; absent = any. */
  districts?: string[];
  /** First-timers first: who has had a place in an earlier batch may claim only this long after the opening. */
  headStartMinutes?: number;
  /** 爽约: who has so many no-shows within so many days comes as late as those (`domain/attendance/no-show.ts`). Absent = no consequence. */
  noShow?: { strikes: number; days: number };
}

/** A draft is a document of its own (`BatchDraft`). */
export type BatchState = 'scheduled' | 'archived';

/** How places are given: to who comes first, or by a draw among those who applied. Absent = first come. */
export type ReleaseMode = 'first-come' | 'lottery';

/** `batches` (期). Open and closed are never stored: they follow from the clock (`domain/batch/phase.ts`). */
export interface Batch {
  _id: string;
  title: string;
  union: string;
  state: BatchState;
  opensAt: number;
  closesAt: number;
  /** Places (seats and waits) a person may hold in this batch at once; absent = no limit. */
  limit?: number;
  mode?: ReleaseMode;
  audience: Audience;
  sectionCount: number;
  capacity: number;
  /** Motif keys in the order of the wall, each once. */
  categories: Category[];
  firstLessonAt: number;
  lastLessonAt: number;
  /** When everybody who had been in it lost their names, years after its last lesson. */
  anonymousAt?: number;
  /** Whom to ring with a question: a telephone number of the union. Absent = none was given. */
  contact?: string;
  /** As in its sections. */
  publishedAt: number;
  /** What the tags of its posted board are made with. It never leaves the functions. */
  boardKey?: string;
  /** What its draft said besides, for a withdrawal or a copy. */
  terms: Pick<BatchDraft, 'dropHours' | 'freezeHours' | 'holidays' | 'lastKey' | 'revision'>;
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
  /** Called off. It keeps its place in the list, so that a lesson's index names it for good. */
  cancelled?: true;
  /** Why it was called off, for everybody in the class to read; absent where nobody said. */
  reason?: string;
  /** When it was last moved to another time. */
  movedAt?: number;
}

/** One person in a line. (`memberId`, `at`) names the entry for good: a later entry of the same person has another `at`. */
export interface LineEntry {
  memberId: string;
  /** When the function took the claim. The *order* is the array's, not this field's. */
  at: number;
}

/** What changed about who has a seat since lessons began (`domain/line/seats-then.ts`). */
export interface SeatChange {
  at: number;
  /** Seats there were until then. */
  capacity: number;
  /** Who gave a seat up, and how many stood before them; absent where only the number of seats changed. */
  left?: LineEntry & { index: number };
}

/** What a class offers: what is taught, by whom, when and where. Staff say it in a sheet or a form. */
export interface Offering {
  course: string;
  /** Guessed from the course's name. */
  category: Category;
  /** 班次, e.g. 一班. */
  name: string;
  instructor: string;
  organisation: string;
  place: string;
  /** As people say it: 每周三 19:00-20:30. */
  schedule: string;
  /** Sorted by start, none overlaps another. */
  lessons: Lesson[];
  audienceText: string;
  note: string;
}

/** How many people the line of a class takes. */
export interface LineSize {
  /** Seats. */
  capacity: number;
  /** Waiting places. */
  waitlistLimit: number;
}

/** All that staff say of one class before it is published. */
export type OfferedSection = Offering & LineSize;

/** Who may take a place in a class, and when. Everything that a claim needs to know, so that a claim reads no batch. */
export interface Intake {
  opensAt: number;
  closesAt: number;
  /** Last instant (exclusive) at which a seat can be given back. A wait can always be left. */
  dropUntil: number;
  /** From then on nobody moves up (冻结); absent = never. Not before `dropUntil`. */
  freezeAt?: number;
  /** When the union called the whole class off, for good: its line is then empty and takes nobody (capacity 0, waits 0). */
  cancelledAt?: number;
  /** The batch's limit, copied. */
  limit?: number;
  /** A batch can be withdrawn and published again. Anyone admitted before this instant was admitted to the withdrawn version. */
  publishedAt: number;
  /** Until then only first-timers may claim (`Audience.headStartMinutes`); absent = all from the opening on. */
  laterAt?: number;
  /** Sections whose lessons overlap with ours, in any live batch. Symmetric. */
  clashIds: string[];
  /** Grows with every change a claim must know of: a claim that was prepared on older facts does not pass its guard. */
  revision: number;
}

/** The people of a class in their order; the first `capacity` have seats (`domain/line/line.ts`). */
export interface PeopleInLine extends LineSize {
  line: LineEntry[];
  /** Always `line.length`; kept because a guard can compare a number and not a length. */
  lineCount: number;
  /**
   * When a line that was full gets a place back, that place opens at this instant and not before, so that an instance
   * which remembers "full" for `FULL_MEMORY_MS` is never wrong (`domain/line/full-memory.ts`).
   */
  reopensAt: number;
}

/** What happened to a class that its line no longer shows. */
export interface History {
  /** People who gave a seat back after `dropUntil`, each once, with the last instant. What follows says `domain/attendance/no-show.ts`. */
  lateDrops?: LineEntry[];
  /** In the order in which it happened; at most one a person and lesson. Absent = the line is as it was at every lesson. */
  seatChanges?: SeatChange[];
  /** When a lesson was last moved: people who joined before may since stand in two lines that clash, and rightly so. */
  movedAt?: number;
  /** When the people of a class that was over for years lost their names. */
  anonymousAt?: number;
}

/** `sections` (班). The stored document is flat; each of its four parts is one concern. */
export interface Section extends Offering, Intake, PeopleInLine, History {
  _id: string;
  batchId: string;
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
   * settled anew (the profile changed since). `later`: has had a place in an earlier batch, so that where first-timers go
   * first this person comes later. `left`: by section, when the person last gave a place back there (`domain/line/late-tap.ts`);
   * who gave one back has had one.
   */
  batches: Record<string, { settledAt: number; count: number; later?: boolean; left?: Record<string, number> }>;
  /**
   * First-timers first: the batches to which this person was found to come as one. Whoever gains a place loses them in the
   * same write, all but that batch's own, so that it is settled anew.
   */
  first?: string[];
  /** When the person last tried the digits of a check-in code, oldest first, as many as `MOST_NUMBER_TRIES`. */
  numberTries?: number[];
  /** WeChat took the account for a machine in a waiting room: until then it may call less often, and nothing else. */
  narrowUntil?: number;
}

/** What a subscription message can be about: one consent of a kind is one message. */
export const PUSH_KINDS = ['promoted', 'changed', 'opening', 'tomorrow'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

export type NoticeKind =
  | 'PROMOTED'
  | 'LESSON_MOVED'
  | 'LESSON_CANCELLED'
  | 'SECTION_CANCELLED'
  | 'PLACE_CHANGED'
  | 'INSTRUCTOR_CHANGED'
  | 'ADDED'
  | 'MOVED'
  | 'REMOVED'
  /** A seat for one lesson, lent by somebody on leave. */
  | 'LENT'
  /** What staff answered to an appeal. */
  | 'APPEAL_ANSWERED'
  /** A batch that somebody follows opens soon. It is about no section: `sectionId` is empty. */
  | 'OPENING'
  /** The first lesson is tomorrow. */
  | 'TOMORROW'
  /** Nothing was heard of the person for years: the data goes, unless they say otherwise. */
  | 'LONG_AWAY';

/** `notices`: the inbox. `_id` is deterministic, so telling twice is telling once. */
export interface Notice {
  _id: string;
  memberId: string;
  kind: NoticeKind;
  sectionId: string;
  batchId: string;
  /** Course and section as they were called then. */
  title: string;
  /** What happened, in a sentence; absent where the kind says it all. */
  text?: string;
  createdAt: number;
  readAt: number | null;
  /**
   * The subscription message: `due` until it was sent, or refused (43101), or nobody had agreed to one, or it failed too
   * often, or it was no longer true (`stale`). `sending` is written before WeChat is asked and stays where nobody learns what
   * came of it (`unknown` where WeChat was silent): such a message may have been sent and is never sent again. The notice itself
   * stands in the inbox whatever becomes of it. Absent = due never.
   */
  push?: {
    kind: PushKind;
    state: 'due' | 'sending' | 'sent' | 'refused' | 'unasked' | 'failed' | 'unknown' | 'stale';
    /** Not to be sent before: the night, or a pause after a failure. */
    notBefore: number;
    tries: number;
    /** When the lesson begins, or the batch opens, that it is about: what is near cannot wait for the morning. */
    lessonAt: number | null;
  };
}

/** What is to be told to whom. */
export interface Telling {
  kind: NoticeKind;
  sectionId: string;
  batchId: string;
  title: string;
  /** Absent where the kind says it all. */
  text?: string;
  /** `at` of the line entry that moved up names a promotion, so that it is told once, whoever finds it. */
  to: { memberId: string; at?: number }[];
  push: PushKind | null;
  lessonAt: number | null;
}

/** `outbox`: what is to be told because of one act; written together with it, so that no crash loses it. */
export interface Outgoing extends Telling {
  _id: string;
  createdAt: number;
  /** When every notice was written. */
  doneAt: number | null;
  /** Of a first lesson: who joined until then has been told; absent = until `createdAt`. */
  toldUntil?: number;
  /**
   * A place that is being given back: written before the line is left, so that a crash after that loses nobody's
   * promotion. Who moved up is found by comparing the line before with the line as it is.
   */
  dropping?: { entry: LineEntry; before: LineEntry[] };
}

/** `consents`: by kind, how many subscription messages a person has agreed to and not been sent. `_id` = memberId. */
export interface Consents {
  _id: string;
  left: Partial<Record<PushKind, number>>;
  /** The last taps that were counted, by the name the app gave each, so that one sent again counts once. */
  asked?: string[];
  /** When last agreed to; absent where that was before it was kept. */
  at?: number;
}

/**
 * `key` names a section for good; the section's id is made of it (`domain/draft/publish.ts`). `hints` are what was only hinted
 * at when it was read, and nobody has dealt with yet. Absent = none.
 */
export type DraftSection = OfferedSection & { key: string; hints?: SectionHint[] };

/** `follows`: who wants to be told before a batch opens. `_id` = batch and member, so that following twice is following once. */
export interface Follow {
  _id: string;
  batchId: string;
  memberId: string;
  at: number;
  /** The opening that they were told of; another one than the batch's is none. */
  toldFor: number | null;
}

/**
 * `troubles`: what keeps subscription messages from being sent as a whole, not for one person. `_id` = whom it concerns: a kind of
 * message, or `all`. Gone as soon as one goes out again, its cause has an end, or nothing waits.
 */
export interface MessageTrouble {
  _id: PushKind | 'all';
  /** WeChat's error code. */
  code: number;
  /** When it was last met. */
  at: number;
  /** Nothing is tried before. */
  until: number;
}

/** `drafts`: a batch before it is published, in one document, so that an import is one write. `_id` = its batch's. */
export interface BatchDraft {
  _id: string;
  title: string;
  /** Of a copy: what the batch was called that it was made of, as a hint. */
  formerTitle?: string;
  union: string;
  opensAt: number | null;
  closesAt: number | null;
  limit: number | null;
  mode: ReleaseMode;
  audience: Audience;
  /** A seat can be given back until this many hours before the first lesson. */
  dropHours: number;
  /** Nobody moves up from this many hours before the first lesson; at most `dropHours`. */
  freezeHours: number;
  /** As the batch will have it; '' or absent = none. */
  contact?: string;
  /** `2027-05-01`: days that weekly schedules pass over. */
  holidays: string[];
  /** In the order of the sheet, which is that of the keys. */
  sections: DraftSection[];
  /** The last key that was given away, as a number: none is ever given twice. */
  lastKey: number;
  /** Of a batch that was withdrawn: its board's key, for when it is published again. */
  boardKey?: string;
  /** Grows with every write. */
  revision: number;
  createdAt: number;
  updatedAt: number;
}

/** Somebody in a sentence of the record, under the name that they had then. */
export interface NamedPart {
  /** Of somebody who was only invited: the invitation's id. */
  memberId: string;
  name: string;
}
export type Part = string | NamedPart;
/** What is said: as it stands, or in parts where it names somebody (`domain/record/said.ts`). */
export type Words = string | readonly Part[];

/** `record`: every staff act, append-only. `_id` = the act's id, so that an act sent twice is one act. */
export interface RecordEntry {
  _id: string;
  at: number;
  by: string;
  byName: string;
  /** `change.capacity`, `draft.publish`, `invite.accept`, `export.roster`, … */
  act: string;
  batchId?: string;
  sectionId?: string;
  /** The person whom it concerned. */
  memberId?: string;
  /** What was done, in a sentence. */
  parts?: Part[];
  /** The sentence of an entry from before there were parts; `domain/record/old-entry.ts` takes it apart. */
  summary?: string;
  /** Of the act's content (`server/record/act.ts`), so that the same id with other content is refused; an old entry has none. */
  print?: string;
  /** Somebody who is gone was in office: the name goes then. */
  namedUntil?: number;
  before?: string;
  after?: string;
  reason?: string;
}

/** `invites`: `_id` is the hash of the code. */
export interface Invite {
  _id: string;
  role: Role;
  name: string;
  organisation: string;
  createdAt: number;
  /** Exclusive. */
  expiresAt: number;
  createdBy: string;
  invitedBy: string;
  /** The code follows from this and from the id of the act that made it, which is kept nowhere. An old one has none. */
  salt?: string;
  usedBy: string | null;
  usedAt: number | null;
  revokedAt: number | null;
}

/** `tallies`: what one instance answered to the claims of a batch; written whole, now and then (`domain/line/tally.ts`). */
export interface Tally {
  _id: string;
  batchId: string;
  /** By SEATED, WAITING and the codes of refusals. */
  answers: Record<string, number>;
  /** By whole seconds since the opening, then as `answers`. */
  seconds: Record<string, Record<string, number>>;
  /** Answered claims by section. */
  tries: Record<string, number>;
  /** By section, who was told FULL: short ids one after another. */
  turnedAway: Record<string, string>;
  /** So many people came that they could no longer all be told apart. */
  atLeast: boolean;
  /** Of answers FAULT; absent where there was none. */
  lastFaultAt?: number;
  /** When the instance wrote it: everything that it had answered until then is in it. */
  writtenAt?: number;
  /**
   * Only in the one document of a batch that is no instance's and counts nothing: when all instances were last asked to
   * write what they had counted.
   */
  collectedAt?: number;
}

/** `rehearsals`: the last 放号演练 of a batch or of a draft. `_id` = the batch's. */
export interface KeptRehearsal {
  _id: string;
  /** Of the act that ran it: the same one sent again is found done. */
  actId: string;
  at: number;
  by: string;
  byName: string;
  people: number;
  profile: Plan;
  sheet: RehearsalSheet;
  numbers: RehearsalNumbers;
}

/**
 * `erasures`: somebody who asked to be forgotten. `_id` is the member's id, which the same OPENID would get again. While
 * `doneAt` is null, what remains to be done is whatever still names the person (`server/privacy/erase`); afterwards it
 * stays only as long as it has something to remember.
 */
export interface Erasure {
  _id: string;
  startedAt: number;
  doneAt: number | null;
  /** What the ids are made from that stand for the person: '' once done. */
  seed: string;
  /** When the lessons began that were missed and still counted. */
  missed: number[];
  /** Classes in which a lesson is still to be closed: under which id, and until when at the latest. An old one has none. */
  pending?: PendingAbsence[];
  /** Had a place in a batch: who comes back is no first-timer. */
  cameBefore: boolean;
  /** From then on nothing is remembered. */
  forgetAt: number;
}

export interface PendingAbsence {
  sectionId: string;
  alias: string;
  until: number;
}

/** `checks`: what the nightly check found. */
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
  /** How many documents of each collection had been kept long enough (`domain/privacy/privacy.ts`). */
  retired?: Record<string, number>;
  /** Of the night: where it stopped with the members of whom nothing is heard; '' = it has seen all. */
  membersUpTo?: string;
  /** Of the night: the roll at which it stopped looking for lessons that are still open; '' = it has seen all. */
  rollsUpTo?: string;
}
