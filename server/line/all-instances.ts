import { SECOND } from '../../domain/base/clock';
import { MOST_WARM } from '../../domain/line/warm-up';
import { cloud } from '../base/cloud';

/**
 * Reaches many instances of the claim function. Each call holds its instance for a while, so no instance can serve two
 * of the calls made at once. One instance does not send a hundred calls at once, so the work spreads like a tree.
 */
export interface Order {
  /** `warm`: learn what a claim of this batch needs. `count`: write what was counted. */
  task: 'warm' | 'count';
  batchId: string;
  /** How many instances this call stands for, its own among them. */
  count: number;
  /**
   * A call that arrives after this holds nothing and passes nothing on. If the platform provides fewer instances, calls
   * queue up.
   */
  until: number;
}

const BRANCHES = 10;
/** From the first call to the last one that holds its instance, including cold starts. */
export const TREE_MS = 4 * SECOND;

/**
 * Parses an order and limits it, so that a forged order causes no more calls than a release does. `undefined` = not an
 * order.
 */
export function orderIn(message: string, now: number): Order | undefined {
  if (message === '') return undefined;
  const { task, batchId, count, until } = JSON.parse(message) as Partial<Record<keyof Order, unknown>>;
  if (typeof count !== 'number' || typeof until !== 'number' || typeof batchId !== 'string') return undefined;
  return {
    // Orders from a function that is just being replaced do not name a task.
    task: task === 'count' ? 'count' : 'warm',
    batchId,
    count: Math.min(Math.floor(count), MOST_WARM),
    until: Math.min(until, now + TREE_MS),
  };
}

/**
 * Splits `count` instances evenly over a few calls. If a call fails, one instance fewer is reached, which harms nobody.
 */
export async function spread(order: Order, count: number): Promise<void> {
  const branches = Math.min(BRANCHES, count);
  const calls = Array.from({ length: Math.max(0, branches) }, (_, i) => {
    const share = Math.floor(count / branches) + (i < count % branches ? 1 : 0);
    const message = JSON.stringify({ ...order, count: share } satisfies Order);
    return cloud.callFunction({ name: 'line', data: { Type: 'Timer', TriggerName: order.task, Message: message } });
  });
  await Promise.allSettled(calls);
}
