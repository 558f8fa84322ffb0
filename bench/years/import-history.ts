import { DAY } from '../../domain/base/clock';
import type { Database } from '../../emulator/database/database';
import { batchesOf, type PastBatch, type Scale } from './history';
import { checksUntil, noticesOf, recordOf, standingsOf, waiversUntil } from './documents';
import { everybody, watched } from './people';

/**
 * Puts the history of a union into a store, as it stands at `now`.
 * @param keepRolls which rolls are imported, if not all are needed. A missing roll is like a lesson that nobody
 * touched
 */
export async function importHistory(
  database: Pick<Database, 'import'>,
  scale: Scale,
  now: number,
  keepRolls: (batch: PastBatch, sectionId: string) => boolean = () => true,
): Promise<{ documents: number; batches: PastBatch[] }> {
  const begunAt = now - scale.years * 365 * DAY;
  const people = everybody(scale.people, begunAt);
  const members = [...people, ...watched(begunAt, now)];
  let documents = await database.import('members', members);
  const light: PastBatch[] = [];
  for (const past of batchesOf(
    scale,
    people.map(one => one._id),
    now,
  )) {
    documents += await database.import('batches', [past.batch]);
    documents += await database.import('record', recordOf(past));
    documents += await database.import('notices', noticesOf(past, now));
    documents += await database.import(
      'rolls',
      past.rolls.filter(roll => keepRolls(past, roll.sectionId)),
    );
    light.push({ ...past, rolls: [] });
  }
  // Imported last, because a batch is linked to the one before it.
  for (const { sections } of light) documents += await database.import('sections', sections);
  documents += await database.import('standings', standingsOf(light));
  documents += await database.import('checks', checksUntil(now, scale.years));
  documents += await database.import('waivers', waiversUntil(now, scale.years));
  return { documents, batches: light };
}
