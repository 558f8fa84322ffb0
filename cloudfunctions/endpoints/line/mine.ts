import type { MyPlace } from '../../../domain/contract';
import type { Batch } from '../../../domain/model';
import { heldLessons } from '../../../domain/rules/held-lessons';
import { placeOf } from '../../../domain/rules/place';
import { read, readMany } from '../../db/database';
import type { Run } from '../../door';
import { scheduledBatches } from '../../memory/batches';
import { batchOfPlace, sectionCard } from '../../cards';

/** All my places, in live batches and past ones, by first lesson. A hold without a line entry is no place. */
export const mine: Run<'line.mine'> = async ({ memberId, now }) => {
  const standing = await read('standings', memberId);
  const sections = await readMany('sections', [...new Set(standing?.holds.map(hold => hold.sectionId))]);
  const batches = await batchesOf(
    sections.map(section => section.batchId),
    now,
  );
  const places: MyPlace[] = [];
  for (const section of sections) {
    const place = placeOf(section, memberId);
    const batch = batches.get(section.batchId);
    if (place && batch) places.push({ place, section: sectionCard(section), batch: batchOfPlace(batch) });
  }
  const firstLesson = ({ section }: MyPlace) => heldLessons(section.lessons)[0]?.startsAt ?? 0;
  return { places: places.sort((a, b) => firstLesson(a) - firstLesson(b)) };
};

/** From memory where scheduled, else read: places in archived batches stay mine. */
async function batchesOf(ids: readonly string[], now: number): Promise<Map<string, Batch>> {
  const batches = new Map(ids.length > 0 ? await scheduledBatches(now) : []);
  const archived = [...new Set(ids)].filter(id => !batches.has(id));
  for (const batch of await readMany('batches', archived)) batches.set(batch._id, batch);
  return batches;
}
