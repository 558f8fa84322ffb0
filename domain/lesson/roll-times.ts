import { DAY, HOUR, MINUTE } from '../base/clock';
import type { Lesson } from '../model';

/**
 * The hours of a lesson's roll. Every window is half-open: from its first millisecond to the one before its end. They are
 * the union's defaults and stand in docs/规则.md.
 */

/** Check-in and roll-call open this long before the lesson. */
const OPENS_BEFORE_MS = 30 * MINUTE;
/** A check-in this long after the beginning, or later, counts as late. */
const LATE_AFTER_MS = 5 * MINUTE;
/** From this long after the beginning an empty seat may be filled: first by people who wait in line … */
const WALK_IN_AFTER_MS = 15 * MINUTE;
/** … and then by anybody who stands at the door. */
const ANYBODY_AFTER_MS = 20 * MINUTE;
/** A mark made this long after the end is a correction (补签) and requires a reason. */
const CORRECTION_AFTER_MS = 2 * HOUR;
/**
 * For this long after the lesson, marks may wait on a phone without signal. A mark that arrives later is a correction,
 * whenever it was made.
 */
export const OFFLINE_DAY_MS = DAY;
/** A mark that arrives this long after it was made has waited on a phone without signal. */
const ARRIVES_WITHIN_MS = 5 * MINUTE;
/** Leave (请假) can be asked for, and taken back, until this long before the beginning. */
export const LEAVE_BEFORE_MS = 2 * HOUR;
/**
 * If a person is told something less than this before a lesson, they may not have seen it or may not be able to act on
 * it. So nobody is blamed for it.
 */
export const SHORT_NOTICE_MS = DAY;

/** The instant from which people can check in to a lesson and its roll can be called. */
export const rollOpensAt = ({ startsAt }: Lesson): number => startsAt - OPENS_BEFORE_MS;

/** How a check-in at `at` counts. */
export const checkInState = ({ startsAt }: Lesson, at: number): 'present' | 'late' =>
  at < startsAt + LATE_AFTER_MS ? 'present' : 'late';

export const walkInOpensAt = ({ startsAt }: Lesson): number => startsAt + WALK_IN_AFTER_MS;

export const anybodyOpensAt = ({ startsAt }: Lesson): number => startsAt + ANYBODY_AFTER_MS;

/** @param receivedAt when the mark arrives. After a day without signal nobody can say when it was made. */
export const isCorrection = ({ endsAt }: Lesson, at: number, receivedAt = at): boolean =>
  at >= endsAt + CORRECTION_AFTER_MS || receivedAt >= endsAt + OFFLINE_DAY_MS;

export const cameLate = ({ at, receivedAt }: { at: number; receivedAt: number }): boolean =>
  receivedAt - at >= ARRIVES_WITHIN_MS;

/** True if the lesson was moved so shortly before it begins that staying away is no absence. */
export const isMovedShortly = ({ startsAt, movedAt = -Infinity }: Lesson): boolean =>
  movedAt >= startsAt - SHORT_NOTICE_MS;

/**
 * The instant (exclusive) until which leave can be asked for. If the lesson was moved shortly before, that is its
 * beginning.
 */
export const leaveUntil = (lesson: Lesson): number => lesson.startsAt - (isMovedShortly(lesson) ? 0 : LEAVE_BEFORE_MS);
