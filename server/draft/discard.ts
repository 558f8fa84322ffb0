import { refuse } from '../../domain/base/refuse';
import { act } from '../record/act';
import { findOnly } from '../base/database';
import type { Run } from '../base/door';

/** Deletes a draft and what an earlier publishing of it left behind. Does nothing if the draft is gone already. */
export const discard: Run<'draft.discard'> = async ({ input: { draftId }, memberId, now }) => {
  const leftovers = await findOnly('sections', { batchId: draftId }, ['_id']);
  const about = { actId: `discard-${draftId}`, content: null, act: 'draft.discard', by: memberId, now };
  await act(about, async transaction => {
    const drafts = transaction.doc('drafts', draftId);
    const { data: draft } = await drafts.get();
    if (!draft) return refuse('DRAFT_NOT_FOUND');
    await drafts.remove();
    for (const { _id } of leftovers) await transaction.doc('sections', _id).remove();
    return { result: null, summary: `删除草稿“${draft.title || '未命名'}”`, batchId: draftId };
  });
  return { draftId };
};
