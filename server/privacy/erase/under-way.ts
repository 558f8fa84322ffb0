import { refuse, type Refused } from '../../../domain/base/refuse';
import { read } from '../../base/database';

/**
 * A person who is being erased begins nothing new until it is over, because the last sweep would remove what they write
 * now. Every endpoint that can create somebody's first document asks this.
 */
export async function refuseWhileErasing(memberId: string): Promise<Refused<'ERASING'> | undefined> {
  const erasure = await read('erasures', memberId);
  return erasure && erasure.doneAt === null ? refuse('ERASING') : undefined;
}
