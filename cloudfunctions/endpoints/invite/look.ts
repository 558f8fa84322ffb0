import { mayAccept } from '../../../domain/rules/invite';
import { refuse } from '../../../domain/rules/refuse';
import { read } from '../../db/database';
import type { Run } from '../../door';
import { inviteIdOf } from '../../invite-code';

/** What a code is for. An unknown, used, revoked or old one looks the same to everybody else. */
export const look: Run<'invite.look'> = async ({ input: { code }, memberId, now }) => {
  const invite = await read('invites', inviteIdOf(code));
  if (!invite || !mayAccept(invite, memberId, now)) return refuse('INVITE_INVALID');
  const { role, name, organisation, invitedBy, expiresAt } = invite;
  return { role, name, organisation, invitedBy, expiresAt };
};
