import * as z from 'zod';
import { ROLES, type Role } from '../model';
import { STAFF, actId, endpoint, id, nothing, words } from './endpoint';
import type { InviteCard, MissingInstructor, RoleHolder } from './shown-staff';

/** A code as it is read out or copied from a link; spaces and case do not matter. */
const code = z.strictObject({ code: z.string().min(1).max(40) });

/** Who is staff, organisation or instructor: by an invitation that lives a limited time and works once. */
export const INVITE = {
  /** The code is told here, to the same act again as well, and stored nowhere; only its hash is. `hints`: what the name may mean besides. */
  'invite.create': endpoint<{ inviteId: string; code: string; expiresAt: number; hints: string[] }>()({
    access: STAFF,
    input: z.strictObject({
      /** An app from before has none, and makes an invitation each time. */
      actId: actId.optional(),
      role: z.enum(ROLES),
      /** An instructor's as the course sheet has it, else the person's. */
      name: words(40, 1),
      /** Of an organisation or an instructor: as the course sheet has it. */
      organisation: words(60).optional(),
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
  /** Takes a role back at once. Nobody dismisses themselves, so that one staff member is always left. */
  'invite.dismiss': endpoint<{ roles: Role[] }>()({
    access: STAFF,
    input: z.strictObject({ actId, memberId: id, role: z.enum(ROLES), reason: words(200, 1) }),
    refusals: ['PERSON_NOT_FOUND', 'SELF_DISMISSAL', 'NO_SUCH_ROLE'],
  }),
  /** What a code is for, before it is used. */
  'invite.look': endpoint<{ role: Role; name: string; organisation: string; invitedBy: string; expiresAt: number }>()({
    access: 'anyone',
    input: code,
    refusals: ['INVITE_INVALID'],
  }),
  /** Twice by the same person is a quiet success. */
  'invite.accept': endpoint<{ roles: Role[] }>()({
    access: 'anyone',
    input: code,
    refusals: ['INVITE_INVALID', 'ERASING'],
  }),
};
