import type { CheckedIn, MyAttendance, MyLesson } from '../../../domain/api';
import { question } from '../memory/asked';

/** What is known of my lessons: marks, leaves, seats lent to me, absences. */
export const attendance = question('lesson.mine', {});

/** Names a lesson by its class and its index, which never changes. */
export interface LessonId {
  sectionId: string;
  lessonIndex: number;
}

export const isLesson = (a: LessonId, b: LessonId): boolean =>
  a.sectionId === b.sectionId && a.lessonIndex === b.lessonIndex;

export const knownOf = (known: MyAttendance | undefined, lesson: LessonId): MyLesson | undefined =>
  known?.lessons.find(one => isLesson(one, lesson));

/** Stores an answer about one lesson. The answer is complete, so nothing is fetched again. */
function keepLesson({ sectionId, lessonIndex }: LessonId, change: Partial<MyLesson>): void {
  const nothing = { mark: null, undecided: false, leave: null, guest: null, closed: false };
  const blank: MyLesson = { sectionId, lessonIndex, ...nothing };
  attendance.put(known => {
    const { lessons = [], lent = [], noShows = [] } = known ?? {};
    const own = lessons.find(one => isLesson(one, blank)) ?? blank;
    return { lessons: [...lessons.filter(one => one !== own), { ...own, ...change }], lent, noShows };
  });
}

export const keepCheckIn = ({ section, lessonIndex, state, at }: CheckedIn): void =>
  keepLesson({ sectionId: section.sectionId, lessonIndex }, { mark: { state, at, source: 'self' }, undecided: false });

export const keepLeave = (lesson: LessonId, leave: MyLesson['leave']): void => keepLesson(lesson, { leave });

export function losePassedOn(lesson: LessonId): void {
  const isIt = (one: { section: { sectionId: string }; lessonIndex: number }) =>
    isLesson({ sectionId: one.section.sectionId, lessonIndex: one.lessonIndex }, lesson);
  attendance.put(known => known && { ...known, lent: known.lent.filter(one => !isIt(one)) });
  keepLesson(lesson, { guest: null });
}

export const keepAppeal = (lesson: LessonId, at: number, text: string): void =>
  attendance.put(
    known =>
      known && {
        ...known,
        noShows: known.noShows.map(one =>
          isLesson(one, lesson) ? { ...one, appeal: { at, text, answer: null } } : one,
        ),
      },
  );
