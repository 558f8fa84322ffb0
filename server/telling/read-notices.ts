import { _, updateAll } from '../base/database';
import type { Run } from '../base/door';

/** Marks notices of mine as read; ids of others' notices match nothing. `read` = how many were unread. */
export const readNotices: Run<'member.readNotices'> = async ({ input, memberId, now }) => ({
  read: await updateAll('notices', { _id: _.in(input.noticeIds), memberId, readAt: _.eq(null) }, { readAt: now }),
});
