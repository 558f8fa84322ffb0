import type { CertificateTerms } from './certificate/terms';
import type { Asked } from './menu/ask';
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
  /** An instructor's name as the course sheets spell it. It decides which sections are theirs. */
  instructorName?: string;
  /** The organisations for which they teach, if their invitations named any; absent = any organisation. */
  instructorFor?: string[];
  /** 承办单位. A member with that role sees its sections. */
  organisation?: string;
  /** The person does not want to be reminded the evening before a lesson. */
  noReminders?: boolean;
  createdAt: number;
  updatedAt: number;
}

/** Who may come to a batch. With no field set, everybody may. */
export interface Audience {
  unionMembersOnly?: boolean;
  /** Names of employers; absent = any. */
  employers?: string[];
  /** 镇街; absent = any. */
  districts?: string[];
  /** First-timers first: anyone who has had a place in an earlier batch may claim only this long after the opening. */
  headStartMinutes?: number;
  /**
   * 爽约: a person with this many no-shows within this many days comes as late as those with a place in an earlier batch
   * (`domain/attendance/no-show.ts`). Absent = no consequence.
   */
  noShow?: { strikes: number; days: number };
}

/** The people for whom one class of a batch is, besides the conditions of the batch. With no field set, everybody may. */
export type SectionAudience = Pick<Audience, 'employers' | 'districts'>;

/** A draft is a document of its own (`BatchDraft`). */
export type BatchState = 'scheduled' | 'archived';

/** How staff may want places to be given. Only `Intake` says which of these can be published. */
export type ReleaseMode = 'first-come' | 'lottery';

/**
 * Everything that a draft says besides its name and its classes. `domain/draft/terms.ts` carries it whole to the batch,
 * to a copy and to the cards; a new term is added here and there.
 */
export interface Terms {
  opensAt: number | null;
  closesAt: number | null;
  /** Places (seats and waits) a person may hold in the batch at once; null = no limit. */
  limit: number | null;
  mode: ReleaseMode;
  audience: Audience;
  /** A telephone number of the union for questions; '' or absent = none. */
  contact?: string;
  /** The name of the person who answers it; '' or absent = nobody is named. */
  contactName?: string;
  /** 报名须知, such as a health declaration. Everybody accepts it before they may claim; '' or absent = none. */
  declaration?: string;
  /** Null or absent = it gives no certificates. */
  certificate?: CertificateTerms | null;
  /** A seat can be given back until this many hours before the first lesson. */
  dropHours: number;
  /** Nobody moves up from this many hours before the first lesson; at most `dropHours`. */
  freezeHours: number;
  /** Days like `2027-05-01` that weekly schedules skip. */
  holidays: string[];
}

/** The terms in the document of a published batch. One that says nothing is absent. */
export interface BatchTerms {
  opensAt: number;
  closesAt: number;
  limit?: number;
  /** Absent = first come. */
  mode?: Intake['mode'];
  audience: Audience;
  contact?: string;
  contactName?: string;
  declaration?: string;
  certificate?: CertificateTerms;
}

/** `batches` (期). Open and closed are never stored: they follow from the clock (`domain/batch/phase.ts`). */
export interface Batch extends BatchTerms {
  _id: string;
  title: string;
  union: string;
  state: BatchState;
  sectionCount: number;
  capacity: number;
  /** Motif keys in the order of the wall, each once. */
  categories: Category[];
  firstLessonAt: number;
  lastLessonAt: number;
  /** When the people who had been in it lost their names, years after its last lesson. */
  anonymousAt?: number;
  /** As in its sections. */
  publishedAt: number;
  /** By section id, as in its sections, so that the waiting room need not read them. Absent = no class has one. */
  audiences?: Record<string, SectionAudience>;
  /** The key that the tags of its posted board are made with. It never leaves the functions. */
  boardKey?: string;
  /** What else its draft said, kept for a withdrawal or a copy. */
  terms: Omit<Terms, keyof BatchTerms> & Pick<BatchDraft, 'lastKey' | 'revision'>;
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
  /** Why it was called off, for everybody in the class to read; absent if nobody gave a reason. */
  reason?: string;
  /** When it was last moved to another time. */
  movedAt?: number;
  /** 代课: the name of the instructor who stands in at this lesson; absent = the class's own gives it. */
  by?: string;
  /** 主题: the subject of this lesson; absent = none was given. */
  topic?: string;
}

/**
 * One place in a line. (`memberId`, `at`) names the entry for good: a later entry under the same key has another `at`.
 * `domain/line/entry.ts` says who the entry's key, holder and attendee are.
 */
export interface LineEntry {
  /** The key. It is the holder and the attendee too, unless the entry names others. */
  memberId: string;
  /** Absent = the key. */
  holderId?: string;
  /** Absent = the key. */
  attendeeId?: string;
  /** When the function took the claim. The *order* is the array's, not this field's. */
  at: number;
}

/** A change in who has a seat, after lessons began (`domain/line/seats-then.ts`). */
export interface SeatChange {
  at: number;
  /** The number of seats until then. */
  capacity: number;
  /**
   * The entry of the person who gave a seat up, and how many stood before them; absent if only the number of seats
   * changed.
   */
  left?: LineEntry & { index: number };
}

/** What a class offers: what is taught, by whom, when and where. Staff enter it in a sheet or a form. */
export interface Offering {
  /** 讲座, 沙龙: one lesson for hundreds (`domain/lesson/lecture.ts`). Absent = a class. */
  kind?: 'lecture';
  /**
   * 不报名也能来, only for a lecture: from so many minutes after the beginning anybody may take an empty seat. Absent =
   * as in a class.
   */
  walkInFrom?: 0;
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
  /** 自带: what people bring to every lesson; '' or absent = nothing. */
  bring?: string;
  /** 场地容量: how many people the room holds; 0 or absent = not known. */
  roomCapacity?: number;
  /** Absent = everybody whom the batch admits. */
  invited?: SectionAudience;
  /** The wishes that it answers; absent = none. */
  wishIds?: string[];
  /** Whether those who would run it were asked, and what they answered; absent = nobody was asked. Only for staff. */
  asked?: Asked;
}

/** How many people the line of a class takes. */
export interface LineSize {
  /** Seats. */
  capacity: number;
  /** Waiting places. */
  waitlistLimit: number;
}

/** Everything that staff enter for one class before it is published. */
export type OfferedSection = Offering & LineSize;

/** What every way of giving places needs. */
interface IntakeTerms {
  opensAt: number;
  closesAt: number;
  /** Last instant (exclusive) at which a seat can be given back. A wait can always be left. */
  dropUntil: number;
  /** From this instant on nobody moves up (冻结); absent = never. Not before `dropUntil`. */
  freezeAt?: number;
  /**
   * When the union called the whole class off, for good. Its line is then empty and takes nobody (capacity 0, waits 0).
   */
  cancelledAt?: number;
  /** Until then only first-timers may claim (`Audience.headStartMinutes`); absent = all from the opening on. */
  laterAt?: number;
  /** The batch's limit, copied. */
  limit?: number;
  /** A batch can be withdrawn and published again. Anyone admitted before this instant was admitted to the withdrawn version. */
  publishedAt: number;
  /** Sections of any live batch whose lessons overlap with ours. Symmetric. */
  clashIds: string[];
  /**
   * Grows with every change that a claim must know of. A claim that was prepared on older facts does not pass its
   * guard.
   */
  revision: number;
}

/** First come, first served: from the opening on, the next place in the line is for whoever claims it. */
export interface FirstCome extends IntakeTerms {
  /** Absent = first come. */
  mode?: 'first-come';
}

/**
 * The way in which a class gives its places, with its hours and limits. It is copied from the batch to the class, so that
 * a claim need not read the batch. Each rule that decides by the way of giving says so with `satisfies` or a `switch`. So a
 * second case, such as a draw, does not compile until every such rule handles it, and no other file is in the way
 * (`tests/domain/line/intake.test.ts` lists them).
 */
export type Intake = FirstCome;

/** The people of a class in their order; the first `capacity` have seats (`domain/line/line.ts`). */
export interface PeopleInLine extends LineSize {
  line: LineEntry[];
  /** Always `line.length`. It is kept because a guard can compare a number and not a length. */
  lineCount: number;
  /**
   * When a full line gets a place back, the place opens at this instant and not before. So an instance that remembers
   * "full" for `FULL_MEMORY_MS` is never wrong (`domain/line/full-memory.ts`).
   */
  reopensAt: number;
}

/** What happened to a class that its line no longer shows. */
export interface History {
  /**
   * People who gave a seat back after `dropUntil`, each once, with the last instant. `domain/attendance/no-show.ts`
   * says what follows from it.
   */
  lateDrops?: LineEntry[];
  /**
   * In the order in which they happened, at most one per person and lesson. Absent = at every lesson the line was as it
   * is now.
   */
  seatChanges?: SeatChange[];
  /**
   * When a lesson was last moved. People who joined before may since stand in two lines that clash, and that is
   * allowed.
   */
  movedAt?: number;
  /** When the people of a class that had been over for years lost their names. */
  anonymousAt?: number;
  /** When the code of its group was put (`groupCodes`); absent = it has none. */
  groupCodeAt?: number;
}

/** `sections` (班). The stored document is flat; each of its four parts is one concern. */
export type Section = Offering & Intake & PeopleInLine & History & { _id: string; batchId: string };

/** A class whose places go to those who come first. */
export type FirstComeSection = Section & FirstCome;

/**
 * A place that a person has reserved. It is written before the person joins the line and released after they leave it.
 */
export interface Hold {
  sectionId: string;
  batchId: string;
  /** Equals the `at` of the line entry that it became. */
  at: number;
}

/**
 * `standings` (个人本期状况): one document per worker, `_id` = memberId. Few calls write it, so limits and clashes can be
 * enforced here without races.
 */
export interface Standing {
  _id: string;
  holds: Hold[];
  /**
   * By batch id: what the waiting room settled, and how many holds count towards the batch's limit.
   * - `settledAt`: 0 = to be settled anew, because the profile has changed since.
   * - `later`: the person has had a place in an earlier batch, so they come later if first-timers go first.
   * - `accepted`: the print of the declaration that the person accepted (`server/line/declaration.ts`).
   * - `not`: the sections that are not for this person.
   * - `left`: by section, when the person last gave a place back there (`domain/line/late-tap.ts`). Giving one back
   *   shows that they had one.
   */
  batches: Record<
    string,
    {
      settledAt: number;
      count: number;
      later?: boolean;
      accepted?: string;
      not?: string[];
      left?: Record<string, number>;
    }
  >;
  /**
   * First-timers first: the batches in which this person was found to be a first-timer. When they gain a place, the
   * same write removes all of them except that batch's own, so that the others are settled anew.
   */
  first?: string[];
  /** When the person last tried the digits of a check-in code, oldest first, as many as `MOST_NUMBER_TRIES`. */
  numberTries?: number[];
  /**
   * Set if WeChat took the account for a machine in a waiting room. Until this instant it may call less often; nothing
   * else is restricted.
   */
  narrowUntil?: number;
}

/** The subjects of subscription messages. One consent of a kind is good for one message. */
export const PUSH_KINDS = ['promoted', 'changed', 'opening', 'tomorrow'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

export type NoticeKind =
  | 'PROMOTED'
  | 'LESSON_MOVED'
  | 'LESSON_ADDED'
  | 'LESSON_CANCELLED'
  | 'SECTION_CANCELLED'
  | 'PLACE_CHANGED'
  | 'INSTRUCTOR_CHANGED'
  | 'BRING_CHANGED'
  /** Somebody else gives one lesson, or the class's own instructor gives it after all. */
  | 'SUBSTITUTE'
  /** To the instructor who stands in, or no longer does. */
  | 'STANDS_IN'
  /** The instructor or the union writes to everybody who has a seat in the class. */
  | 'MESSAGE'
  | 'ADDED'
  | 'MOVED'
  | 'REMOVED'
  /** A seat for one lesson, lent by somebody who is on leave. */
  | 'LENT'
  /** Staff have answered an appeal. */
  | 'APPEAL_ANSWERED'
  /** A batch that the person follows opens soon. It is about no section, so `sectionId` is empty. */
  | 'OPENING'
  /** The first lesson is tomorrow. */
  | 'TOMORROW'
  /** Another lesson is tomorrow. */
  | 'NEXT_LESSON'
  /** A batch has a class that the person wished for. `sectionId` is that class. */
  | 'WISH_OPENS'
  /** A full class that the person follows takes newcomers again. */
  | 'ROOM_AGAIN'
  /** To those who would run a class: the union asks whether they take it on. `sectionId` is empty, it is a draft's. */
  | 'ASKED'
  /** To staff: they have answered. */
  | 'ASK_ANSWERED'
  /** A class that the person came to is over and can be rated. */
  | 'RATING_OPENS'
  /** Nothing was heard of the person for years. Their data will be removed unless they show a sign of life. */
  | 'LONG_AWAY';

/** `notices`: the inbox. `_id` is deterministic, so a notice that is written twice is stored once. */
export interface Notice {
  _id: string;
  memberId: string;
  /** The person who comes, if it is about a place that the member holds for somebody else. Its title names them. */
  attendeeId?: string;
  kind: NoticeKind;
  sectionId: string;
  batchId: string;
  /** The names of course and section at that time. */
  title: string;
  /** It is about a lecture, so it speaks of one. */
  lecture?: true;
  /** What happened, in a sentence; absent if the kind says it all. */
  text?: string;
  createdAt: number;
  readAt: number | null;
  /**
   * The subscription message; absent = none is ever due. It is `due` until it was sent, was refused (43101), failed too
   * often or was no longer true (`stale`). It also ends if nobody had agreed to one.
   *
   * `sending` is written before WeChat is asked and stays if nobody learns the outcome (`unknown` if WeChat did not
   * answer). Such a message may have been sent, so it is never sent again. The notice itself stays in the inbox in
   * every case.
   */
  push?: {
    kind: PushKind;
    state: 'due' | 'sending' | 'sent' | 'refused' | 'unasked' | 'failed' | 'unknown' | 'stale';
    /** Not to be sent before this instant, because of the night or a pause after a failure. */
    notBefore: number;
    tries: number;
    /**
     * When the lesson that it is about begins, or the batch opens. If that is near, the message cannot wait for the
     * morning.
     */
    lessonAt: number | null;
  };
}

/** The account that is told, and the person who comes if that is somebody else. */
export interface Address {
  memberId: string;
  attendeeId?: string;
  at?: number;
}

/** A message and the people who are to be told it. */
export interface Telling {
  kind: NoticeKind;
  sectionId: string;
  batchId: string;
  title: string;
  lecture?: true;
  /** Absent if the kind says it all. */
  text?: string;
  /**
   * Made by `domain/line/entry.ts` for places. For a promotion, `at` is that of the line entry that moved up. It names
   * the promotion, so that it is told once, whichever call finds it.
   */
  to: Address[];
  push: PushKind | null;
  lessonAt: number | null;
}

/**
 * `outbox`: the messages that follow from one act. They are written together with the act, so that no crash loses them.
 */
export interface Outgoing extends Telling {
  _id: string;
  createdAt: number;
  /** When all notices had been written; `null` until then. */
  doneAt: number | null;
  /** Of a first lesson: everybody who joined until this instant has been told; absent = until `createdAt`. */
  toldUntil?: number;
  /**
   * A place that is being given back. It is written before the person leaves the line, so that a crash after that loses
   * nobody's promotion. The people who moved up are found by comparing the line before with the line as it is.
   */
  dropping?: { entry: LineEntry; before: LineEntry[] };
}

/**
 * `consents`: by kind, how many subscription messages a person has agreed to that have not been sent yet. `_id` =
 * memberId.
 */
export interface Consents {
  _id: string;
  left: Partial<Record<PushKind, number>>;
  /** The last taps that were counted, by the id that the app gave each, so that a tap sent again counts once. */
  asked?: string[];
  /** When the person last agreed; absent if that was before this field existed. */
  at?: number;
}

/**
 * `key` names a section for good; the section's id is made from it (`domain/draft/publish.ts`). `hints` are the hints
 * from its reading that nobody has dealt with yet; absent = none.
 */
export type DraftSection = OfferedSection & { key: string; hints?: SectionHint[] };

/**
 * `follows`: people who asked to be told before a batch opens. `_id` = batch and member, so that following twice is
 * following once.
 */
export interface Follow {
  _id: string;
  batchId: string;
  memberId: string;
  at: number;
  /** The opening that they were told of. It counts only if it equals the batch's opening. */
  toldFor: number | null;
}

/**
 * `troubles`: a reason that keeps subscription messages from being sent to anybody, not just to one person. `_id` =
 * what it affects: a kind of message, or `all`. It is removed when a message goes out again, when its cause ends, or
 * when no message waits.
 */
export interface MessageTrouble {
  _id: PushKind | 'all';
  /** WeChat's error code. */
  code: number;
  /** When it last occurred. */
  at: number;
  /** No message is tried before this instant. */
  until: number;
}

/** `drafts`: a batch before it is published, in one document, so that an import is one write. `_id` = the batch's. */
export interface BatchDraft extends Terms {
  _id: string;
  title: string;
  /** Of a copy: the title of the batch that was copied, as a hint. */
  formerTitle?: string;
  union: string;
  /** In the order of the sheet, which is also the order of their keys. */
  sections: DraftSection[];
  /** The last key that was given to a section, as a number. No key is ever given twice. */
  lastKey: number;
  /** Of a batch that was withdrawn: the key of its board, for when it is published again. */
  boardKey?: string;
  /** Grows with every write. */
  revision: number;
  /** The ids of the last acts that wrote to it, so that one whose answer was lost is done once. */
  acts?: string[];
  createdAt: number;
  updatedAt: number;
}

/** A person in a sentence of the record, under the name that they had then. */
export interface NamedPart {
  /** For a person who was only invited, the invitation's id. */
  memberId: string;
  name: string;
}
export type Part = string | NamedPart;
/** A sentence: plain text, or parts if it names somebody (`domain/record/said.ts`). */
export type Words = string | readonly Part[];

/** `record`: every act of staff, append-only. `_id` = the act's id, so that an act sent twice is one act. */
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
  /** The sentence of an entry that is older than `parts`. `domain/record/old-entry.ts` takes it apart. */
  summary?: string;
  /**
   * A digest of the act's content (`server/record/act.ts`), so that the same id with other content is refused. Old
   * entries have none.
   */
  print?: string;
  /** The act that this one is a part of: a day off calls off many lessons. The list of all acts shows only the whole. */
  partOf?: string;
  /** The entry names somebody who is gone because they held an office. At this instant the name is removed. */
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
  /**
   * The code is derived from this salt and the id of the act that made it, which is stored nowhere. Old invitations
   * have none.
   */
  salt?: string;
  usedBy: string | null;
  usedAt: number | null;
  revokedAt: number | null;
}

/**
 * `tallies`: what one instance answered to the claims of a batch. It is written whole, now and then
 * (`domain/line/tally.ts`).
 */
export interface Tally {
  _id: string;
  batchId: string;
  /** By SEATED, WAITING and the codes of refusals. */
  answers: Record<string, number>;
  /** By whole seconds since the opening, then as `answers`. */
  seconds: Record<string, Record<string, number>>;
  /** Answered claims by section. */
  tries: Record<string, number>;
  /** By section, the people who were told FULL, as short ids one after another. */
  turnedAway: Record<string, string>;
  /** True if so many people came that they could no longer all be told apart. */
  atLeast: boolean;
  /** When FAULT was last answered; absent if it never was. */
  lastFaultAt?: number;
  /** When the instance wrote it. It contains everything that the instance had answered until then. */
  writtenAt?: number;
  /**
   * Each batch has one document that belongs to no instance and counts nothing. Only that document has this field: when
   * all instances were last asked to write what they had counted.
   */
  collectedAt?: number;
}

/** `rehearsals`: the last 放号演练 of a batch or of a draft. `_id` = the batch's. */
export interface KeptRehearsal {
  _id: string;
  /** The id of the act that ran it, so that the same act sent again is found done. */
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
 * `erasures`: a person who asked to be forgotten. `_id` is the member's id, which the same OPENID would get again.
 * While `doneAt` is null, the remaining work is whatever still names the person (`server/privacy/erase`). Afterwards
 * the document stays only as long as it has something to remember.
 */
export interface Erasure {
  _id: string;
  startedAt: number;
  doneAt: number | null;
  /** The seed of the ids that stand for the person; '' once the erasure is done. */
  seed: string;
  /** The beginnings of the lessons that were missed and still counted. */
  missed: number[];
  /**
   * Classes in which a lesson has yet to be closed: the id that stands for the person, and the latest instant of the
   * closing. Old erasures have none.
   */
  pending?: PendingAbsence[];
  /** The person had a place in a batch. If they come back, they are no first-timer. */
  cameBefore: boolean;
  /** From this instant on nothing is remembered. */
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
  /** The number of standings that hold or count anything. */
  standings: number;
  healed: { unusedHolds: number; missingHolds: number };
  /** Problems that the check must not mend by itself, in words for staff. */
  alarms: { sectionId: string; text: string }[];
  /**
   * How many documents of each collection were retired because they had been kept long enough
   * (`domain/privacy/privacy.ts`).
   */
  retired?: Record<string, number>;
  /** Of the night: the member at which it stopped looking for people of whom nothing is heard; '' = it has seen all. */
  membersUpTo?: string;
  /** Of the night: the roll at which it stopped looking for lessons that are still open; '' = it has seen all. */
  rollsUpTo?: string;
}
