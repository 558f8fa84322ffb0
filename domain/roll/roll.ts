/**
 * `rolls` (点名): one document per lesson, made when somebody first writes to it. A lesson without a document has an
 * empty roll. Instants are epoch milliseconds.
 */

/** 到, 迟到, 请假, 缺课. */
export const MARK_STATES = ['present', 'late', 'leave', 'absent'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/**
 * The source of a mark: the worker's own check-in, the instructor, or staff afterwards. The later in this list wins.
 */
export const MARK_SOURCES = ['self', 'instructor', 'staff'] as const;
export type MarkSource = (typeof MARK_SOURCES)[number];

/**
 * One mark that somebody made. Marks are never changed or removed. `domain/roll/which-mark.ts` decides which of them
 * holds.
 */
export interface Mark {
  /** Given by the device that made the mark, so that the same mark sent again is one mark. */
  nonce: string;
  memberId: string;
  /** `null` takes back an earlier mark. */
  state: MarkState | null;
  source: MarkSource;
  /** When it was made, on the server's clock as the device knew it. A device that was offline sends it later. */
  at: number;
  receivedAt: number;
  /** The member who made it. */
  by: string;
  /** The phone that it was made on. */
  device: string;
  /**
   * How many marks of this roll that phone had seen. A mark does not overrule another one that its phone did not know
   * of.
   */
  seen: number;
  /** For a check-in: the contrary mark that held when it was taken. The person was told that state. */
  found?: MarkState;
  /** The reason for a mark that was made long after the lesson. */
  reason?: string;
  /**
   * Metres from the place where the code was shown, if both phones gave their location. It is a hint and never refuses
   * anybody.
   */
  metres?: number;
}

/** 请假: for one lesson. The person keeps their seat in the course. */
export interface Leave {
  memberId: string;
  at: number;
  reason: string;
}

/** When a person last took a leave back. */
export interface Coming {
  memberId: string;
  at: number;
}

/**
 * Somebody who is in for this lesson only. They were lent a seat while waiting in line (`lent`), or came to the door
 * (`walk-in`).
 */
export interface Guest {
  memberId: string;
  at: number;
  as: 'lent' | 'walk-in';
  /** The person whose seat it is in this lesson; `null` if a seat was simply empty. */
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

/** The key that signs one instructor's codes of one lesson. It never leaves the functions. */
export interface CodeKey {
  by: string;
  secret: string;
  /** Where the code is shown. */
  place?: Place;
}

export interface Roll {
  /** Made by `rollIdOf`. The lesson's index names the lesson for good. */
  _id: string;
  sectionId: string;
  batchId: string;
  lessonIndex: number;
  /** The lesson's beginning when the roll was made or last closed. */
  startsAt: number;
  /** In the order in which they arrived. */
  marks: Mark[];
  /** Always `marks.length`. It is kept because a guard can compare a number and not a length. */
  markCount: number;
  leaves: Leave[];
  /** A tap on 请假 that was made before such an instant puts nobody on leave again. */
  comings?: Coming[];
  guests: Guest[];
  /** The people who passed on a lent seat of this lesson. */
  declined: string[];
  /** Keyed by a short name of the instructor (`domain/lesson/check-in-code.ts`). */
  codeKeys: Record<string, CodeKey>;
  /** When staff closed the lesson. From then on only they correct it. */
  closedAt: number | null;
  /** The people who were expected when it was closed, in the order of seats. */
  expected: string[];
  /**
   * The people who did not come and had not said so, except those whom staff forgave. They count for
   * `domain/attendance/no-show.ts`.
   */
  noShows: string[];
  appeals: Appeal[];
  /**
   * The ids of all people on this roll, so that it can be found by them (`domain/roll/found-by.ts`). The list is
   * complete only if `appealOpen` is set.
   */
  people?: string[];
  /** People at a lecture who are on no list, counted by hand (`domain/roll/head-count.ts`); absent = none were counted. */
  heads?: number;
  /** When the class was written to about this lesson, at most `MOST_MESSAGES` times; absent = never. */
  messagedAt?: number[];
  /** True if an appeal waits for an answer. Old rolls lack this field until the nightly job adds it. */
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
