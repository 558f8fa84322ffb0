import { DAY, HOUR, MINUTE } from '../base/clock';
import type { Lesson } from '../model';

/**
 * The hours of a lesson's roll. Every window is half-open: from its first millisecond to the one before its end. They are
 * the union's defaults and stand in docs/规则.md.
 */

/** Check-in and roll-call open so long before the lesson. */
const OPENS_BEFORE_MS = 30 * MINUTE;
/** Who checks in later than that after the beginning is late. */
const LATE_AFTER_MS = 5 * MINUTE;
/** From then on an empty seat may be filled: first by who waits in line … */
const WALK_IN_AFTER_MS = 15 * MINUTE;
/** … and then by anybody who stands at the door. */
const ANYBODY_AFTER_MS = 20 * MINUTE;
/** A mark made so long after the end is a correction (补签) and wants a reason. */
const CORRECTION_AFTER_MS = 2 * HOUR;
/** Marks may wait so long after the lesson on a phone without signal; later each is a correction, whenever it was made. */
export const OFFLINE_DAY_MS = DAY;
/** A mark that arrives so long after it was made has waited on a phone without signal. */
const ARRIVES_WITHIN_MS = 5 * MINUTE;
/** Leave (请假) can be asked for, and taken back, until so long before the beginning. */
const LEAVE_BEFORE_MS = 2 * HOUR;
/** What somebody is told so shortly before a lesson they may not have seen, or not be able to follow: nobody is blamed for it. */
export const SHORT_NOTICE_MS = DAY;

/** From when on the roll of a lesson can be called and people check in. */
export const rollOpensAt = ({ startsAt }: Lesson): number => startsAt - OPENS_BEFORE_MS;

/** How a check-in at `at` counts. */
export const checkInState = ({ startsAt }: Lesson, at: number): 'present' | 'late' =>
  at < startsAt + LATE_AFTER_MS ? 'present' : 'late';

export const walkInOpensAt = ({ startsAt }: Lesson): number => startsAt + WALK_IN_AFTER_MS;

export const anybodyOpensAt = ({ startsAt }: Lesson): number => startsAt + ANYBODY_AFTER_MS;

/** @param receivedAt when the mark arrives: after a day without signal nobody can say when it was made. */
export const isCorrection = ({ endsAt }: Lesson, at: number, receivedAt = at): boolean =>
  at >= endsAt + CORRECTION_AFTER_MS || receivedAt >= endsAt + OFFLINE_DAY_MS;

export const cameLate = ({ at, receivedAt }: { at: number; receivedAt: number }): boolean =>
  receivedAt - at >= ARRIVES_WITHIN_MS;

/** Moved so shortly before it begins that not to come is no absence. */
export const isMovedShortly = ({ startsAt, movedAt = -Infinity }: Lesson): boolean =>
  movedAt >= startsAt - SHORT_NOTICE_MS;

/** Exclusive. A lesson that was moved shortly before can be asked leave for as long as it has not begun. */
export const leaveUntil = (lesson: Lesson): number => lesson.startsAt - (isMovedShortly(lesson) ? 0 : LEAVE_BEFORE_MS);
