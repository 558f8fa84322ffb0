import type { DraftCard } from '../../../domain/api';
import type { BatchDraft } from '../../../domain/model';
import { batchRows } from '../batch-rows';
import { find } from '../../base/database';
import type { Run } from '../../base/door';

/** Drafts, the last edited first, then the newest batches. Three operations. */
export const batches: Run<'staff.batches'> = async ({ now }) => {
  const drafts = await find('drafts', {}, { orderBy: ['updatedAt', 'desc'] });
  const { page, next } = await batchRows(undefined, now);
  return { drafts: drafts.map(draftCard), batches: page, next };
};

const draftCard = (draft: BatchDraft): DraftCard => ({
  draftId: draft._id,
  title: draft.title,
  ...(draft.formerTitle === undefined ? {} : { formerTitle: draft.formerTitle }),
  opensAt: draft.opensAt,
  sectionCount: draft.sections.length,
  capacity: draft.sections.reduce((sum, section) => sum + section.capacity, 0),
  updatedAt: draft.updatedAt,
});
