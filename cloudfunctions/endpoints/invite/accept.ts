import type { Invite, Member, Role } from '../../../domain/model';
import { mayAccept } from '../../../domain/rules/invite';
import { isRefused, refuse } from '../../../domain/rules/refuse';
import { ROLE_WORDS } from '../../../domain/rules/role-words';
import { act } from '../../db/act';
import { _, read } from '../../db/database';
import type { Run } from '../../door';
import { inviteIdOf } from '../../invite-code';

/** Uses an invitation: the role, and what it is for, in one transaction with the invitation's end. */
export const accept: Run<'invite.accept'> = async ({ input: { code }, memberId, openid, now }) => {
  const inviteId = inviteIdOf(code);
  const about = { actId: `${inviteId}-${memberId}`, act: 'invite.accept', by: memberId, now };
  const done = await act(about, async transaction => {
    const { data: erasure } = await transaction.doc('erasures', memberId).get();
    if (erasure && erasure.doneAt === null) return refuse('ERASING');
    const invites = transaction.doc('invites', inviteId);
    const { data: invite } = await invites.get();
    if (!invite || !mayAccept(invite, memberId, now)) return refuse('INVITE_INVALID');
    const members = transaction.doc('members', memberId);
    const { data: member } = await members.get();
    const roles = [...new Set<Role>([...(member?.roles ?? []), invite.role])];
    if (member) await members.update({ data: { roles: _.set(roles), ...scopeOf(invite), updatedAt: now } });
    else await members.set({ data: newcomer(invite, openid, roles, now) });
    await invites.update({ data: { usedBy: memberId, usedAt: now } });
    const name = member?.name || invite.name;
    return { result: { roles }, summary: `${name}接受邀请，成为${ROLE_WORDS[invite.role]}`, memberId };
  });
  if (isRefused(done)) return done;
  if ('result' in done) return done.result;
  // Accepted before: what the person has now is what counts, a role may have been taken back since.
  return { roles: (await read('members', memberId))?.roles ?? [] };
};

/** Whose sections they are. */
const scopeOf = ({ role, name, organisation }: Invite): Pick<Member, 'instructorName' | 'organisation'> => ({
  ...(role === 'instructor' ? { instructorName: name } : {}),
  ...(role === 'organisation' ? { organisation } : {}),
});

const newcomer = (invite: Invite, openid: string, roles: Role[], now: number): Omit<Member, '_id'> => ({
  openid,
  name: invite.name,
  phone: '',
  employer: '',
  unionMember: false,
  roles,
  ...scopeOf(invite),
  createdAt: now,
  updatedAt: now,
});
