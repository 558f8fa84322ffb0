import { startOfWeek } from '../../../../domain/base/clock';
import type { AttendedClass, LessonSums, SectionAttendance } from '../../../../domain/api';
import { rateOf } from '../../../../domain/attendance/attendance';
import { takesPlace } from '../../../../domain/lesson/held-lessons';

/** Lessons that have something to show: they have begun, and neither they nor their class were cancelled. */
export const begun = ({ section, lessons }: SectionAttendance, now: number): LessonSums[] =>
  lessons.filter(lesson => takesPlace(section, lesson) && lesson.startsAt <= now);

/** Lessons whose rate is known, because they are over. While a lesson runs, most of its people are not marked yet. */
export const over = (one: SectionAttendance, now: number): LessonSums[] =>
  begun(one, now).filter(lesson => lesson.endsAt <= now);

/** Lessons that are over and not closed. Until they are closed, their absences do not count. */
export const isToClose = (section: AttendedClass, lesson: LessonSums, now: number): boolean =>
  takesPlace(section, lesson) && !lesson.closed && lesson.endsAt <= now;

export { percentText } from '../../../features/attendance/lesson-words';

export const sumOf = (
  lessons: readonly LessonSums[],
  of: 'expected' | 'present' | 'late' | 'leave' | 'absent',
): number => lessons.reduce((sum, lesson) => sum + lesson[of], 0);

/** The rate of each week in which there were lessons, by the Monday on which it begins. */
export function weeksOf(lessons: readonly LessonSums[]): [monday: number, rate: number][] {
  const weeks = new Map<number, LessonSums[]>();
  for (const lesson of lessons) {
    const monday = startOfWeek(lesson.startsAt);
    weeks.set(monday, [...(weeks.get(monday) ?? []), lesson]);
  }
  return [...weeks]
    .map(([monday, those]): [number, number | null] => [monday, rateOf(those)])
    .filter((week): week is [number, number] => week[1] !== null)
    .sort(([a], [b]) => a - b);
}

export type GroupBy = 'course' | 'organisation';

/** The lessons of one course, or of all classes that one organisation runs. */
export interface Group {
  name: string;
  sections: number;
  lessons: LessonSums[];
  rate: number | null;
}

/** Lowest rate first, because people look here for what goes wrong. Those without a rate come last. */
export function groupsBy(by: GroupBy, sections: readonly SectionAttendance[], now: number): Group[] {
  const groups = new Map<string, SectionAttendance[]>();
  for (const one of sections) {
    const name = one.section[by].trim() || '没有写承办单位';
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups]
    .map(([name, those]): Group => {
      const lessons = those.flatMap(one => over(one, now));
      return { name, sections: those.length, lessons, rate: rateOf(lessons) };
    })
    .sort((a, b) => (a.rate ?? 2) - (b.rate ?? 2));
}
