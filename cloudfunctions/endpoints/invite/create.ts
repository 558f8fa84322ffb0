import { refuse } from '../../../domain/rules/refuse';
import { ROLE_WORDS } from '../../../domain/rules/role-words';
import { read } from '../../db/database';
import { writeInvite } from '../../db/write-invite';
import type { Run } from '../../door';

/** Invites one person. */
export const create: Run<'invite.create'> = async ({ input: { role, name, organisation = '' }, memberId, now }) => {
  if (role === 'organisation' && !organisation) return refuse('ORGANISATION_MISSING');
  const invitedBy = (await read('members', memberId))?.name ?? '';
  const summary = `邀请${name}成为${ROLE_WORDS[role]}`;
  return writeInvite(
    { role, name, organisation, createdBy: memberId, invitedBy },
    { act: 'invite.create', summary, now },
  );
};
