import { createHash, createHmac, randomBytes } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, plainCode } from '../../domain/people/invite';

export const makeSalt = (): string => randomBytes(24).toString('hex');

/**
 * The code of an invitation, from a salt that the server drew and the id of the act, which the app drew. The salt is kept
 * with the invitation and the id is not, so the same call gives the same code, who reads the database learns none, and
 * an app whose ids can be guessed does no harm.
 */
export function codeOf(salt: string, actId: string): string {
  const bytes = createHmac('sha512', salt).update(actId).digest();
  // 31 letters: bytes from 248 on would favour some of them. Of 64 bytes more than ten are below, or nearly always.
  const letters = [...bytes].filter(byte => byte < 248).map(byte => CODE_LETTERS[byte % CODE_LETTERS.length]);
  return letters.slice(0, CODE_LENGTH).join('');
}

/** The act of inviting, under which it stands on the record. The app's own id makes the code, and so is not kept. */
export const inviteActId = (by: string, actId: string): string =>
  `ia${createHash('sha256').update(`${by} ${actId}`).digest('hex').slice(0, 40)}`;

/** The `_id` of an invitation: who reads the database learns no code from it. */
export const inviteIdOf = (code: string): string =>
  `i${createHash('sha256').update(plainCode(code)).digest('hex').slice(0, 40)}`;
