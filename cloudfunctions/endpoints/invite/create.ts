import type { Invite } from '../../../domain/model';
import { INVITE_LIFE_MS } from '../../../domain/rules/invite';
import { ROLE_WORDS } from '../../../domain/rules/role-words';
import { refuse } from '../../../domain/rules/refuse';
import { act } from '../../db/act';
import { read } from '../../db/database';
import type { Run } from '../../door';
import { inviteIdOf, makeCode } from '../../invite-code';

/** Invites one person. The code is in this answer and nowhere else. */
export const create: Run<'invite.create'> = async ({ input: { role, name, organisation = '' }, memberId, now }) => {
  if (role === 'organisation' && !organisation) return refuse('ORGANISATION_MISSING');
  const code = makeCode();
  const inviteId = inviteIdOf(code);
  const inviter = await read('members', memberId);
  const expiresAt = now + INVITE_LIFE_MS;
  const invite: Omit<Invite, '_id'> = {
    role,
    name,
    organisation,
    createdAt: now,
    expiresAt,
    createdBy: memberId,
    invitedBy: inviter?.name ?? '',
    usedBy: null,
    usedAt: null,
    revokedAt: null,
  };
  await act({ actId: inviteId, act: 'invite.create', by: memberId, now }, async transaction => {
    await transaction.doc('invites', inviteId).set({ data: invite });
    return { result: null, summary: `邀请${name}成为${ROLE_WORDS[role]}` };
  });
  return { inviteId, code, expiresAt };
};
