import { refuse } from '../../../domain/base/refuse';
import { roomLeft } from '../../../domain/line/room-left';
import type { Run } from '../../base/door';
import { boardOf } from '../../line/board-memory';
import { scheduledBatch } from '../recent-batches';
import { sectionCardsOf } from '../section-cards';
import { batchCard } from '../cards';

/** A batch and the facts of its sections, in the order of the sheet. */
export const batch: Run<'catalog.batch'> = async ({ input: { batchId }, now }) => {
  const found = await scheduledBatch(batchId, now);
  if (!found) return refuse('BATCH_NOT_FOUND');
  const board = await boardOf(batchId, now);
  return { batch: batchCard(found, roomLeft(board.counts)), sections: await sectionCardsOf(batchId, now) };
};
