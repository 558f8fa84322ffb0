import * as z from 'zod';
import { LENGTH } from '../bounds';
import type { GroupCode } from '../lesson/group-code';
import { endpoint, id, instant, lessonIndex, nothing, ofLesson, ofSection, words } from './endpoint';
import { place } from './roll';
import type { MyPlace } from './shown';
import type { CheckedIn, MyAttendance, MyLesson } from './shown-roll';

/** Acts of workers on single lessons of theirs. */
export const LESSON = {
  /**
   * Lists my lessons in batches that ended at most 90 days ago, with my marks, my leaves, the seats lent to me and the
   * absences that count.
   */
  'lesson.mine': endpoint<MyAttendance>()({ access: 'anyone', input: nothing, refusals: [] }),
  /** My place in one class, however long ago, and how its lessons went. `place` is `null` where I have none. */
  'lesson.ofClass': endpoint<{ place: MyPlace | null; lessons: MyLesson[] }>()({
    access: 'anyone',
    input: ofSection,
    refusals: [],
  }),
  /**
   * The code of the class's group in WeChat; `null` = there is none. For those who have a seat, those who run the class,
   * and staff.
   */
  'lesson.groupCode': endpoint<{ code: Pick<GroupCode, 'picture' | 'contentType' | 'at'> | null }>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND', 'SEATED_ONLY'],
  }),
  /**
   * Checks in by the scanned text or the four digits on the instructor's screen. Twice is once. `expected` is the
   * lesson that the person meant, if they came from its ticket. `place` is the phone's location.
   */
  'lesson.checkIn': endpoint<CheckedIn>()({
    access: 'anyone',
    input: z.strictObject({
      code: z.string().min(1).max(300),
      expected: ofLesson.optional(),
      place: place.optional(),
    }),
    refusals: [
      'CODE_UNREADABLE',
      'CODE_OLD',
      'CODE_FROM_FUTURE',
      'NUMBER_WRONG',
      'NUMBER_TRIES_UP',
      'NO_LESSON_NOW',
      'CHECK_IN_TOO_EARLY',
      'LESSON_ENDED',
      'LESSON_CANCELLED',
      'NOT_IN_SECTION',
      'WRONG_LESSON',
      'SEAT_LENT',
      'CHECK_IN_UNDONE',
      'MARKED_ABSENT',
      'MARKED_LEAVE',
      'ROLL_CLOSED',
      'ROLL_FULL',
      'WALK_IN_TOO_EARLY',
      'NO_FREE_SEAT',
      'LINE_FIRST',
      'ERASING',
    ],
  }),
  /**
   * 请假 for one lesson. The seat goes to the line for that lesson, and the person who gets it is told. Twice is once.
   * `tappedAt` is as in a claim, so that a tap which arrives late does not undo what the person has said since.
   */
  'lesson.leave': endpoint<{ lent: boolean }>()({
    access: 'anyone',
    input: z.strictObject({
      sectionId: id,
      lessonIndex,
      reason: words(LENGTH.leaveReason),
      tappedAt: instant.optional(),
    }),
    refusals: [
      'SECTION_NOT_FOUND',
      'LESSON_NOT_FOUND',
      'LESSON_CANCELLED',
      'NO_LEAVE',
      'NOT_SEATED',
      'LEAVE_TOO_LATE',
      'ROLL_CLOSED',
      'TEXT_RISKY',
      'CHANGED_SINCE',
    ],
  }),
  /** Comes after all, if the seat has not been lent. Twice is once. */
  'lesson.comeAfterAll': endpoint<{ coming: true }>()({
    access: 'anyone',
    input: z.strictObject({ sectionId: id, lessonIndex, tappedAt: instant.optional() }),
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND', 'SEAT_LENT', 'LEAVE_TOO_LATE', 'ROLL_CLOSED', 'CHANGED_SINCE'],
  }),
  /** Passes a lent seat on to the next in line (让给下一位). Twice is once. */
  'lesson.decline': endpoint<{ passedOn: boolean }>()({
    access: 'anyone',
    input: ofLesson,
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND', 'NOT_LENT', 'LEAVE_TOO_LATE', 'ROLL_CLOSED'],
  }),
  /** Tells staff why an absence should not count. Once per lesson. */
  'lesson.appeal': endpoint<{ at: number }>()({
    access: 'anyone',
    input: z.strictObject({ sectionId: id, lessonIndex, text: words(LENGTH.appeal, 1) }),
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND', 'NO_SUCH_ABSENCE', 'ALREADY_APPEALED', 'TEXT_RISKY'],
  }),
};
