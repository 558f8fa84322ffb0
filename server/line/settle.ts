import type { Standing } from '../../domain/model';
import { _, read, updateWhere } from '../base/database';
import { addOnce } from '../base/add-once';

/** Other findings of the waiting room, which are written together with the settlement. */
interface Found {
  /** If some people come later, whether this person does. */
  later?: boolean | undefined;
  /** Until when the account may call less often. */
  narrowUntil?: number | undefined;
  /** The print of the declaration that the person accepted. */
  accepted?: string | undefined;
  /** The sections that are not for the person; absent = the batch has no such sections, and never had. */
  not?: string[] | undefined;
}

/**
 * Writes into a person's standing that this batch is settled. The count of a batch settled before stays as it is. One
 * operation if `standing` (as just read; `null` =
 * none yet) is still current. False if it is not: a first-timer has gained a place meanwhile, or the person is gone.
 */
export async function settle(
  standing: Standing | null,
  memberId: string,
  batchId: string,
  now: number,
  { later, narrowUntil, accepted, not }: Found = {},
): Promise<boolean> {
  const count = `batches.${batchId}.count`;
  const narrow = narrowUntil === undefined ? {} : { narrowUntil };
  const settled = {
    [`batches.${batchId}.settledAt`]: now,
    ...(accepted === undefined ? {} : { [`batches.${batchId}.accepted`]: accepted }),
    ...(not === undefined ? {} : { [`batches.${batchId}.not`]: _.set(not) }),
    ...turn(standing, batchId, later),
    ...narrow,
  };
  const guard = {
    _id: memberId,
    ...(later === false ? { [`holds.${standing?.holds.length ?? 0}`]: _.exists(false) } : {}),
  };
  const anew = () => updateWhere('standings', { ...guard, [count]: _.exists(true) }, settled);
  const first = () => updateWhere('standings', { ...guard, [count]: _.exists(false) }, { ...settled, [count]: 0 });
  const made: Standing = {
    _id: memberId,
    holds: [],
    batches: {
      [batchId]: {
        settledAt: now,
        count: 0,
        ...(later ? { later } : {}),
        ...(accepted === undefined ? {} : { accepted }),
        ...(not === undefined ? {} : { not }),
      },
    },
    ...(later === false ? { first: [batchId] } : {}),
    ...narrow,
  };

  if (!standing && (await addOnce('standings', made))) return true;
  if (standing?.batches[batchId]) return anew();
  return (await first()) || anew();
}

/** The fields to write about whether this person comes later. */
function turn(standing: Standing | null, batchId: string, later: boolean | undefined): Record<string, unknown> {
  const path = `batches.${batchId}.later`;
  if (later !== undefined) return { [path]: later, first: later ? _.pull(batchId) : _.addToSet(batchId) };
  return standing?.batches[batchId]?.later ? { [path]: false } : {};
}

/**
 * The settlement rested on a profile that has changed. The next claim or visit to the waiting room settles it again.
 */
export async function unsettle(memberId: string): Promise<void> {
  const standing = await read('standings', memberId);
  const settled = Object.keys(standing?.batches ?? {}).map(batchId => [`batches.${batchId}.settledAt`, 0]);
  if (settled.length > 0) await updateWhere('standings', { _id: memberId }, Object.fromEntries(settled));
}
