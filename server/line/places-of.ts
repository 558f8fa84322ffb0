import type { MyPlace } from '../../domain/api';
import type { Batch, Hold, Section } from '../../domain/model';
import { heldLessons } from '../../domain/lesson/held-lessons';
import { isSeated, placeOf } from '../../domain/line/place';
import { batchOfPlace, sectionCard } from '../batch/cards';
import { readMany } from '../base/database';

/**
 * A person's places in the lines of these batches, by first lesson. A hold without a line entry is no place. One
 * operation.
 */
export async function placesIn(
  batches: ReadonlyMap<string, Batch>,
  holds: readonly Hold[],
  memberId: string,
): Promise<MyPlace[]> {
  const ids = holds.filter(hold => batches.has(hold.batchId)).map(hold => hold.sectionId);
  const sections = await readMany('sections', [...new Set(ids)]);
  const places = sections.flatMap(section => placeIn(section, batches.get(section.batchId), memberId) ?? []);
  const firstLesson = ({ section }: MyPlace) => heldLessons(section.lessons)[0]?.startsAt ?? 0;
  return places.sort((a, b) => firstLesson(a) - firstLesson(b));
}

/** `null` if the person is not in the line, or if the batch does not exist any more. */
export function placeIn(section: Section, batch: Batch | undefined, memberId: string): MyPlace | null {
  const place = placeOf(section, memberId);
  if (!place || !batch) return null;
  const group = section.groupCodeAt !== undefined && isSeated(place) ? { hasGroupCode: true as const } : {};
  return { place, section: sectionCard(section), batch: batchOfPlace(batch), ...group };
}
