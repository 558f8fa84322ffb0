import { createHash, randomBytes } from 'node:crypto';
import { anonymousId } from '../../../domain/privacy/anonymous';

/**
 * Every id of one erasure is made from this seed. It is deleted when the erasure ends, and then nobody can recognise
 * those ids again.
 */
export const makeSeed = (): string => randomBytes(24).toString('hex');

/**
 * The id that stands in one class, or on the record, in the place of a person who is gone. It is the same at every try
 * and different in every class, so that nobody can put the person's classes together again.
 */
export const aliasOf = (seed: string, about: string): string =>
  anonymousId(createHash('sha256').update(`${seed} ${about}`).digest('hex'));

/**
 * The record has one id for everything that a person did, because acts of one person must not look like acts of two.
 */
export const ON_RECORD = 'record';
