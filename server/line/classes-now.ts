import type { Taught } from '../../domain/draft/instructor-hints';
import { _, findEvery } from '../base/database';

/** The classes of published batches that still have a lesson to come, with their teachers. */
export async function classesNow(now: number): Promise<Taught[]> {
  const found = await findEvery('sections', { 'lessons.startsAt': _.gt(now) }, [
    'instructor',
    'organisation',
    'course',
    'name',
    'cancelledAt',
  ]);
  return found.filter(section => section.cancelledAt === undefined);
}
