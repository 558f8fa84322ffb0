/**
 * `rolls` (点名): one document a lesson. It is made when somebody first writes to it; a lesson without one has an empty
 * roll. Instants are epoch milliseconds.
 */

/** 到, 迟到, 请假, 缺课. */
export const MARK_STATES = ['present', 'late', 'leave', 'absent'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/** Who says so: the worker's own check-in, the instructor, or staff afterwards. The later in this list wins. */
export const MARK_SOURCES = ['self', 'instructor', 'staff'] as const;
export type MarkSource = (typeof MARK_SOURCES)[number];

/** One mark that somebody made. None is ever changed or removed: which of them holds is `domain/roll/which-mark.ts`. */
export interface Mark {
  /** Given by the device that made it: the same mark sent again is one mark. */
  nonce: string;
  memberId: string;
  /** `null` takes back what was marked before. */
  state: MarkState | null;
  source: MarkSource;
  /** When it was made, on the server's clock as the device knew it. Who was offline sends it later. */
  at: number;
  receivedAt: number;
  /** The member who made it. */
  by: string;
  /** The phone that it was made on. */
  device: string;
  /** How many marks of this roll that phone had seen: what it did not know of, it did not mean to overrule. */
  seen: number;
  /** Of a check-in: what held instead of it when it was taken, and what the person was told. */
  found?: MarkState;
  /** Why a lesson that is long over is marked otherwise. */
  reason?: string;
  /** Metres from where the code was shown, where both phones gave their location: a hint, never a gate. */
  metres?: number;
}

/** 请假: for one lesson. The course seat stays theirs. */
export interface Leave {
  memberId: string;
  at: number;
  reason: string;
}

/** Who took a leave back last, and when. */
export interface Coming {
  memberId: string;
  at: number;
}

/** Somebody who is in for this lesson only: the line lent a seat (`lent`), or came to the door (`walk-in`). */
export interface Guest {
  memberId: string;
  at: number;
  as: 'lent' | 'walk-in';
  /** Whose seat it is for this lesson; `null` where a seat was simply empty. */
  seatOf: string | null;
}

/** 申诉 against an absence. */
export interface Appeal {
  memberId: string;
  at: number;
  text: string;
  /** `null` until staff have answered. */
  answer: { at: number; forgiven: boolean; text: string } | null;
}

export interface Place {
  latitude: number;
  longitude: number;
}

/** What one instructor's codes of one lesson are signed with. Never leaves the functions. */
export interface CodeKey {
  by: string;
  secret: string;
  /** Where the code is shown. */
  place?: Place;
}

export interface Roll {
  /** `rollIdOf`: the lesson's index names it for good. */
  _id: string;
  sectionId: string;
  batchId: string;
  lessonIndex: number;
  /** As the lesson was when the roll was last closed or made. */
  startsAt: number;
  /** In the order in which they arrived. */
  marks: Mark[];
  /** Always `marks.length`; a guard can compare a number and not a length. */
  markCount: number;
  leaves: Leave[];
  /** A tap on 请假 from before that instant puts nobody on leave again. */
  comings?: Coming[];
  guests: Guest[];
  /** Who said no to a lent seat of this lesson. */
  declined: string[];
  /** By a short name of the instructor (`domain/lesson/check-in-code.ts`). */
  codeKeys: Record<string, CodeKey>;
  /** When staff closed the lesson: from then on only they correct. */
  closedAt: number | null;
  /** Who was expected when it was closed, in the order of seats. */
  expected: string[];
  /** Who did not come and had not said so, less those whom staff forgave: what counts for `domain/attendance/no-show.ts`. */
  noShows: string[];
  appeals: Appeal[];
  /** Everybody of whom something stands here, to be found by (`domain/roll/found-by.ts`). Whole only where `appealOpen` is there. */
  people?: string[];
  /** An appeal waits for an answer. Absent on rolls from before it was kept, until the night adds it. */
  appealOpen?: boolean;
}

/** `waivers`: `_id` is the day, `2027-03-09`. On such a day nobody is a no-show (暴雨、停电、疫情). */
export interface Waiver {
  _id: string;
  reason: string;
  by: string;
  at: number;
}

export const rollIdOf = (sectionId: string, lessonIndex: number): string => `${sectionId}-L${lessonIndex}`;

/** The roll of a lesson that nobody has written to yet. */
export const emptyRoll = (
  section: { _id: string; batchId: string },
  lessonIndex: number,
  lesson: { startsAt: number },
): Roll => ({
  _id: rollIdOf(section._id, lessonIndex),
  sectionId: section._id,
  batchId: section.batchId,
  lessonIndex,
  startsAt: lesson.startsAt,
  marks: [],
  markCount: 0,
  leaves: [],
  guests: [],
  declined: [],
  codeKeys: {},
  closedAt: null,
  expected: [],
  noShows: [],
  appeals: [],
});
