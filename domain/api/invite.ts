import * as z from 'zod';
import { LENGTH } from '../bounds';
import { ROLES, type Role } from '../model';
import { STAFF, actId, endpoint, id, nothing, words } from './endpoint';
import type { InviteCard, MissingInstructor, RoleHolder } from './shown-staff';

/** A code as somebody read it out or copied it from a link. Spaces and case do not matter. */
const code = z.strictObject({ code: z.string().min(1).max(LENGTH.inviteCode) });

/**
 * Roles (staff, organisation, instructor) are given by an invitation that is valid for a limited time and works once.
 */
export const INVITE = {
  /**
   * The code is told only here, and again if the same act is sent again. Only its hash is stored. `hints`: other people
   * whom the name may mean.
   */
  'invite.create': endpoint<{ inviteId: string; code: string; expiresAt: number; hints: string[] }>()({
    access: STAFF,
    input: z.strictObject({
      /** Older apps send none, so each of their calls makes a new invitation. */
      actId: actId.optional(),
      role: z.enum(ROLES),
      /** For an instructor, the name as the course sheet spells it; otherwise the person's name. */
      name: words(LENGTH.personName, 1),
      /** For an organisation or an instructor: the name as the course sheet spells it. */
      organisation: words(LENGTH.organisation).optional(),
    }),
    refusals: ['ORGANISATION_MISSING', 'INVITE_NOT_FOUND'],
  }),
  'invite.list': endpoint<{ invites: InviteCard[]; people: RoleHolder[]; missing: MissingInstructor[] }>()({
    access: STAFF,
    input: nothing,
    refusals: [],
  }),
  'invite.revoke': endpoint<{ inviteId: string }>()({
    access: STAFF,
    input: z.strictObject({ inviteId: id }),
    refusals: ['INVITE_NOT_FOUND', 'INVITE_USED'],
  }),
  /** Takes a role back at once. Nobody can dismiss themselves, so one staff member is always left. */
  'invite.dismiss': endpoint<{ roles: Role[] }>()({
    access: STAFF,
    input: z.strictObject({ actId, memberId: id, role: z.enum(ROLES), reason: words(LENGTH.reason, 1) }),
    refusals: ['PERSON_NOT_FOUND', 'SELF_DISMISSAL', 'NO_SUCH_ROLE'],
  }),
  /** Shows what a code is for before it is used. */
  'invite.look': endpoint<{ role: Role; name: string; organisation: string; invitedBy: string; expiresAt: number }>()({
    access: 'anyone',
    input: code,
    refusals: ['INVITE_INVALID'],
  }),
  /** Accepting twice by the same person is a quiet success. */
  'invite.accept': endpoint<{ roles: Role[] }>()({
    access: 'anyone',
    input: code,
    refusals: ['INVITE_INVALID', 'ERASING'],
  }),
};
