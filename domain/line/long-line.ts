import type { Section } from '../model';
import { roomIn } from './line';

/** A line is long if at least this many people wait, and at least half as many as there are seats. */
const LONG = { people: 10, share: 0.5 };

/**
 * Staff may still add seats or a class for those who wait, so it ends with the first lesson.
 *
 * @returns how many people wait in a line that is long; 0 for any other
 */
export function longLine(
  section: Pick<Section, 'capacity' | 'waitlistLimit' | 'lineCount' | 'lessons'>,
  now: number,
): number {
  const { waiting } = roomIn(section);
  const begun = section.lessons.some(lesson => !lesson.cancelled && lesson.startsAt <= now);
  return !begun && waiting >= Math.max(LONG.people, section.capacity * LONG.share) ? waiting : 0;
}
