/**
 * Everything that staff can change in a published batch. The table in `domain/batch/batch-life.ts` says when each
 * change may be made.
 */
export type Change =
  | { kind: 'capacity'; sectionId: string; capacity: number }
  | { kind: 'waitlist'; sectionId: string; waitlistLimit: number }
  /** `roomCapacity` is that of the new room, 0 = not known. Absent: the same room's stays, another one's is not known. */
  | { kind: 'place'; sectionId: string; place: string; roomCapacity?: number | undefined }
  | { kind: 'instructor'; sectionId: string; instructor: string }
  /** 自带; '' = nothing. */
  | { kind: 'bring'; sectionId: string; bring: string }
  /** 不报名也能来, of a lecture. */
  | { kind: 'openDoor'; sectionId: string; open: boolean }
  /** The topic of one lesson, before or after it; '' = none. */
  | { kind: 'topic'; sectionId: string; lessonIndex: number; topic: string }
  | { kind: 'moveLesson'; sectionId: string; lessonIndex: number; startsAt: number; endsAt: number }
  | { kind: 'cancelLesson'; sectionId: string; lessonIndex: number }
  /** 代课: another instructor gives one lesson. An empty name means that the class's own gives it after all. */
  | { kind: 'substitute'; sectionId: string; lessonIndex: number; by: string }
  /** A lesson more, for one that was called off. It gets the next index, wherever it is in time. */
  | { kind: 'addLesson'; sectionId: string; startsAt: number; endsAt: number }
  | { kind: 'cancelSection'; sectionId: string }
  /** Adds a person at the end of the line. */
  | { kind: 'addPerson'; sectionId: string; memberId: string }
  /** Moves a person within the waiting list. `number` begins at 1. */
  | { kind: 'movePerson'; sectionId: string; memberId: string; number: number }
  | { kind: 'removePerson'; sectionId: string; memberId: string }
  | { kind: 'closesAt'; batchId: string; closesAt: number }
  | { kind: 'archive'; batchId: string };
export type ChangeKind = Change['kind'];

/** A person whom a change concerns. The phone number is masked. */
export interface AffectedPerson {
  name: string;
  phone: string;
  /** The change for this person, in words: 现在坐第 3 座 → 候补第 1 位. */
  text: string;
}

export interface ChangeEffect {
  /** False for a dry run. */
  done: boolean;
  /** One sentence for the record: 名额从 30 改为 35. */
  summary: string;
  /** How many people are told. */
  told: number;
  /** At most 100 of the people concerned. */
  people: AffectedPerson[];
  /** What staff should know before they do it: 3 人会和另一个班撞时间. */
  warnings: string[];
}
