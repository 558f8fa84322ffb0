import { createHash, randomBytes } from 'node:crypto';
import { anonymousId } from '../../../domain/privacy/anonymous';

/** From this every id of one erasure is made. It goes with the erasure's end, and with it the way to know them again. */
export const makeSeed = (): string => randomBytes(24).toString('hex');

/**
 * Who stands in one class, or on the record, in the place of somebody who is gone: the same one at every try, another one
 * in every class, so that nobody's classes can be put together again.
 */
export const aliasOf = (seed: string, about: string): string =>
  anonymousId(createHash('sha256').update(`${seed} ${about}`).digest('hex'));

/** What the record names people by: one id for all they did, for an act of one is not an act of two. */
export const ON_RECORD = 'record';
