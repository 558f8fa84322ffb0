import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import { STAFF, actId, endpoint, id, instant, lessonIndex, within, words } from './endpoint';
import type { Change, ChangeEffect } from '../change/change';
import type { LessonId } from '../change/day-off';

const section = { sectionId: id };
const person = { sectionId: id, memberId: id };

/** Checks the shape of a `Change` that arrives. */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('capacity'), ...section, capacity: within(RANGE.capacity) }),
  z.strictObject({ kind: z.literal('waitlist'), ...section, waitlistLimit: within(RANGE.waitlistLimit) }),
  z.strictObject({
    kind: z.literal('place'),
    ...section,
    place: words(LENGTH.place, 1),
    roomCapacity: within(RANGE.roomCapacity).optional(),
  }),
  z.strictObject({ kind: z.literal('bring'), ...section, bring: words(LENGTH.bring) }),
  z.strictObject({ kind: z.literal('openDoor'), ...section, open: z.boolean() }),
  z.strictObject({ kind: z.literal('topic'), ...section, lessonIndex, topic: words(LENGTH.topic) }),
  z.strictObject({ kind: z.literal('instructor'), ...section, instructor: words(LENGTH.personName, 1) }),
  z.strictObject({ kind: z.literal('moveLesson'), ...section, lessonIndex, startsAt: instant, endsAt: instant }),
  z.strictObject({ kind: z.literal('cancelLesson'), ...section, lessonIndex }),
  z.strictObject({ kind: z.literal('substitute'), ...section, lessonIndex, by: words(LENGTH.personName) }),
  z.strictObject({ kind: z.literal('addLesson'), ...section, startsAt: instant, endsAt: instant }),
  z.strictObject({ kind: z.literal('cancelSection'), ...section }),
  z.strictObject({ kind: z.literal('addPerson'), ...person }),
  z.strictObject({ kind: z.literal('movePerson'), ...person, number: within(RANGE.waitingNumber) }),
  z.strictObject({ kind: z.literal('removePerson'), ...person }),
  z.strictObject({ kind: z.literal('closesAt'), batchId: id, closesAt: instant }),
  z.strictObject({ kind: z.literal('archive'), batchId: id }),
]) satisfies z.ZodType<Change>;

/** A lesson that a day off calls off. */
export interface LessonOff extends LessonId {
  title: string;
  place: string;
  startsAt: number;
  endsAt: number;
  /** How many have a place: seats and the waiting list. */
  people: number;
}

export interface DayOffEffect {
  /** False for a dry run. */
  done: boolean;
  /** The lessons that are still to be called off. The same act sent again goes on with them, and so does the timer. */
  left: number;
  /** 3月9日 周二停课，全部地点，12 次课 */
  summary: string;
  /** How many people are told, each counted once. */
  told: number;
  /** For a dry run: the lessons, by time. */
  lessons: LessonOff[];
  warnings: string[];
}

export const CHANGE = {
  /**
   * Makes one change, with a reason and on the record, and tells everybody concerned. With `dryRun` nothing is written,
   * and the answer says who would be affected.
   */
  'change.make': endpoint<ChangeEffect>()({
    access: STAFF,
    input: z.strictObject({
      actId,
      change,
      reason: words(LENGTH.reason),
      dryRun: z.boolean(),
    }),
    refusals: [
      'BATCH_NOT_FOUND',
      'SECTION_NOT_FOUND',
      'CHANGE_NOT_NOW',
      'REASON_MISSING',
      'NOTHING_CHANGES',
      'CAPACITY_BELOW_SEATED',
      'WAITLIST_BELOW_WAITING',
      'ROOM_TOO_SMALL',
      'NO_WAITLIST_HERE',
      'LESSON_NOT_FOUND',
      'LESSON_OVER',
      'LESSON_TIME_WRONG',
      'TOO_MANY_LESSONS',
      'SUBSTITUTE_WRONG',
      'PERSON_NOT_FOUND',
      'NOT_IN_LINE',
      'ALREADY_IN_LINE',
      'SEATED_STAY',
      'FULL_FOR_STAFF',
      'CLASH',
      'LIMIT_REACHED',
      'CLOSING_TIME_WRONG',
    ],
  }),
  /**
   * Calls off all lessons of a day, or those in one place, and tells everybody in them. It goes on for some seconds; the
   * same act sent again goes on with what is left.
   */
  'change.dayOff': endpoint<DayOffEffect>()({
    access: STAFF,
    input: z.strictObject({
      actId,
      day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      place: words(LENGTH.place),
      reason: words(LENGTH.reason),
      dryRun: z.boolean(),
    }),
    refusals: ['NO_LESSONS_THAT_DAY', 'REASON_MISSING'],
  }),
};
