import { SECOND } from '../../domain/base/clock';
import { isWarmingUp } from '../../domain/line/warm-up';
import { defineFunction } from '../../server/base/door';
import { listedBatches } from '../../server/batch/recent-batches';
import { keepCollecting } from '../../server/line/collect-counts';
import { keepPosting } from '../../server/line/post-board';
import { warmUp } from '../../server/line/warm-up';

/**
 * Runs around a release by the platform's timer. Instances of the claim function are warmed before it, the posted board
 * is kept around it, and the instances' counts are collected after it.
 *
 * The timer fires every 30 s and the board is kept for 45 s, so that a late timer leaves no gap. If two runs write at
 * once, both write what is true. Nothing here opens anything: a release opens on the stroke without it, too.
 */
const EVERY_MS = 30 * SECOND;
const KEEP_POSTING_MS = 45 * SECOND;

async function atStroke(now: number): Promise<{ warmed: number; posts: number; collected: number }> {
  const batches = [...(await listedBatches(now)).values()];
  const posting = keepPosting(batches, now + KEEP_POSTING_MS);
  const collecting = keepCollecting(batches, now + EVERY_MS);
  let warmed = 0;
  for (const batch of batches) if (isWarmingUp(batch, now)) warmed += await warmUp(batch);
  return { warmed, posts: await posting, collected: await collecting };
}

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('stroke', {}, { onTimer: atStroke });
