import * as z from 'zod';
import { STAFF, actId, endpoint, id, instant, lessonIndex, words } from './endpoint';
import type { ChangeEffect } from './shown-staff';

const section = { sectionId: id };
const person = { sectionId: id, memberId: id };

/** What may be changed of a published batch; when, says the table in `domain/batch/batch-life.ts`. */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('capacity'), ...section, capacity: z.number().int().min(0).max(2_000) }),
  z.strictObject({ kind: z.literal('waitlist'), ...section, waitlistLimit: z.number().int().min(0).max(2_000) }),
  z.strictObject({ kind: z.literal('place'), ...section, place: words(100, 1) }),
  z.strictObject({ kind: z.literal('instructor'), ...section, instructor: words(40, 1) }),
  z.strictObject({ kind: z.literal('moveLesson'), ...section, lessonIndex, startsAt: instant, endsAt: instant }),
  z.strictObject({ kind: z.literal('cancelLesson'), ...section, lessonIndex }),
  z.strictObject({ kind: z.literal('cancelSection'), ...section }),
  /** At the end of the line. */
  z.strictObject({ kind: z.literal('addPerson'), ...person }),
  /** Within the waiting list; `number` from 1. */
  z.strictObject({ kind: z.literal('movePerson'), ...person, number: z.number().int().min(1).max(2_000) }),
  z.strictObject({ kind: z.literal('removePerson'), ...person }),
  z.strictObject({ kind: z.literal('closesAt'), batchId: id, closesAt: instant }),
  z.strictObject({ kind: z.literal('archive'), batchId: id }),
]);
export type Change = z.infer<typeof change>;
export type ChangeKind = Change['kind'];

export const CHANGE = {
  /**
   * One change, with a reason, on the record, and everybody concerned is told. With `dryRun` nothing is written and the
   * answer says who would be affected.
   */
  'change.make': endpoint<ChangeEffect>()({
    access: STAFF,
    input: z.strictObject({
      actId,
      change,
      reason: words(200),
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
