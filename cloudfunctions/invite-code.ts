import { createHash, randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, plainCode } from '../domain/rules/invite';

export const makeCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');

/** The `_id` of an invitation: who reads the database learns no code from it. */
export const inviteIdOf = (code: string): string =>
  `i${createHash('sha256').update(plainCode(code)).digest('hex').slice(0, 40)}`;
