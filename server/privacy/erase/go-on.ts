import { SECOND } from '../../../domain/base/clock';
import type { Erasure } from '../../../domain/model';
import { find, read } from '../../base/database';
import { pass } from './pass';

/** Of the minute that the timer has. */
const PATIENCE_MS = 10 * SECOND;

/** Takes up every erasure that is not at its end, the oldest first. Returns how many came to it. */
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
 * One sweep; what fails is taken up again in a minute. An erasure that has ended since it was read is left alone: whatever
 * stands there now is a new beginning.
 *
 * @param until where it is cut short; the next one goes on
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
