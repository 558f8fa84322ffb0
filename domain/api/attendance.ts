import * as z from 'zod';
import { LENGTH, RANGE } from '../bounds';
import { MARK_STATES } from '../roll/roll';
import { STAFF, actId, day, endpoint, id, lessonIndex, nothing, ofBatch, ofLesson, within, words } from './endpoint';
import type { NoShowPerson, OpenAppeal, RollView, SectionAttendance } from './shown-roll';

const reason = words(LENGTH.reason, 1);

/** This many absences within this many days. */
export const noShowPolicy = z.strictObject({
  strikes: within(RANGE.strikes),
  days: within(RANGE.days),
});

/** Acts of staff on attendance: looking, correcting, closing, and the consequences of absences. */
export const ATTENDANCE = {
  /** How the lessons of a batch were attended, by section. */
  'attendance.batch': endpoint<{ sections: SectionAttendance[] }>()({
    access: STAFF,
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),
  'attendance.lesson': endpoint<RollView>()({
    access: STAFF,
    input: ofLesson,
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND'],
  }),
  /** 补签: a staff mark overrules every other mark, also after the closing. On the record. */
  'attendance.correct': endpoint<RollView>()({
    access: STAFF,
    input: z.strictObject({ actId, sectionId: id, lessonIndex, memberId: id, state: z.enum(MARK_STATES), reason }),
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND', 'LESSON_CANCELLED', 'ROLL_NOT_YET', 'ROLL_FULL', 'NOT_ON_ROLL'],
  }),
  /** Closes a lesson that is over. People who were expected and not marked were absent. On the record. */
  'attendance.close': endpoint<RollView>()({
    access: STAFF,
    input: z.strictObject({ actId, sectionId: id, lessonIndex }),
    refusals: [
      'SECTION_NOT_FOUND',
      'LESSON_NOT_FOUND',
      'LESSON_CANCELLED',
      'ROLL_NOT_YET',
      'LESSON_NOT_OVER',
      'ROLL_CLOSED',
    ],
  }),
  /** Makes a day one on which nobody was a no-show, or takes that back. On the record. */
  'attendance.waive': endpoint<{ waived: boolean }>()({
    access: STAFF,
    input: z.strictObject({ actId, day, waived: z.boolean(), reason }),
    refusals: ['BAD_DAY'],
  }),
  /**
   * A preview of a policy before it is set for a batch: how many people it would concern today, those with the most
   * absences, and the waived days.
   */
  'attendance.noShows': endpoint<{
    people: NoShowPerson[];
    count?: number;
    waivers: { day: string; reason: string }[];
  }>()({
    access: STAFF,
    input: noShowPolicy,
    refusals: [],
  }),
  /** Appeals that wait for an answer, oldest first. */
  'attendance.appeals': endpoint<{ appeals: OpenAppeal[] }>()({ access: STAFF, input: nothing, refusals: [] }),
  /** Forgives an absence or lets it stand, and tells the person. On the record. */
  'attendance.answer': endpoint<{ forgiven: boolean }>()({
    access: STAFF,
    input: z.strictObject({ actId, sectionId: id, lessonIndex, memberId: id, forgiven: z.boolean(), text: reason }),
    refusals: ['SECTION_NOT_FOUND', 'LESSON_NOT_FOUND', 'NO_SUCH_ABSENCE'],
  }),
};
