import { SECOND } from '../../domain/base/clock';
import type { Batch } from '../../domain/model';
import { instancesToWarm } from '../../domain/line/warm-up';
import { spread, TREE_MS } from './all-instances';
import { countFollowers } from '../telling/count-followers';
import { countSettled } from './count-settled';

/** At the stroke every instance is free. */
const CLEAR_MS = 2 * SECOND;

/** Has so many instances of the claim function started and told what a claim of this batch needs. Returns how many. */
export async function warmUp(batch: Batch): Promise<number> {
  const until = Math.min(Date.now() + TREE_MS, batch.opensAt - CLEAR_MS);
  const count = await instancesFor(batch._id);
  await spread({ task: 'warm', batchId: batch._id, count, until }, count);
  return count;
}

/** Who follows comes at the stroke, been in the waiting room or not. */
export async function instancesFor(batchId: string): Promise<number> {
  const [settled, followers] = await Promise.all([countSettled(batchId), countFollowers(batchId)]);
  return instancesToWarm(Math.max(settled, followers));
}
