import { lastOf } from '../base/last-of';
import type { Lesson } from '../model';

/**
 * The lessons that take place, sorted by start. A lesson that was moved keeps its index, so the list itself may be out
 * of order.
 */
export const heldLessons = (lessons: readonly Lesson[]): Lesson[] =>
  lessons.filter(lesson => !lesson.cancelled).sort((a, b) => a.startsAt - b.startsAt);

/** True if neither the lesson itself nor the whole class was called off. A class is called off from an instant on. */
export const takesPlace = (
  { cancelledAt }: { cancelledAt?: number | null },
  { startsAt, cancelled }: { startsAt: number; cancelled?: boolean },
): boolean => !cancelled && startsAt < (cancelledAt ?? Infinity);

/** The beginning of the next lesson that has not begun yet; `null` = there is none. */
export const nextLessonAt = (lessons: readonly Lesson[], now: number): number | null =>
  heldLessons(lessons).find(lesson => lesson.startsAt >= now)?.startsAt ?? null;

/**
 * When the last of the lessons that take place is over. A lesson that was added or moved may stand anywhere in the list.
 * If all were called off, it is when the last of them would have been over; 0 = there are none.
 */
export const lessonsEndAt = (lessons: readonly Lesson[]): number =>
  lastOf(heldLessons(lessons))?.endsAt ?? Math.max(0, ...lessons.map(lesson => lesson.endsAt));

/** True if a class has lessons and none of them is left. */
export const isFinished = ({ lessons }: { lessons: readonly Lesson[] }, now: number): boolean =>
  lessons.length > 0 && now >= lessonsEndAt(lessons);
