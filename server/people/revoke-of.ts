import { updateAll } from '../base/database';

/**
 * Revokes what somebody has invited and nobody has used, when they are staff no more. Such codes are worth nothing as it is
 * (`domain/people/invite.ts`); this keeps them so, should the person become staff again.
 */
export const revokeInvitesOf = (memberId: string, now: number): Promise<number> =>
  updateAll('invites', { createdBy: memberId, usedBy: null, revokedAt: null }, { revokedAt: now });
