import type { MyPlace } from '../../../domain/api';
import type { Lesson } from '../../../domain/model';
import { lessonsOverlap } from '../../../domain/line/clash';
import { heldLessons } from '../../../domain/lesson/held-lessons';

export interface Clash {
  other: MyPlace['section'];
  /** The first lesson of this class that is still to come and overlaps. */
  lesson: Lesson;
}

/**
 * A lesson that was moved may overlap with another class of the same person. They then have to give up one of the
 * classes, or a lesson.
 */
export function clashOf({ section }: MyPlace, places: readonly MyPlace[], now: number): Clash | undefined {
  if (section.cancelledAt !== null) return undefined;
  const others = places
    .map(one => one.section)
    .filter(other => other.sectionId !== section.sectionId && other.cancelledAt === null);
  for (const lesson of heldLessons(section.lessons)) {
    if (lesson.endsAt <= now) continue;
    const other = others.find(one => heldLessons(one.lessons).some(theirs => lessonsOverlap(lesson, theirs)));
    if (other) return { other, lesson };
  }
  return undefined;
}
