import { isAnonymous } from '../../../domain/privacy/anonymous';
import { anonymousEntry } from '../../../domain/record/anonymous-entry';
import { _, find, put } from '../../base/database';

/** The most in one night. */
const ENTRIES = 2_000;
const PAGE = 500;

/** Removes the names of erased former staff from the record when their time is over. Returns how many entries. */
export async function retireNames(now: number): Promise<number> {
  let count = 0;
  while (count < ENTRIES) {
    const due = await find('record', { namedUntil: _.lte(now) }, { limit: PAGE });
    for (const entry of due)
      await put(
        'record',
        anonymousEntry(entry, id => (isAnonymous(id) ? id : undefined), now),
      );
    count += due.length;
    if (due.length < PAGE) break;
  }
  return count;
}
