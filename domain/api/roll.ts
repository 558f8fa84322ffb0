import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import { MARK_STATES } from '../roll/roll';
import { MOST_MARKS_A_CALL } from '../roll/mark';
import {
  actId,
  endpoint,
  id,
  instant,
  lessonIndex,
  nothing,
  ofLesson,
  ofPage,
  ofSection,
  RUNNERS,
  within,
  words,
  type PageOf,
} from './endpoint';
import type { RosterEntry, SectionCard } from './shown';
import type { CodeBook, RollView, SectionAttendance, Taught, TaughtBefore } from './shown-roll';

export const place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const nonce = z.string().regex(/^[A-Za-z0-9-]{8,40}$/);

/** Longer than any picture that passes, so that a large one is refused in words. */
const MOST_PICTURE_TEXT = 100 * 1024;

const MARKING = [
  'SECTION_NOT_FOUND',
  'LESSON_NOT_FOUND',
  'LESSON_CANCELLED',
  'ROLL_NOT_YET',
  'ROLL_CLOSED',
  'ROLL_FULL',
] as const;

export const ROLL = {
  /**
   * The sections that the caller runs, as instructor or as organisation, in batches that ended at most some weeks ago.
   * `older`: there are more in `roll.past`.
   */
  'roll.sections': endpoint<{ sections: Taught[]; older?: boolean }>()({
    access: RUNNERS,
    input: nothing,
    refusals: [],
  }),
  /** Sections of batches that have been over for longer, the last to end first. */
  'roll.past': endpoint<PageOf<TaughtBefore>>()({ access: RUNNERS, input: ofPage, refusals: [] }),
  /** `groupCodeAt`: when the code of the class's group was put; `null` = there is none. */
  'roll.roster': endpoint<{ section: SectionCard; people: RosterEntry[]; groupCodeAt: number | null }>()({
    access: RUNNERS,
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
  /** The roll of one lesson. It may also be a future lesson, so that the phone has the roll when there is no signal. */
  'roll.lesson': endpoint<RollView>()({
    access: RUNNERS,
    input: ofLesson,
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND'],
  }),
  /**
   * Marks that a phone has made, in any order, some perhaps sent before. Each counts once, and either all are taken or
   * none, in one write. The time of each is limited to what is possible. A mark long after the lesson requires a reason
   * and goes on the record.
   */
  'roll.mark': endpoint<RollView>()({
    access: RUNNERS,
    input: z.strictObject({
      sectionId: id,
      lessonIndex,
      device: z.string().regex(/^[A-Za-z0-9-]{4,40}$/),
      marks: z
        .array(
          z.strictObject({
            nonce,
            memberId: id,
            state: z.enum(MARK_STATES).nullable(),
            at: instant,
            seen: z.number().int().min(0).max(1e6),
            reason: words(LENGTH.reason, 1).optional(),
            /** When the server sent the roll that the phone showed. The mark was not made before. */
            loadedAt: instant.optional(),
          }),
        )
        .min(1)
        .max(MOST_MARKS_A_CALL),
    }),
    refusals: [...MARKING, 'NOT_ON_ROLL', 'NONCE_REUSED', 'REASON_MISSING', 'TEXT_RISKY'],
  }),
  /**
   * The codes from now to the end of the lesson, for the screen that shows them one after another. `place`: where that
   * screen is, if the phone may tell.
   */
  'roll.code': endpoint<CodeBook>()({
    access: RUNNERS,
    input: z.strictObject({ sectionId: id, lessonIndex, place: place.optional() }),
    refusals: MARKING,
  }),
  /**
   * Lets somebody from the line in for this lesson (补位), as present. For the same person again, the answer is the same.
   */
  'roll.letIn': endpoint<RollView>()({
    access: RUNNERS,
    input: z.strictObject({ sectionId: id, lessonIndex, memberId: id }),
    refusals: [...MARKING, 'WALK_IN_TOO_EARLY', 'NO_FREE_SEAT', 'LINE_FIRST', 'NOT_IN_LINE'],
  }),
  /** How many people at a lecture are on no list. `seen` is the number that the caller was shown. */
  'roll.headCount': endpoint<RollView>()({
    access: RUNNERS,
    input: z.strictObject({
      actId,
      sectionId: id,
      lessonIndex,
      count: within(RANGE.heads),
      seen: within(RANGE.heads),
    }),
    refusals: [...MARKING, 'HEADS_ONLY_AT_LECTURES', 'HEADS_CHANGED'],
  }),
  /**
   * Writes to everybody who has a seat in a class, into their inbox, about the lesson that runs or comes next. `left`: how
   * many more messages that lesson may have.
   */
  'roll.message': endpoint<{ told: number; left: number }>()({
    access: ['instructor', 'organisation', 'staff'],
    input: z.strictObject({ actId, sectionId: id, text: words(LENGTH.message, 1) }),
    refusals: [
      'SECTION_NOT_FOUND',
      'LESSON_NOT_FOUND',
      'MESSAGE_HAS_LINK',
      'MESSAGES_USED_UP',
      'NOBODY_SEATED',
      'TEXT_RISKY',
    ],
  }),
  /** Puts the code of the class's group in WeChat, in base64, or takes it away (`null`). */
  'roll.putGroupCode': endpoint<{ at: number | null }>()({
    access: ['staff', 'instructor', 'organisation'],
    input: z.strictObject({ actId, sectionId: id, picture: z.string().min(1).max(MOST_PICTURE_TEXT).nullable() }),
    refusals: [
      'SECTION_NOT_FOUND',
      'SECTION_CANCELLED',
      'CLASS_OVER',
      'NO_PICTURE',
      'PICTURE_TOO_LARGE',
      'PICTURE_RISKY',
    ],
  }),
  /** The attendance at each lesson of one of the caller's sections. */
  'roll.attendance': endpoint<SectionAttendance>()({
    access: RUNNERS,
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
};
