import type { Notice } from '../../domain/model';
import { textAt } from '../../domain/telling/notice-text';
import { _, find } from '../base/database';
import type { Run } from '../base/door';

const MOST = 50;

/** My inbox, newest first. A notice may be written before it is shown, so that many are told at one instant. */
export const notices: Run<'member.notices'> = async ({ memberId, now }) => {
  const found = await find(
    'notices',
    { memberId, createdAt: _.lte(now) },
    { orderBy: ['createdAt', 'desc'], limit: MOST },
  );
  return { notices: found.map(notice => shown(notice, now)) };
};

function shown(notice: Notice, now: number): Omit<Notice, 'memberId' | 'push'> {
  const { memberId: _mine, push: _push, ...rest } = notice;
  const text = textAt(notice, now);
  return text === undefined ? rest : { ...rest, text };
}
