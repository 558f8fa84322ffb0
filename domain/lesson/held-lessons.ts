import type { Lesson } from '../model';

/** Lessons that take place, sorted by start: one that was moved keeps its index, so the list itself may be out of order. */
export const heldLessons = (lessons: readonly Lesson[]): Lesson[] =>
  lessons.filter(lesson => !lesson.cancelled).sort((a, b) => a.startsAt - b.startsAt);

/** Called off neither alone nor with the whole class, which is called off from an instant on. */
export const takesPlace = (
  { cancelledAt }: { cancelledAt?: number | null },
  { startsAt, cancelled }: { startsAt: number; cancelled?: boolean },
): boolean => !cancelled && startsAt < (cancelledAt ?? Infinity);

/** When the next lesson begins that is still to come; `null` = none. */
export const nextLessonAt = (lessons: readonly Lesson[], now: number): number | null =>
  heldLessons(lessons).find(lesson => lesson.startsAt >= now)?.startsAt ?? null;
