import { isRefused, refuse } from '../../../domain/base/refuse';
import { ROLE_WORDS } from '../../../domain/people/role-words';
import { named, said } from '../../../domain/record/said';
import { act } from '../../record/act';
import type { Run } from '../../base/door';

/** Makes an open invitation unusable; revoking twice is revoking once. */
export const revoke: Run<'invite.revoke'> = async ({ input: { inviteId }, memberId, now }) => {
  const about = { actId: `${inviteId}-revoked`, content: null, act: 'invite.revoke', by: memberId, now };
  const done = await act(about, async transaction => {
    const invite = transaction.doc('invites', inviteId);
    const { data: found } = await invite.get();
    if (!found) return refuse('INVITE_NOT_FOUND');
    if (found.usedBy !== null) return refuse('INVITE_USED');
    await invite.update({ data: { revokedAt: now } });
    return { result: null, summary: said`收回给${named(inviteId, found)}的${ROLE_WORDS[found.role]}邀请` };
  });
  return isRefused(done) ? done : { inviteId };
};
