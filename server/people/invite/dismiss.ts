import { isRefused, refuse } from '../../../domain/base/refuse';
import { ROLE_WORDS } from '../../../domain/people/role-words';
import { named, said } from '../../../domain/record/said';
import { act } from '../../record/act';
import { _, read } from '../../base/database';
import { revokeInvitesOf } from '../revoke-of';
import type { Run } from '../../base/door';

/**
 * Takes a role back. Nobody dismisses themselves, so one staff member always remains. If two staff dismiss each other
 * at once, one transaction fails, because the act writes to the caller too. Tried again, it finds that its caller is no
 * longer staff.
 */
export const dismiss: Run<'invite.dismiss'> = async ({ input, memberId: by, now }) => {
  const { actId, memberId, role, reason } = input;
  if (memberId === by) return refuse('SELF_DISMISSAL');
  const done = await act(
    { actId, content: { memberId, role }, act: 'invite.dismiss', by, now, reason },
    async transaction => {
      const caller = transaction.doc('members', by);
      const member = transaction.doc('members', memberId);
      const { data: calling } = await caller.get();
      if (!calling?.roles.includes('staff')) return refuse('SELF_DISMISSAL');
      const { data: found } = await member.get();
      if (!found) return refuse('PERSON_NOT_FOUND');
      if (!found.roles.includes(role)) return refuse('NO_SUCH_ROLE');
      const roles = found.roles.filter(other => other !== role);
      await member.update({ data: { roles: _.set(roles), updatedAt: now } });
      await caller.update({ data: { updatedAt: now } });
      return { result: { roles }, summary: said`收回${named(memberId, found)}的${ROLE_WORDS[role]}权限`, memberId };
    },
  );
  if (isRefused(done)) return done;
  if ('result' in done) {
    if (role === 'staff') await revokeInvitesOf(memberId, now);
    return done.result;
  }
  // It was done before. The person's present roles are the answer, because the role may have been given again.
  return { roles: (await read('members', memberId))?.roles ?? [] };
};
