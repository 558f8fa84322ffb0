import { createHash } from 'node:crypto';
import type { Batch } from '../../domain/model';

/**
 * The print of the declaration of a batch: what a person accepts, and what their standing keeps of it. `undefined` = the
 * batch has none. A changed text has another print, so it is asked again.
 */
export const declarationPrint = ({ declaration }: Pick<Batch, 'declaration'>): string | undefined =>
  declaration ? createHash('sha256').update(declaration).digest('hex').slice(0, 32) : undefined;
