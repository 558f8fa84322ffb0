import { needsClosing } from '../../domain/attendance/to-confirm';
import type { Section } from '../../domain/model';

/**
 * Lessons that are over and that staff still have to close. Those that close themselves tonight need nobody.
 *
 * @param closed `sectionId/lessonIndex` of the rolls that are closed
 */
export const unclosedIn = (section: Section, closed: ReadonlySet<string>, now: number): number =>
  section.lessons.filter(
    (lesson, index) => needsClosing(section, lesson, now) && !closed.has(`${section._id}/${index}`),
  ).length;
