import { takesPlace } from '../../domain/lesson/held-lessons';
import type { Section } from '../../domain/model';
import { closesItself } from '../attendance/close-lesson';

/**
 * Lessons that are over and that staff still have to close. Those that close themselves tonight need nobody.
 *
 * @param closed `sectionId/lessonIndex` of the rolls that are closed
 */
export const unclosedIn = (section: Section, closed: ReadonlySet<string>, now: number): number =>
  section.lessons.filter(
    (lesson, index) =>
      lesson.endsAt <= now &&
      takesPlace(section, lesson) &&
      !closed.has(`${section._id}/${index}`) &&
      !closesItself(section, lesson, now),
  ).length;
