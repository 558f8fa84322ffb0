import { SECOND } from '../../../domain/base/clock';
import type { Erasure } from '../../../domain/model';
import { find, read } from '../../base/database';
import { pass } from './pass';

/** The part of the timer's minute that is spent here. */
const PATIENCE_MS = 10 * SECOND;

/** Continues every erasure that has not ended, the oldest first. Returns how many ended. */
export async function goOnErasing(): Promise<number> {
  const begunAt = Date.now();
  let ended = 0;
  for (const erasure of await find('erasures', { doneAt: null }, { orderBy: ['startedAt', 'asc'] })) {
    if (Date.now() - begunAt > PATIENCE_MS) break;
    if (await sweep(erasure, begunAt + PATIENCE_MS)) ended += 1;
  }
  return ended;
}

/**
 * One sweep. If it fails, it is tried again in a minute. An erasure that has ended since it was read is left alone,
 * because whatever is there now is a new beginning.
 *
 * @param until the sweep stops here; the next one goes on
 */
export async function sweep({ _id, startedAt }: Erasure, until: number): Promise<boolean> {
  try {
    const erasure = await read('erasures', _id);
    if (!erasure || erasure.doneAt !== null || erasure.startedAt !== startedAt) return false;
    return await pass(erasure, Date.now(), until);
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', text: 'erasure not at its end', error: String(error) }));
    return false;
  }
}
