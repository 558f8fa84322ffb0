import type { Taught } from '../../../../domain/api';
import type { Lesson } from '../../../../domain/model';
import { sameDay } from '../../../app/words';
import { lessonKey } from '../../../features/roll/rolls';

export type TaughtSection = Taught;

/** One lesson of mine, with its class. The index never changes, so it identifies the lesson. */
export interface TaughtLesson {
  section: TaughtSection;
  lesson: Lesson;
  lessonIndex: number;
}

/** All lessons of mine that take place, in the order in which they begin. Of some classes I give one lesson only. */
export const lessonsOf = (sections: readonly TaughtSection[]): TaughtLesson[] =>
  sections
    .filter(section => section.cancelledAt === null)
    .flatMap(section => section.lessons.map((lesson, lessonIndex) => ({ section, lesson, lessonIndex })))
    .filter(({ section, lesson, lessonIndex }) => !lesson.cancelled && isMine(section, lessonIndex))
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);

const isMine = ({ only }: TaughtSection, lessonIndex: number) => !only || only.includes(lessonIndex);

/** The lesson that is running, otherwise the one that comes next; `undefined` if all are over. */
export const nextLesson = (lessons: readonly TaughtLesson[], now: number): TaughtLesson | undefined =>
  lessons.find(({ lesson }) => lesson.endsAt > now);

/** The other lessons of today, including those that are over, because their rolls can still be called. */
export const alsoToday = (lessons: readonly TaughtLesson[], now: number): TaughtLesson[] => {
  const next = nextLesson(lessons, now);
  return lessons.filter(one => one !== next && sameDay(one.lesson.startsAt, now));
};

const MOST_ROLLS = 12;

/** The rolls that must be on the phone before it goes into the basement: those of today, and the next of each class. */
export function rollsToKeep(lessons: readonly TaughtLesson[], now: number): string[] {
  const sections = new Set<string>();
  const wanted = lessons.filter(({ section, lesson }) => {
    if (lesson.endsAt <= now) return sameDay(lesson.startsAt, now);
    const first = !sections.has(section.sectionId);
    sections.add(section.sectionId);
    return first || sameDay(lesson.startsAt, now);
  });
  return wanted.slice(0, MOST_ROLLS).map(({ section, lessonIndex }) => lessonKey({ ...section, lessonIndex }));
}
