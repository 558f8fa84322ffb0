import { inviteHints } from '../../../domain/draft/instructor-hints';
import { isRefused, refuse } from '../../../domain/base/refuse';
import { ROLE_WORDS } from '../../../domain/people/role-words';
import { named, said } from '../../../domain/record/said';
import { classesNow } from '../../line/classes-now';
import { read } from '../../base/database';
import { roleHolders } from '../role-holders';
import { writeInvite } from '../write-invite';
import type { Run } from '../../base/door';

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
