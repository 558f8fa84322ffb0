import type { MyAttendance, MyLesson, MyPlace, SectionCard } from '../../../domain/api';
import { DAY, dayKey, startOfWeek } from '../../../domain/base/clock';
import type { Lesson } from '../../../domain/model';
import { isSeated } from '../../../domain/line/place';
import { knownOf } from '../../app/known/attendance';

/** One lesson that concerns me. */
export interface PlannedLesson {
  section: SectionCard;
  lesson: Lesson;
  /** Counts from 0. It never changes, so it identifies the lesson. */
  index: number;
  /** Why the lesson concerns me: I have a seat, a seat was lent to me for this lesson, or I am only waiting. */
  by: 'seat' | 'lent' | 'wait';
  /** What else is known of it. */
  known: MyLesson | undefined;
}

/** All my lessons in order of time, without those that were called off. */
export function lessonsOf(places: MyPlace[], attendance: MyAttendance | undefined): PlannedLesson[] {
  const lent = (attendance?.lent ?? []).map(one => ({ ...one, key: keyOf(one.section, one.lessonIndex) }));
  const lentKeys = new Set(lent.map(one => one.key));
  const own = places.flatMap(({ section, place }) =>
    section.lessons.map((_, index) => ({ section, index, by: isSeated(place) ? 'seat' : 'wait' }) as const),
  );
  return [
    ...own.filter(({ section, index }) => !lentKeys.has(keyOf(section, index))),
    ...lent.map(({ section, lessonIndex }) => ({ section, index: lessonIndex, by: 'lent' }) as const),
  ]
    .flatMap(({ section, index, by }): PlannedLesson[] => {
      const lesson = section.lessons[index];
      const known = knownOf(attendance, { sectionId: section.sectionId, lessonIndex: index });
      return lesson && !lesson.cancelled ? [{ section, lesson, index, by, known }] : [];
    })
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
}

const keyOf = (section: SectionCard, index: number) => `${section.sectionId}-${index}`;

/** True if I asked for leave and did not come after all. */
export const isOnLeave = ({ known }: PlannedLesson): boolean => Boolean(known?.leave) && !hasCome(known);

export const hasCome = (known: MyLesson | undefined): boolean =>
  known?.mark?.state === 'present' || known?.mark?.state === 'late';

/** The next lesson that I go to. A lesson that is running counts. */
export const nextLesson = (lessons: PlannedLesson[], now: number): PlannedLesson | undefined =>
  lessons.find(one => one.by !== 'wait' && one.lesson.endsAt > now && !isOnLeave(one));

/** Lessons to come for which I am on leave. */
export const onLeave = (lessons: PlannedLesson[], now: number): PlannedLesson[] =>
  lessons.filter(one => one.lesson.endsAt > now && isOnLeave(one));

export interface Day {
  at: number;
  key: string;
  lessons: PlannedLesson[];
}

/** The seven days of the week that starts at `weekAt` (a Monday midnight). */
export function weekOf(weekAt: number, lessons: PlannedLesson[]): Day[] {
  return Array.from({ length: 7 }, (_, i) => {
    const at = weekAt + i * DAY;
    const key = dayKey(at);
    return { at, key, lessons: lessons.filter(one => dayKey(one.lesson.startsAt) === key) };
  });
}

/** The week to open on: this week if it has lessons to come, otherwise the week of the next lesson. */
export function firstWeek(lessons: PlannedLesson[], now: number): number {
  const next = lessons.find(one => one.lesson.endsAt > now);
  return startOfWeek(next ? next.lesson.startsAt : now);
}
