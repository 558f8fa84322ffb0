import type { Invite } from '../../../domain/model';
import { inviteState, type Backing } from '../../../domain/rules/invite';
import { maskPhone } from '../../../domain/rules/mask';
import { _, find } from '../../db/database';
import type { Run } from '../../door';

const MOST = 100;

/** Who has a role, and the latest invitations. */
export const list: Run<'invite.list'> = async ({ now }) => {
  const invites = await find('invites', {}, { orderBy: ['createdAt', 'desc'], limit: MOST });
  const people = await find('members', { 'roles.0': _.exists(true) });
  const writers = new Map(people.map(member => [member._id, member]));
  const backing = ({ createdBy }: Invite): Backing => ({ writer: writers.get(createdBy) ?? null, hasStaff: true });
  return {
    invites: invites.map(invite => ({
      inviteId: invite._id,
      role: invite.role,
      name: invite.name,
      organisation: invite.organisation,
      createdAt: invite.createdAt,
      expiresAt: invite.expiresAt,
      invitedBy: invite.invitedBy,
      state: inviteState(invite, backing(invite), now),
    })),
    people: people.map(member => ({
      memberId: member._id,
      name: member.name,
      phone: maskPhone(member.phone),
      roles: member.roles,
      instructorName: member.instructorName ?? null,
      instructorFor: member.instructorFor ?? null,
      organisation: member.organisation ?? null,
    })),
  };
};
