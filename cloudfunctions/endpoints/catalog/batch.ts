import { refuse } from '../../../domain/rules/refuse';
import { roomLeft } from '../../../domain/rules/room-left';
import type { Run } from '../../door';
import { boardOf } from '../../memory/board';
import { scheduledBatch } from '../../memory/batches';
import { sectionCardsOf } from '../../memory/section-cards';
import { batchCard } from '../../cards';

/** A batch and the facts of its sections, in the order of the sheet. */
export const batch: Run<'catalog.batch'> = async ({ input: { batchId }, now }) => {
  const found = await scheduledBatch(batchId, now);
  if (!found) return refuse('BATCH_NOT_FOUND');
  const board = await boardOf(batchId, now);
  return { batch: batchCard(found, roomLeft(board.counts)), sections: await sectionCardsOf(batchId, now) };
};
