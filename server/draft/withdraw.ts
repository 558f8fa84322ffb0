import type { Section } from '../../domain/model';
import { lifeOf, mayChange } from '../../domain/batch/batch-life';
import { isRefused, refuse } from '../../domain/base/refuse';
import { draftOf } from '../../domain/batch/unpublish';
import { act } from '../record/act';
import { _, findOnly } from '../base/database';
import type { Run } from '../base/door';

/**
 * Scheduled → draft, in one transaction. The sections stay, but closed, with a new revision, and where nobody finds
 * them. So a phone that still shows the batch gets nothing from them, nor does an instance that remembers its facts.
 */
export const withdraw: Run<'draft.withdraw'> = async ({ input: { batchId, actId, reason }, memberId, now }) => {
  const ids = (await findOnly('sections', { batchId }, ['_id'])).map(section => section._id);
  const done = await act(
    { actId, content: { batchId }, act: 'draft.withdraw', by: memberId, now, reason },
    async transaction => {
      const batches = transaction.doc('batches', batchId);
      const { data: batch } = await batches.get();
      if (!batch) return refuse('BATCH_NOT_FOUND');
      const may = mayChange('withdraw', lifeOf(batch, Date.now()));
      if (may !== true) return may;
      const sections: Section[] = [];
      for (const id of ids) {
        const document = transaction.doc('sections', id);
        const { data: section } = await document.get();
        if (!section) continue;
        sections.push(section);
        await document.update({ data: { closesAt: 0, revision: _.inc(1) } });
      }
      // The batch keeps its key when it is published again, because phones from the waiting room already know their
      // tags.
      const key = batch.boardKey === undefined ? {} : { boardKey: batch.boardKey };
      const draft = { ...draftOf(batch, sections), ...key, createdAt: now, updatedAt: now };
      await transaction.doc('drafts', batchId).set({ data: draft });
      await batches.remove();
      return { result: null, summary: `撤回“${batch.title}”为草稿`, batchId };
    },
  );
  return isRefused(done) ? done : { draftId: batchId };
};
