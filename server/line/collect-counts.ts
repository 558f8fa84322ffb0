import { MINUTE, SECOND } from '../../domain/base/clock';
import type { Batch } from '../../domain/model';
import { phaseOf } from '../../domain/batch/phase';
import { COLLECT_AFTER_MS, collectedAt, isPending } from '../../domain/line/tally';
import { instancesToWarm } from '../../domain/line/warm-up';
import { spread, TREE_MS } from './all-instances';
import { findOnly, put } from '../base/database';
import { instancesFor } from './warm-up';

/**
 * An instance writes its counts at its next call. After a rush there may be no next call, and an instance without a
 * call stands still. So all instances are called once the rush is over. They are called again as long as any of them
 * has written since, because the others may have answered as many.
 */

/** An instance that has written within this time may still exist. */
const LATELY_MS = 10 * MINUTE;
const LOOK_MS = SECOND / 2;

/**
 * Collects at once the counts of batches that are moving, and before `end` the rush of each batch. Returns how often it
 * collected. Never makes the timer fail.
 */
export async function keepCollecting(batches: readonly Batch[], end: number): Promise<number> {
  try {
    return await collectUntil(batches, end);
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'counts not collected', error: String(error) }));
    return 0;
  }
}

async function collectUntil(batches: readonly Batch[], end: number): Promise<number> {
  const begunAt = Date.now();
  let times = (await collectWhatIsDue(batches, begunAt)) ? 1 : 0;
  const strokes = batches
    .map(batch => ({ batch, at: batch.opensAt + COLLECT_AFTER_MS }))
    .filter(({ at }) => at > begunAt && at <= end)
    .sort((a, b) => a.at - b.at);
  for (const { batch, at } of strokes) {
    while (Date.now() < at) await new Promise(resolve => setTimeout(resolve, Math.min(LOOK_MS, at - Date.now())));
    await collect([batch._id], await instancesFor(batch._id));
    times += 1;
  }
  return times;
}

/** Open batches of which something was written since they were last collected, or whose rush was missed by a late timer. */
async function collectWhatIsDue(batches: readonly Batch[], now: number): Promise<boolean> {
  const due: string[] = [];
  let count = 0;
  for (const batch of batches) {
    if (phaseOf(batch, now) !== 'open') continue;
    const tallies = await findOnly('tallies', { batchId: batch._id }, ['writtenAt', 'collectedAt']);
    const last = collectedAt(tallies);
    const missed = isPending(batch.opensAt, last, now) && now >= batch.opensAt + COLLECT_AFTER_MS;
    if (!missed && !tallies.some(({ writtenAt = 0 }) => writtenAt > (last ?? 0))) continue;
    due.push(batch._id);
    const lately = tallies.filter(({ writtenAt = 0 }) => writtenAt > now - LATELY_MS).length;
    count = Math.max(count, missed ? await instancesFor(batch._id) : instancesToWarm(0) + lately);
  }
  if (due.length > 0) await collect(due, count);
  return due.length > 0;
}

/** One order covers everything that an instance has counted, for all batches. */
async function collect(batchIds: readonly string[], count: number): Promise<void> {
  const at = Date.now();
  await spread({ task: 'count', batchId: '', count, until: at + TREE_MS }, count);
  const nothing = { answers: {}, seconds: {}, tries: {}, turnedAway: {}, atLeast: false };
  for (const batchId of batchIds)
    await put('tallies', { _id: `${batchId}-collected`, batchId, ...nothing, collectedAt: at });
}
