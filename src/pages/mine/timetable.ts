import type { MyPlace } from '../../../domain/contract';
import { DAY, dayKey, startOfWeek } from '../../../domain/clock';
import type { Lesson } from '../../../domain/model';

/** One lesson of a section where I stand. `number` counts from 1. */
export interface MyLesson {
  mine: MyPlace;
  lesson: Lesson;
  number: number;
}

/** All my lessons in the order of time; those that were called off are none. */
export const lessonsOf = (places: MyPlace[]): MyLesson[] =>
  places
    .flatMap(mine => mine.section.lessons.map((lesson, i) => ({ mine, lesson, number: i + 1 })))
    .filter(one => !one.lesson.cancelled)
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);

/** The next lesson that I have a seat in; one that is being taught counts. */
export const nextLesson = (lessons: MyLesson[], now: number): MyLesson | undefined =>
  lessons.find(one => one.mine.place.state === 'SEATED' && one.lesson.endsAt > now);

export interface Day {
  at: number;
  key: string;
  lessons: MyLesson[];
}

/** The seven days of the week that starts at `weekAt` (a Monday midnight). */
export function weekOf(weekAt: number, lessons: MyLesson[]): Day[] {
  return Array.from({ length: 7 }, (_, i) => {
    const at = weekAt + i * DAY;
    const key = dayKey(at);
    return { at, key, lessons: lessons.filter(one => dayKey(one.lesson.startsAt) === key) };
  });
}

/** The week to open on: this one where it has lessons still to come, else that of the next lesson. */
export function firstWeek(lessons: MyLesson[], now: number): number {
  const next = lessons.find(one => one.lesson.endsAt > now);
  return startOfWeek(next ? next.lesson.startsAt : now);
}
