import { SECOND } from '../../domain/base/clock';
import type { Batch } from '../../domain/model';
import { instancesToWarm } from '../../domain/line/warm-up';
import { spread, TREE_MS } from './all-instances';
import { countFollowers } from '../telling/count-followers';
import { countSettled } from './count-settled';

/** This long before the stroke every instance is free again. */
const CLEAR_MS = 2 * SECOND;

/** Starts as many instances of the claim function as the batch needs and teaches them its facts. Returns how many. */
export async function warmUp(batch: Batch): Promise<number> {
  const until = Math.min(Date.now() + TREE_MS, batch.opensAt - CLEAR_MS);
  const count = await instancesFor(batch._id);
  await spread({ task: 'warm', batchId: batch._id, count, until }, count);
  return count;
}

/** Counts followers too, because they come at the stroke whether or not they have been in the waiting room. */
export async function instancesFor(batchId: string): Promise<number> {
  const [settled, followers] = await Promise.all([countSettled(batchId), countFollowers(batchId)]);
  return instancesToWarm(Math.max(settled, followers));
}
