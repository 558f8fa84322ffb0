import type { Lesson } from '../model';

/** Lessons that take place, sorted by start: one that was moved keeps its index, so the list itself may be out of order. */
export const heldLessons = (lessons: readonly Lesson[]): Lesson[] =>
  lessons.filter(lesson => !lesson.cancelled).sort((a, b) => a.startsAt - b.startsAt);

/** When the next lesson begins that is still to come; `null` = none. */
export const nextLessonAt = (lessons: readonly Lesson[], now: number): number | null =>
  heldLessons(lessons).find(lesson => lesson.startsAt >= now)?.startsAt ?? null;
