import { createHmac } from 'node:crypto';
import type { Batch } from '../../domain/model';
import { TAG_LENGTH } from '../../domain/line/posted-board';

/**
 * A person's tag on the posted board of one batch. It is a digest under a key of that batch, which is kept in the batch's
 * document and nowhere else. `line.enter` tells each person their own. Nobody who knows a member id can find it on the board, and
 * nobody can tell whether two batches show the same person. A batch that was published before there were keys has the
 * digest of its id.
 */
export const boardTag = ({ _id, boardKey }: Pick<Batch, '_id' | 'boardKey'>, memberId: string): string =>
  createHmac('sha256', boardKey ?? _id)
    .update(memberId)
    .digest('hex')
    .slice(0, TAG_LENGTH);
