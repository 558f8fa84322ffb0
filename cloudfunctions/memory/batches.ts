import { SECOND } from '../../domain/clock';
import type { Batch } from '../../domain/model';
import { find } from '../db/database';
import { isYoung } from './is-young';

/**
 * Instance memory: the scheduled batches, at most 5 s old. Staff change a batch rarely; everybody looks at it always.
 * A draft or an archived batch is in it no more than an unknown one.
 */
const LIFETIME_MS = 5 * SECOND;

let memory: { readAt: number; batches: Map<string, Batch> } | undefined;

export async function scheduledBatches(now: number): Promise<ReadonlyMap<string, Batch>> {
  if (memory && isYoung(memory.readAt, now, LIFETIME_MS)) return memory.batches;
  const batches = await find('batches', { state: 'scheduled' }, { orderBy: ['opensAt', 'desc'] });
  memory = { readAt: now, batches: new Map(batches.map(batch => [batch._id, batch])) };
  return memory.batches;
}

export const scheduledBatch = async (batchId: string, now: number): Promise<Batch | undefined> =>
  (await scheduledBatches(now)).get(batchId);
