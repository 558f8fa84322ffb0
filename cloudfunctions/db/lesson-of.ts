import type { Lesson, Section } from '../../domain/model';
import { emptyRoll, rollIdOf, type Roll } from '../../domain/roll';
import { isRefused, refuse, type Refused } from '../../domain/rules/refuse';
import { rollOpensAt } from '../../domain/rules/roll-times';
import { read } from './database';

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
  const [section, roll] = await Promise.all([
    read('sections', sectionId),
    read('rolls', rollIdOf(sectionId, lessonIndex)),
  ]);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const lesson = section.lessons[lessonIndex];
  if (!lesson) return refuse('LESSON_NOT_FOUND');
  return { section, lesson, roll: roll ?? emptyRoll(section, lessonIndex, lesson) };
}

type NotNow = Refused<'LESSON_CANCELLED' | 'ROLL_NOT_YET'>;

/** A lesson whose roll can be written to by now: it takes place, and its roll is open. */
export async function openLesson(
  found: Promise<LessonOf | Refused<'SECTION_NOT_FOUND' | 'LESSON_NOT_FOUND'>>,
  now: number,
): Promise<LessonOf | Refused<'SECTION_NOT_FOUND' | 'LESSON_NOT_FOUND'> | NotNow> {
  const about = await found;
  if (isRefused(about)) return about;
  if (about.lesson.cancelled || about.section.cancelledAt !== undefined) return refuse('LESSON_CANCELLED');
  if (now < rollOpensAt(about.lesson)) return refuse('ROLL_NOT_YET');
  return about;
}
