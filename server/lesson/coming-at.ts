import { rollIdOf } from '../../domain/roll/roll';
import { comingTo } from '../../domain/telling/remind';
import { read } from '../base/database';

/**
 * The people who come to the lesson of a class that begins then, as it stands now. `null` if no lesson takes place
 * then, or if it has begun.
 */
export async function comingAt(sectionId: string, startsAt: number | null | undefined, now: number) {
  const section = await read('sections', sectionId);
  const index = section?.lessons.findIndex(one => !one.cancelled && one.startsAt === startsAt) ?? -1;
  const lesson = section?.lessons[index];
  if (!section || !lesson || section.cancelledAt !== undefined || now >= lesson.startsAt) return null;
  return { section, lesson, people: comingTo(section, await read('rolls', rollIdOf(sectionId, index))) };
}
