import type { Invite } from '../../../domain/model';
import { missingInstructors } from '../../../domain/draft/instructor-hints';
import { inviteState, type Backing } from '../../../domain/people/invite';
import { maskPhone } from '../../../domain/base/mask';
import { classesNow } from '../../line/classes-now';
import { find } from '../../base/database';
import { openInvites, roleHolders } from '../role-holders';
import type { Run } from '../../base/door';

const MOST = 100;

/** Everybody who has a role, and the latest invitations. */
export const list: Run<'invite.list'> = async ({ memberId: caller, now }) => {
  const invites = await find('invites', {}, { orderBy: ['createdAt', 'desc'], limit: MOST });
  const people = await roleHolders();
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
    missing: missingInstructors(await classesNow(now), people, await openInvites(people, now)),
    people: people.map(member => ({
      memberId: member._id,
      isMe: member._id === caller,
      name: member.name,
      phone: maskPhone(member.phone),
      roles: member.roles,
      instructorName: member.instructorName ?? null,
      instructorFor: member.instructorFor ?? null,
      organisation: member.organisation ?? null,
    })),
  };
};
