import { _, read, updateWhere } from './database';
import { addOnce } from './errors';

/**
 * Writes into a person's standing that this batch is settled, and leaves the count of one settled before as it is.
 * Makes the standing where there is none.
 */
export async function settle(memberId: string, batchId: string, now: number): Promise<void> {
  const count = `batches.${batchId}.count`;
  const settledAt = `batches.${batchId}.settledAt`;
  const again = () => updateWhere('standings', { _id: memberId, [count]: _.exists(true) }, { [settledAt]: now });
  const first = () =>
    updateWhere('standings', { _id: memberId, [count]: _.exists(false) }, { [settledAt]: now, [count]: 0 });
  if (await first()) return;
  if (await again()) return;
  if (await addOnce('standings', newStanding(memberId, batchId, now))) return;
  if (await first()) return;
  await again();
}

const newStanding = (memberId: string, batchId: string, now: number) => ({
  _id: memberId,
  holds: [],
  batches: { [batchId]: { settledAt: now, count: 0 } },
});

/** What was settled rests on a profile that changed: the next claim or visit to the waiting room settles it anew. */
export async function unsettle(memberId: string): Promise<void> {
  const standing = await read('standings', memberId);
  const settled = Object.keys(standing?.batches ?? {}).map(batchId => [`batches.${batchId}.settledAt`, 0]);
  if (settled.length > 0) await updateWhere('standings', { _id: memberId }, Object.fromEntries(settled));
}
