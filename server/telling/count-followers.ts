import { db } from '../base/database';

/** How many people asked to be told before a batch opens. One operation. */
export async function countFollowers(batchId: string): Promise<number> {
  return ((await db.collection('follows').where({ batchId }).count()) as { total: number }).total;
}
