import { read } from '../base/database';
import type { Run } from '../base/door';
import { batchesOfHolds } from '../batch/recent-batches';
import { placesIn } from './places-of';

/** My places in batches that are still running or ended lately, by first lesson. Four operations at most. */
export const mine: Run<'line.mine'> = async ({ memberId, now }) => {
  const holds = (await read('standings', memberId))?.holds ?? [];
  if (holds.length === 0) return { places: [], older: false };
  const batches = await batchesOfHolds(holds, now);
  return {
    places: await placesIn(batches, holds, memberId),
    older: holds.some(hold => !batches.has(hold.batchId)),
  };
};
