import { DAY } from '../base/clock';
import type { Invite, Member } from '../model';

/** An invitation lives this long and works once. */
export const INVITE_LIFE_MS = 7 * DAY;

/**
 * No 0 and O, 1 and I and L, because a code is read out on the telephone. 10 of these 31 characters are 49 bits, too
 * many to guess.
 */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 10;

/**
 * The code as it was made, from what somebody typed or pasted. Full-width letters, spaces and dashes make no
 * difference.
 */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** The writer of the first invitation of an environment, in which nobody is staff yet. */
export const CONSOLE = 'console';

/** The facts that decide whether an invitation still counts. */
export interface Backing {
  /** The writer's roles as they are now; `null` if the writer is gone or was never a member. */
  writer: Pick<Member, 'roles'> | null;
  /** True if anybody is staff. */
  hasStaff: boolean;
}

/**
 * True if the invitation still counts. Staff may invite, so it counts only while its writer is staff. Otherwise
 * somebody who is dismissed could come back by a code of their own. An invitation that the console wrote is for the
 * first staff member alone.
 */
export const isBacked = ({ createdBy }: Pick<Invite, 'createdBy'>, { writer, hasStaff }: Backing): boolean =>
  createdBy === CONSOLE ? !hasStaff : (writer?.roles.includes('staff') ?? false);

/** The state of an invitation. It has expired from `expiresAt` on, that instant included. */
export function inviteState(
  invite: Pick<Invite, 'usedBy' | 'revokedAt' | 'expiresAt' | 'createdBy'>,
  backing: Backing,
  now: number,
): 'open' | 'used' | 'revoked' | 'expired' {
  if (invite.usedBy !== null) return 'used';
  if (invite.revokedAt !== null) return 'revoked';
  if (now >= invite.expiresAt) return 'expired';
  return isBacked(invite, backing) ? 'open' : 'revoked';
}

/** Nobody may give themselves a role. */
export const mayAccept = (
  invite: Pick<Invite, 'usedBy' | 'revokedAt' | 'expiresAt' | 'createdBy'>,
  memberId: string,
  backing: Backing,
  now: number,
): boolean => invite.createdBy !== memberId && inviteState(invite, backing, now) === 'open';
