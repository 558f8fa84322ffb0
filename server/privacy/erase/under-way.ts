import { refuse, type Refused } from '../../../domain/base/refuse';
import { read } from '../../base/database';

/**
 * Whoever is being erased begins nothing new before it is over: what was written now, the last sweep would take with it.
 * Asked by every endpoint that can make a first document about somebody who has none.
 */
export async function refuseWhileErasing(memberId: string): Promise<Refused<'ERASING'> | undefined> {
  const erasure = await read('erasures', memberId);
  return erasure && erasure.doneAt === null ? refuse('ERASING') : undefined;
}
