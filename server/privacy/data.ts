import { read } from '../base/database';
import type { Run } from '../base/door';
import { ownGroups } from './own-data/groups';

/** The most rows of each kind, so that a page stays small however long somebody has been coming. */
const MOST_ROWS = 40;

/** Everything that is kept about me, the newest rows of each kind. */
export const data: Run<'member.data'> = async ({ memberId }) => {
  const [groups, erasure] = await Promise.all([ownGroups(memberId, MOST_ROWS), read('erasures', memberId)]);
  return { groups, erasingSince: erasure && erasure.doneAt === null ? erasure.startedAt : null };
};
