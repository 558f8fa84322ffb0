import type { Invite, Member, Role } from '../../../domain/model';
import { CONSOLE, mayAccept } from '../../../domain/people/invite';
import { instructorForAfter } from '../../../domain/people/own';
import { isRefused, refuse } from '../../../domain/base/refuse';
import { ROLE_WORDS } from '../../../domain/people/role-words';
import { named, said } from '../../../domain/record/said';
import { act } from '../../record/act';
import { _, find, read } from '../../base/database';
import { hasStaff } from '../has-staff';
import type { Transaction } from '../../base/transaction';
import type { Run } from '../../base/door';
import { inviteIdOf } from '../invite-code';

/** Uses an invitation: gives the role and its scope, and ends the invitation, in one transaction. */
export const accept: Run<'invite.accept'> = async ({ input: { code }, memberId, openid, now }) => {
  const inviteId = inviteIdOf(code);
  const about = { actId: `${inviteId}-${memberId}`, content: null, act: 'invite.accept', by: memberId, now };
  const rivals = await rivalsOf(inviteId);
  const staffed = rivals.length > 0 && (await hasStaff());
  const done = await act(about, async transaction => {
    const { data: erasure } = await transaction.doc('erasures', memberId).get();
    if (erasure && erasure.doneAt === null) return refuse('ERASING');
    const invites = transaction.doc('invites', inviteId);
    const { data: invite } = await invites.get();
    if (!invite) return refuse('INVITE_INVALID');
    const writer = await writerOf(transaction, invite);
    if (!mayAccept(invite, memberId, { writer, hasStaff: staffed }, now)) return refuse('INVITE_INVALID');
    for (const rival of rivals.filter(id => id !== inviteId)) {
      const other = transaction.doc('invites', rival);
      if ((await other.get()).data?.usedBy) return refuse('INVITE_INVALID');
      await other.update({ data: { revokedAt: now } });
    }
    const members = transaction.doc('members', memberId);
    const { data: member } = await members.get();
    const roles = [...new Set<Role>([...(member?.roles ?? []), invite.role])];
    if (member)
      await members.update({ data: { roles: _.set(roles), ...changedScope(invite, member), updatedAt: now } });
    else await members.set({ data: newcomer(invite, openid, roles, now) });
    // This write makes sure that a dismissal at the same time and this acceptance cannot both pass.
    if (writer) await transaction.doc('members', invite.createdBy).update({ data: { updatedAt: now } });
    await invites.update({ data: { usedBy: memberId, usedAt: now } });
    const who = named(memberId, { name: member?.name || invite.name });
    return { result: { roles }, summary: said`${who}接受邀请，成为${ROLE_WORDS[invite.role]}`, memberId };
  });
  if (isRefused(done)) return done;
  if ('result' in done) return done.result;
  // It was accepted before. The person's present roles are the answer, because a role may have been taken back since.
  return { roles: (await read('members', memberId))?.roles ?? [] };
};

const writerOf = async (transaction: Transaction, { createdBy }: Invite): Promise<Member | null> =>
  createdBy === CONSOLE ? null : (await transaction.doc('members', createdBy).get()).data;

/**
 * The other open invitations that the console wrote, if this is one of them. The first that is used ends the others in
 * the same transaction. So of two people with a code each, only one becomes the first staff member.
 */
async function rivalsOf(inviteId: string): Promise<string[]> {
  if ((await read('invites', inviteId))?.createdBy !== CONSOLE) return [];
  return (await find('invites', { createdBy: CONSOLE, usedBy: null, revokedAt: null })).map(invite => invite._id);
}

/** The scope of the role: whose sections the member runs. */
const scopeOf = (
  { role, name, organisation }: Invite,
  before: Member | null,
): Pick<Member, 'instructorName' | 'instructorFor' | 'organisation'> => {
  if (role === 'organisation') return { organisation };
  if (role !== 'instructor') return {};
  const instructorFor = instructorForAfter(before, { name, organisation });
  return { instructorName: name, ...(instructorFor ? { instructorFor } : {}) };
};

/** The scope as an update needs it: lists are set whole, and fields that are no longer given are removed. */
function changedScope(invite: Invite, before: Member) {
  const { instructorFor, ...scope } = scopeOf(invite, before);
  if (invite.role !== 'instructor') return scope;
  return { ...scope, instructorFor: instructorFor ? _.set(instructorFor) : _.remove() };
}

const newcomer = (invite: Invite, openid: string, roles: Role[], now: number): Omit<Member, '_id'> => ({
  openid,
  name: invite.name,
  phone: '',
  employer: '',
  unionMember: false,
  roles,
  ...scopeOf(invite, null),
  createdAt: now,
  updatedAt: now,
});
