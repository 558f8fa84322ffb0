import { refuse } from '../../../domain/rules/refuse';
import { findOnly } from '../../db/database';
import type { Run } from '../../door';
import { boardOf, seatsLeftOn } from '../../memory/board';
import { scheduledBatch } from '../../memory/batches';
import { batchCard, CARD_FIELDS, sectionCard } from '../cards';

/** A batch and the facts of its sections, in the order of the sheet. */
export const batch: Run<'catalog.batch'> = async ({ input: { batchId }, now }) => {
  const found = await scheduledBatch(batchId, now);
  if (!found) return refuse('BATCH_NOT_FOUND');
  const board = await boardOf(batchId, now);
  const sections = await findOnly('sections', { batchId }, CARD_FIELDS);
  sections.sort((a, b) => (a._id < b._id ? -1 : 1));
  return { batch: batchCard(found, seatsLeftOn(board)), sections: sections.map(sectionCard) };
};
