import { DAY } from '../base/clock';
import type { Invite, Member } from '../model';

/** An invitation lives this long and works once. */
export const INVITE_LIFE_MS = 7 * DAY;

/** No 0 and O, 1 and I and L: a code is read out on the telephone. 10 of these 31 are 49 bits: not to be guessed. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 10;

/** The code as it was made, from what somebody typed or pasted: full-width letters, spaces and dashes are no matter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** Who wrote the first invitation of an environment, in which nobody is staff yet. */
export const CONSOLE = 'console';

/** What decides whether an invitation still has somebody behind it. */
export interface Backing {
  /** Who wrote it, as they are now; `null` where they are gone, or were never a member. */
  writer: Pick<Member, 'roles'> | null;
  /** Is anybody staff? */
  hasStaff: boolean;
}

/**
 * Staff may invite, so an invitation counts only while who wrote it is staff: otherwise somebody who is dismissed could come back by
 * a code of their own. One that the console wrote is for the first staff member alone.
 */
export const isBacked = ({ createdBy }: Pick<Invite, 'createdBy'>, { writer, hasStaff }: Backing): boolean =>
  createdBy === CONSOLE ? !hasStaff : (writer?.roles.includes('staff') ?? false);

/** What has become of an invitation. Its life is half-open: at `expiresAt` it is over. */
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

/** Nobody gives themselves a role. */
export const mayAccept = (
  invite: Pick<Invite, 'usedBy' | 'revokedAt' | 'expiresAt' | 'createdBy'>,
  memberId: string,
  backing: Backing,
  now: number,
): boolean => invite.createdBy !== memberId && inviteState(invite, backing, now) === 'open';
