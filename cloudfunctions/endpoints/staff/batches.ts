import type { DraftCard } from '../../../domain/contract';
import type { BatchDraft } from '../../../domain/model';
import { phaseOf } from '../../../domain/rules/phase';
import { countOf } from '../../../domain/rules/place';
import { batchCard } from '../../cards';
import { find, findEvery } from '../../db/database';
import type { Run } from '../../door';

/** Everything there is: drafts, the last written first, then batches, the newest release first. */
export const batches: Run<'staff.batches'> = async ({ now }) => {
  const drafts = await find('drafts', {}, { orderBy: ['updatedAt', 'desc'] });
  const published = await find('batches', {}, { orderBy: ['opensAt', 'desc'] });
  const lines = await findEvery('sections', {}, ['_id', 'batchId', 'capacity', 'waitlistLimit', 'lineCount']);
  return {
    drafts: drafts.map(draftCard),
    batches: published.map(batch => {
      const own = lines.filter(line => line.batchId === batch._id);
      const seatsLeft = own.reduce((sum, line) => sum + countOf(line).seatsLeft, 0);
      return { ...batchCard(batch, seatsLeft), state: batch.state, phase: phaseOf(batch, now) };
    }),
  };
};

const draftCard = (draft: BatchDraft): DraftCard => ({
  draftId: draft._id,
  title: draft.title,
  opensAt: draft.opensAt,
  sectionCount: draft.sections.length,
  capacity: draft.sections.reduce((sum, section) => sum + section.capacity, 0),
  updatedAt: draft.updatedAt,
});
