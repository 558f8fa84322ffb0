import { refuse } from '../../../domain/rules/refuse';
import { ROLE_WORDS } from '../../../domain/rules/role-words';
import { named, said } from '../../../domain/rules/said';
import { read } from '../../db/database';
import { writeInvite } from '../../db/write-invite';
import type { Run } from '../../door';

/** Invites one person. */
export const create: Run<'invite.create'> = async ({ input: { role, name, organisation = '' }, memberId, now }) => {
  if (role === 'organisation' && !organisation) return refuse('ORGANISATION_MISSING');
  const invitedBy = (await read('members', memberId))?.name ?? '';
  return writeInvite(
    { role, name, organisation, createdBy: memberId, invitedBy },
    { act: 'invite.create', now, summaryOf: inviteId => said`邀请${named(inviteId, { name })}成为${ROLE_WORDS[role]}` },
  );
};
