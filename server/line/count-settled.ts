import { _, db } from '../base/database';

/** How many people have been in the waiting room of a batch and may claim. One operation. */
export async function countSettled(batchId: string): Promise<number> {
  const settled = { [`batches.${batchId}.settledAt`]: _.gt(0) };
  const answer = (await db.collection('standings').where(settled).count()) as { total: number };
  return answer.total;
}
