import { read } from '../../db/database';
import type { Run } from '../../door';
import { ownGroups } from '../../own-data/groups';

/** Everything that is kept about me. */
export const data: Run<'member.data'> = async ({ memberId }) => {
  const [groups, erasure] = await Promise.all([ownGroups(memberId), read('erasures', memberId)]);
  return { groups, erasingSince: erasure && erasure.doneAt === null ? erasure.startedAt : null };
};
