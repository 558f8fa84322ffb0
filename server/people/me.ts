import { membershipOf } from '../../domain/line/membership';
import { read } from '../base/database';
import type { Run } from '../base/door';

/** My profile and roles; `null` if I have not filled it in yet. */
export const me: Run<'member.me'> = async ({ memberId }) => {
  const member = await read('members', memberId);
  if (!member) return { profile: null, roles: [] };
  const { name, phone, employer, district, unionMember, roles } = member;
  const membership = membershipOf(member);
  // Somebody who came by an invitation has only a name at first.
  const profile =
    name && phone
      ? { name, phone, employer, ...(district ? { district } : {}), unionMember, ...(membership ? { membership } : {}) }
      : null;
  return { profile, roles, reminders: member.noReminders !== true };
};
