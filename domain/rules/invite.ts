import { DAY } from '../clock';
import type { Invite } from '../model';

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

/** What has become of an invitation. Its life is half-open: at `expiresAt` it is over. */
export function inviteState(
  invite: Pick<Invite, 'usedBy' | 'revokedAt' | 'expiresAt'>,
  now: number,
): 'open' | 'used' | 'revoked' | 'expired' {
  if (invite.usedBy !== null) return 'used';
  if (invite.revokedAt !== null) return 'revoked';
  return now < invite.expiresAt ? 'open' : 'expired';
}

/** What may be put right of an invitation: who used it may use it again with the same effect. */
export const mayAccept = (
  invite: Pick<Invite, 'usedBy' | 'revokedAt' | 'expiresAt'>,
  memberId: string,
  now: number,
): boolean => invite.usedBy === memberId || inviteState(invite, now) === 'open';
