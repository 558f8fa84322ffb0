import QuickLRU from 'quick-lru';
import { MINUTE, SECOND } from '../../domain/base/clock';
import type { Batch, Hold } from '../../domain/model';
import { isListed, isWithin, MINE_MS, RECENT_MS } from '../../domain/base/windows';
import { _, find, read, readMany } from '../base/database';
import { isYoung } from '../base/is-young';

/**
 * Instance memory: the batches that are still running or ended lately, at most 5 s old. Staff change a batch rarely,
 * but everybody looks at it all the time. A batch that ended long ago is read when somebody asks for it, so that this
 * memory does not grow with the years.
 */
const LIFETIME_MS = 5 * SECOND;
/** The number of other single batches that are remembered. Invented ids are forgotten again. */
const MOST_OTHERS = 100;

let memory: { readAt: number; batches: Map<string, Batch> } | undefined;
const others = new QuickLRU<string, { readAt: number; batch: Batch | null }>({ maxSize: MOST_OTHERS });

/** Published batches, archived ones too, until `RECENT_MS` after their last lesson; the newest release first. */
export async function recentBatches(now: number): Promise<ReadonlyMap<string, Batch>> {
  if (memory && isYoung(memory.readAt, now, LIFETIME_MS)) return memory.batches;
  const recent = { lastLessonAt: _.gt(now - RECENT_MS) };
  const batches = await find('batches', recent, { orderBy: ['opensAt', 'desc'] });
  memory = { readAt: now, batches: new Map(batches.map(batch => [batch._id, batch])) };
  return memory.batches;
}

/** The batches that are shown to everybody (`domain/base/windows.ts`). */
export async function listedBatches(now: number): Promise<ReadonlyMap<string, Batch>> {
  return new Map([...(await recentBatches(now))].filter(([, batch]) => isListed(batch, now)));
}

/** A batch that is not archived, however long ago it ended. A draft is not found, just as an unknown id is not. */
export async function scheduledBatch(batchId: string, now: number): Promise<Batch | undefined> {
  const batch = (await recentBatches(now)).get(batchId) ?? (await otherBatch(batchId, now));
  return batch?.state === 'scheduled' ? batch : undefined;
}

/** The batches in which somebody holds a place, without those so old that they are shown only when asked for. */
export async function batchesOfHolds(holds: readonly Hold[], now: number): Promise<Map<string, Batch>> {
  const recent = await recentBatches(now);
  // Somebody who got a place lately may have it in a batch that is newer than this memory.
  const unheard = holds.filter(({ at, batchId }) => at > now - MINE_MS && !recent.has(batchId));
  const read = await readMany('batches', [...new Set(unheard.map(hold => hold.batchId))]);
  const known = [...holds.flatMap(({ batchId }) => recent.get(batchId) ?? []), ...read];
  return new Map(known.filter(batch => isWithin(MINE_MS, batch, now)).map(batch => [batch._id, batch]));
}

let past: { readAt: number; any: boolean } | undefined;

/** Is there a scheduled batch that ended so long ago that it is shown only when asked for? */
export async function isAnyPast(now: number): Promise<boolean> {
  for (const batch of (await recentBatches(now)).values())
    if (batch.state === 'scheduled' && !isListed(batch, now)) return true;
  if (past && isYoung(past.readAt, now, MINUTE)) return past.any;
  const some = await find('batches', { state: 'scheduled', lastLessonAt: _.lte(now - RECENT_MS) }, { limit: 1 });
  past = { readAt: now, any: some.length > 0 };
  return past.any;
}

async function otherBatch(batchId: string, now: number): Promise<Batch | null> {
  const known = others.get(batchId);
  if (known && isYoung(known.readAt, now, LIFETIME_MS)) return known.batch;
  const batch = await read('batches', batchId);
  others.set(batchId, { readAt: now, batch });
  return batch;
}
