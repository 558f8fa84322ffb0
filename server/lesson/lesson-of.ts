import type { Lesson, Section } from '../../domain/model';
import { emptyRoll, rollIdOf, type Roll } from '../../domain/roll/roll';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { rollOpensAt } from '../../domain/lesson/roll-times';
import { read } from '../base/database';

/** A lesson with its class and its roll, as read just now. */
export interface LessonOf {
  section: Section;
  lesson: Lesson;
  roll: Roll;
}

export async function lessonOf(
  sectionId: string,
  lessonIndex: number,
): Promise<LessonOf | Refused<'SECTION_NOT_FOUND' | 'LESSON_NOT_FOUND'>> {
  const [section, roll] = await Promise.all([read('sections', sectionId), rollOf(sectionId, lessonIndex)]);
  return section ? lessonIn(section, lessonIndex, roll) : refuse('SECTION_NOT_FOUND');
}

export const rollOf = (sectionId: string, lessonIndex: number): Promise<Roll | null> =>
  read('rolls', rollIdOf(sectionId, lessonIndex));

/** Finds the lesson in what was read. A roll that nobody has written to yet is empty. */
export function lessonIn(
  section: Section,
  lessonIndex: number,
  roll: Roll | null,
): LessonOf | Refused<'LESSON_NOT_FOUND'> {
  const lesson = section.lessons[lessonIndex];
  return lesson
    ? { section, lesson, roll: roll ?? emptyRoll(section, lessonIndex, lesson) }
    : refuse('LESSON_NOT_FOUND');
}

type NotNow = Refused<'LESSON_CANCELLED' | 'ROLL_NOT_YET'>;

/** A lesson whose roll may be written to: it takes place, and it is late enough for its roll to be open. */
export async function openLesson(
  found: Promise<LessonOf | Refused<'SECTION_NOT_FOUND' | 'LESSON_NOT_FOUND'>>,
  now: number,
): Promise<LessonOf | Refused<'SECTION_NOT_FOUND' | 'LESSON_NOT_FOUND'> | NotNow> {
  const about = await found;
  if (isRefused(about)) return about;
  if (!takesPlace(about.section, about.lesson)) return refuse('LESSON_CANCELLED');
  if (now < rollOpensAt(about.lesson)) return refuse('ROLL_NOT_YET');
  return about;
}
