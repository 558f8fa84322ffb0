import { updateAll } from '../base/database';

/**
 * Revokes a person's unused invitations when they are no longer staff. Such codes are already worth nothing
 * (`domain/people/invite.ts`). This keeps them so if the person becomes staff again.
 */
export const revokeInvitesOf = (memberId: string, now: number): Promise<number> =>
  updateAll('invites', { createdBy: memberId, usedBy: null, revokedAt: null }, { revokedAt: now });
