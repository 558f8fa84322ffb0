import { find } from '../../db/database';
import type { Run } from '../../door';

const MOST = 50;

/** My inbox, newest first. */
export const notices: Run<'member.notices'> = async ({ memberId }) => {
  const found = await find('notices', { memberId }, { orderBy: ['createdAt', 'desc'], limit: MOST });
  return { notices: found.map(({ memberId: _mine, push: _push, ...notice }) => notice) };
};
