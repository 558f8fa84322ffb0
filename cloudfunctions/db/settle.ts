import type { Standing } from '../../domain/model';
import { _, read, updateWhere } from './database';
import { addOnce } from './add-once';

/**
 * Writes into a person's standing that this batch is settled, and leaves the count of one settled before as it is.
 * `later`: this person is no first-timer. One operation where `standing` (as just read; `null` = none yet) is still what
 * is there.
 */
export async function settle(
  standing: Standing | null,
  memberId: string,
  batchId: string,
  now: number,
  later = false,
  narrowUntil?: number,
): Promise<void> {
  const count = `batches.${batchId}.count`;
  const told = later || standing?.batches[batchId]?.later ? { [`batches.${batchId}.later`]: later } : {};
  const narrow = narrowUntil === undefined ? {} : { narrowUntil };
  const settled = { [`batches.${batchId}.settledAt`]: now, ...told, ...narrow };
  const anew = () => updateWhere('standings', { _id: memberId, [count]: _.exists(true) }, settled);
  const first = () => updateWhere('standings', { _id: memberId, [count]: _.exists(false) }, { ...settled, [count]: 0 });
  const made: Standing = {
    _id: memberId,
    holds: [],
    batches: { [batchId]: { settledAt: now, count: 0, ...(later ? { later } : {}) } },
    ...narrow,
  };

  if (!standing && (await addOnce('standings', made))) return;
  if (standing?.batches[batchId]) await anew();
  else if (!(await first())) await anew();
}

/** What was settled rests on a profile that changed: the next claim or visit to the waiting room settles it anew. */
export async function unsettle(memberId: string): Promise<void> {
  const standing = await read('standings', memberId);
  const settled = Object.keys(standing?.batches ?? {}).map(batchId => [`batches.${batchId}.settledAt`, 0]);
  if (settled.length > 0) await updateWhere('standings', { _id: memberId }, Object.fromEntries(settled));
}
