import { SECOND } from '../domain/clock';
import type { Batch } from '../domain/model';
import { instancesToWarm } from '../domain/rules/warm-up';
import { countFollowers } from './db/count-followers';
import { countSettled } from './db/count-settled';
import { cloud } from './db/cloud';
import { learnBatch } from './memory/facts';

/**
 * Warms instances of the claim function: it calls itself so often at once that no instance can serve two of the calls,
 * because each holds its instance for a while. One instance does not send a hundred calls at once, so the work spreads
 * like a tree.
 */
interface Order {
  batchId: string;
  /** How many instances this call stands for, its own among them. */
  count: number;
  /** What comes later holds nothing and passes nothing on: where the platform gives fewer instances the calls queue up. */
  until: number;
}

const BRANCHES = 10;
/** Until the calls of the next level have come in, which an instance in its hold cannot take. */
const HOLD_MS = SECOND;
/** From the first call to the last one that holds its instance, cold starts among them. */
const TREE_MS = 4 * SECOND;
/** At the stroke every instance is free. */
const CLEAR_MS = 2 * SECOND;

/** Begins the tree from another function. Returns how many instances were asked for. */
export async function warmUp(batch: Batch): Promise<number> {
  const until = Math.min(Date.now() + TREE_MS, batch.opensAt - CLEAR_MS);
  // Who follows comes at the stroke, been in the waiting room or not.
  const [settled, followers] = await Promise.all([countSettled(batch._id), countFollowers(batch._id)]);
  const count = instancesToWarm(Math.max(settled, followers));
  await spread({ batchId: batch._id, count, until }, count);
  return count;
}

/** One instance of the claim function is told to be warm: it passes the order on and learns what a claim needs. */
export async function stayWarm(message: string): Promise<void> {
  // The function has no timer of its own: who runs it by hand without an order wants nothing.
  if (message === '') return;
  const order = JSON.parse(message) as Order;
  const left = order.until - Date.now();
  if (left <= 0) return;
  const others = spread(order, order.count - 1);
  await learnBatch(order.batchId, Date.now());
  await new Promise(resolve => setTimeout(resolve, Math.min(HOLD_MS, left)));
  await others;
}

/** Splits `count` instances evenly over a few calls. A call that fails is an instance less, and nobody's trouble. */
async function spread(order: Order, count: number): Promise<void> {
  const branches = Math.min(BRANCHES, count);
  const calls = Array.from({ length: branches }, (_, i) => {
    const share = Math.floor(count / branches) + (i < count % branches ? 1 : 0);
    const message = JSON.stringify({ ...order, count: share } satisfies Order);
    return cloud.callFunction({ name: 'line', data: { Type: 'Timer', TriggerName: 'warm-up', Message: message } });
  });
  await Promise.allSettled(calls);
}
