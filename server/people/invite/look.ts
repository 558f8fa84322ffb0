import type { Invite } from '../../../domain/model';
import { CONSOLE, mayAccept, type Backing } from '../../../domain/people/invite';
import { refuse } from '../../../domain/base/refuse';
import { read } from '../../base/database';
import { hasStaff } from '../has-staff';
import type { Run } from '../../base/door';
import { inviteIdOf } from '../invite-code';

/**
 * Shows what a code is for. An unknown, used, revoked or old code looks the same as one whose writer is no longer
 * staff. The person who used it still sees it, because accepting it again is a quiet success.
 */
export const look: Run<'invite.look'> = async ({ input: { code }, memberId, now }) => {
  const invite = await read('invites', inviteIdOf(code));
  if (!invite) return refuse('INVITE_INVALID');
  if (invite.usedBy !== memberId && !mayAccept(invite, memberId, await backingOf(invite), now))
    return refuse('INVITE_INVALID');
  const { role, name, organisation, invitedBy, expiresAt } = invite;
  return { role, name, organisation, invitedBy, expiresAt };
};

const backingOf = async ({ createdBy }: Invite): Promise<Backing> =>
  createdBy === CONSOLE
    ? { writer: null, hasStaff: await hasStaff() }
    : { writer: await read('members', createdBy), hasStaff: true };
