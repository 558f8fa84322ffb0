import { dateText, dayKey } from '../base/clock';
import { isRefused, refuse, type Refused } from '../base/refuse';
import { sameWords } from '../base/written';
import type { Lesson, Section } from '../model';

/** A lesson, named for good. */
export interface LessonId {
  sectionId: string;
  lessonIndex: number;
}

/**
 * `daysOff`: a day on which no lesson takes place, in all places or in one (暴雨, 停电, 场馆占用). `_id` is the id of the
 * act. Its lessons are called off one by one, each by an act of its own, and whoever comes next does what is left.
 */
export interface DayOff {
  _id: string;
  at: number;
  /** `2027-03-09` */
  day: string;
  /** Empty = in all places. */
  place: string;
  reason: string;
  lessons: LessonId[];
  /** When the last of them was called off; `null` = some are left. */
  doneAt: number | null;
}

/** A day, and a place if only the lessons there are called off. */
export type WhichDay = Pick<DayOff, 'day' | 'place'>;

/** The part of a class that a day off needs. */
export type DayClass = Pick<Section, '_id' | 'place' | 'lessons' | 'cancelledAt'>;

/** A lesson of a class, where it stands in the class's list. */
export interface LessonOfDay<S extends DayClass = DayClass> {
  section: S;
  lesson: Lesson;
  lessonIndex: number;
}

/**
 * The lessons that a day off calls off, by time: those that are held on the day, in the place if one is named, and have
 * not ended.
 *
 * @returns NO_LESSONS_THAT_DAY with the reason if there are none.
 */
export function lessonsOff<S extends DayClass>(
  sections: readonly S[],
  { day, place }: WhichDay,
  now: number,
): LessonOfDay<S>[] | Refused<'NO_LESSONS_THAT_DAY'> {
  const there = sections
    .filter(section => place === '' || sameWords(section.place, place))
    .flatMap(section => section.lessons.map((lesson, lessonIndex) => ({ section, lesson, lessonIndex })))
    .filter(({ lesson }) => dayKey(lesson.startsAt) === day);
  const held = there.filter(({ section, lesson }) => !lesson.cancelled && section.cancelledAt === undefined);
  const left = held.filter(({ lesson }) => lesson.endsAt > now);
  if (left.length > 0) return left.sort(byTimeAndPlace);
  const text =
    held.length > 0
      ? '这一天的课已经上完，不能再停'
      : there.length > 0
        ? '这一天的课已经全部取消'
        : place
          ? `这一天${place}没有课`
          : '这一天没有课';
  return refuse('NO_LESSONS_THAT_DAY', { text });
}

const byTimeAndPlace = (a: LessonOfDay, b: LessonOfDay): number =>
  a.lesson.startsAt - b.lesson.startsAt || (a.section.place < b.section.place ? -1 : 1);

/** The lessons of a day off that are still to be called off. One that was moved to another day stays as it is. */
export const stillToCallOff = <S extends DayClass>(
  off: DayOff,
  sections: readonly S[],
  now: number,
): LessonOfDay<S>[] => {
  const held = lessonsOff(sections, { day: off.day, place: '' }, now);
  return isRefused(held)
    ? []
    : held.filter(({ section, lessonIndex }) =>
        off.lessons.some(one => one.sectionId === section._id && one.lessonIndex === lessonIndex),
      );
};

/** The id of the act that calls off one lesson of a day off. The same lesson has the same id, so it is done once. */
export const actOfLesson = (dayOffId: string, { sectionId, lessonIndex }: LessonId): string =>
  `${dayOffId}-${sectionId}-${lessonIndex}`;

/** 3月9日 周二停课，各处共 12 次课 */
export const dayOffWords = (at: number, place: string, lessons: number, now: number): string =>
  `${dateText(at, now)}停课，${place === '' ? '全部地点' : place}，${lessons} 次课`;
