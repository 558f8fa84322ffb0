import { inviteHints } from '../../../domain/rules/instructor-hints';
import { isRefused, refuse } from '../../../domain/rules/refuse';
import { ROLE_WORDS } from '../../../domain/rules/role-words';
import { named, said } from '../../../domain/rules/said';
import { classesNow } from '../../db/classes-now';
import { read } from '../../db/database';
import { roleHolders } from '../../db/role-holders';
import { writeInvite } from '../../db/write-invite';
import type { Run } from '../../door';

/** Invites one person. */
export const create: Run<'invite.create'> = async ({
  input: { actId, role, name, organisation = '' },
  memberId,
  now,
}) => {
  if (role === 'organisation' && !organisation) return refuse('ORGANISATION_MISSING');
  const invitedBy = (await read('members', memberId))?.name ?? '';
  const written = await writeInvite(
    { role, name, organisation, createdBy: memberId, invitedBy },
    {
      act: 'invite.create',
      actId,
      now,
      summaryOf: inviteId => said`邀请${named(inviteId, { name })}成为${ROLE_WORDS[role]}`,
    },
  );
  if (isRefused(written)) return written;
  const hints =
    role === 'instructor' ? inviteHints({ role, name, organisation }, await classesNow(now), await roleHolders()) : [];
  return { ...written, hints };
};
