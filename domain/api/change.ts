import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import { STAFF, actId, endpoint, id, instant, lessonIndex, within, words } from './endpoint';
import type { Change, ChangeEffect } from '../change/change';

const section = { sectionId: id };
const person = { sectionId: id, memberId: id };

/** Checks the shape of a `Change` that arrives. */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('capacity'), ...section, capacity: within(RANGE.capacity) }),
  z.strictObject({ kind: z.literal('waitlist'), ...section, waitlistLimit: within(RANGE.waitlistLimit) }),
  z.strictObject({ kind: z.literal('place'), ...section, place: words(LENGTH.place, 1) }),
  z.strictObject({ kind: z.literal('instructor'), ...section, instructor: words(LENGTH.personName, 1) }),
  z.strictObject({ kind: z.literal('moveLesson'), ...section, lessonIndex, startsAt: instant, endsAt: instant }),
  z.strictObject({ kind: z.literal('cancelLesson'), ...section, lessonIndex }),
  z.strictObject({ kind: z.literal('cancelSection'), ...section }),
  z.strictObject({ kind: z.literal('addPerson'), ...person }),
  z.strictObject({ kind: z.literal('movePerson'), ...person, number: within(RANGE.waitingNumber) }),
  z.strictObject({ kind: z.literal('removePerson'), ...person }),
  z.strictObject({ kind: z.literal('closesAt'), batchId: id, closesAt: instant }),
  z.strictObject({ kind: z.literal('archive'), batchId: id }),
]) satisfies z.ZodType<Change>;

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
      'LESSON_NOT_FOUND',
      'LESSON_OVER',
      'LESSON_TIME_WRONG',
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
};
