import type { Invite, Member } from '../../domain/model';
import { inviteState } from '../../domain/people/invite';
import { _, find } from '../base/database';

/** Everybody who has a role. One operation. */
export const roleHolders = (): Promise<Member[]> => find('members', { 'roles.0': _.exists(true) });

/** Invitations that somebody may still use, given the present `holders` of roles. One operation. */
export async function openInvites(holders: readonly Member[], now: number): Promise<Invite[]> {
  const writers = new Map(holders.map(member => [member._id, member]));
  const found = await find('invites', { usedBy: null, revokedAt: null, expiresAt: _.gt(now) });
  return found.filter(
    one => inviteState(one, { writer: writers.get(one.createdBy) ?? null, hasStaff: true }, now) === 'open',
  );
}
