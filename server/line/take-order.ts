import { SECOND } from '../../domain/base/clock';
import { orderIn, spread, type Order } from './all-instances';
import { learnBatch } from './facts';
import { flushAll } from './tally';

/**
 * How long a call holds its instance: until the calls of the next level have come in, which an instance in its hold
 * cannot take. For `warm`, instances may have to start first. For `count` they exist already, and people may be waiting
 * for them.
 */
const HOLD_MS: Record<Order['task'], number> = { warm: SECOND, count: SECOND / 4 };

/** One instance of the claim function takes an order: it passes it on and does the task. */
export async function takeOrder(message: string): Promise<void> {
  const now = Date.now();
  // The function has no timer of its own. A run by hand without an order does nothing.
  const order = orderIn(message, now);
  if (!order) return;
  // Written in any case, because it delays nobody and the next order may not come here.
  if (order.task === 'count') await flushAll(now);
  const left = order.until - Date.now();
  if (left <= 0) return;
  const others = spread(order, order.count - 1);
  if (order.task === 'warm') await learnBatch(order.batchId, now);
  await new Promise(resolve => setTimeout(resolve, Math.min(HOLD_MS[order.task], left)));
  await others;
}
