import { DAY, HOUR, startOfDay } from '../base/clock';
import type { NoticeKind } from '../model';

/** Nobody's phone rings between 22 and 8 o'clock in Shanghai; 22:00 is quiet, 8:00 is not. */
const QUIET_FROM = 22 * HOUR;
const QUIET_UNTIL = 8 * HOUR;

/** Urgent kinds go out at night, too, if their lesson or opening is at most this far away. */
const CANNOT_WAIT: Partial<Record<NoticeKind, number>> = {
  LESSON_MOVED: 12 * HOUR,
  LESSON_ADDED: 12 * HOUR,
  LESSON_CANCELLED: 12 * HOUR,
  SECTION_CANCELLED: 12 * HOUR,
  PLACE_CHANGED: 12 * HOUR,
  SUBSTITUTE: 12 * HOUR,
  STANDS_IN: 12 * HOUR,
  PROMOTED: 24 * HOUR,
  ADDED: 24 * HOUR,
  LENT: 24 * HOUR,
  // The person asked for exactly this.
  OPENING: 2 * HOUR,
};

/**
 * The earliest instant, not before `now`, at which somebody's phone may ring for this notice. The inbox shows it at
 * once.
 *
 * @param lessonAt when the lesson begins, or the batch opens, that it is about; `null` = none that is still to come.
 */
export function mayRingAt(kind: NoticeKind, lessonAt: number | null, now: number): number {
  const near = CANNOT_WAIT[kind];
  if (near !== undefined && lessonAt !== null && lessonAt >= now && lessonAt - now <= near) return now;
  const sinceMidnight = now - startOfDay(now);
  if (sinceMidnight < QUIET_UNTIL) return startOfDay(now) + QUIET_UNTIL;
  return sinceMidnight < QUIET_FROM ? now : startOfDay(now) + DAY + QUIET_UNTIL;
}
