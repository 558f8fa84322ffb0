import { createHash, createHmac, randomBytes } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, plainCode } from '../../domain/people/invite';

export const makeSalt = (): string => randomBytes(24).toString('hex');

/**
 * The code of an invitation, made from a salt that the server drew and the id of the act, which the app drew. The salt
 * is kept with the invitation, the id is not. So the same call gives the same code, and reading the database reveals no
 * code. An app whose ids can be guessed does no harm.
 */
export function codeOf(salt: string, actId: string): string {
  const bytes = createHmac('sha512', salt).update(actId).digest();
  // There are 31 letters, and bytes from 248 on would favour some of them. Of 64 bytes nearly always more than ten are
  // below.
  const letters = [...bytes].filter(byte => byte < 248).map(byte => CODE_LETTERS[byte % CODE_LETTERS.length]);
  return letters.slice(0, CODE_LENGTH).join('');
}

/** The id of the act of inviting on the record. The app's own id is not kept, because the code is made from it. */
export const inviteActId = (by: string, actId: string): string =>
  `ia${createHash('sha256').update(`${by} ${actId}`).digest('hex').slice(0, 40)}`;

/** The `_id` of an invitation. It is a hash, so that reading the database reveals no code. */
export const inviteIdOf = (code: string): string =>
  `i${createHash('sha256').update(plainCode(code)).digest('hex').slice(0, 40)}`;
