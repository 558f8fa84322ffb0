import { randomBytes } from 'node:crypto';
import { draftProblems, mayPublish, openHints } from '../../domain/draft/draft-problems';
import { isShowable } from '../../domain/draft/publish';
import { isRefused, refuse } from '../../domain/base/refuse';
import { newBatchCard } from '../batch/cards';
import { act, doneBefore, type Act } from '../record/act';
import { findOnly, read } from '../base/database';
import { linkClashes, writeLinks } from '../line/clash-links';
import { takenDuring } from './taken';
import type { Run } from '../base/door';
import { draftAt } from './write-draft';
import { toPublish } from './draft-view';

/**
 * Draft → scheduled. The sections, the batch and the draft's end are written in one transaction, so that nobody ever
 * sees a part. The clash ids of other batches' sections are written before it: until then they name sections that
 * cannot be found, which harms nobody. They are checked again after it.
 */
export const publish: Run<'draft.publish'> = async ({ input: { draftId, revision, actId }, memberId, now }) => {
  const about = { actId, content: { draftId, revision }, act: 'draft.publish', by: memberId, now };
  const found = await draftAt(draftId, revision);
  if (isRefused(found)) return (await publishedBy(about)) ?? found;
  const problems = draftProblems(found, now, await takenDuring(found, now));
  if (!mayPublish(problems) || !isShowable(found)) return refuse('DRAFT_NOT_READY', { problems });

  const { batch, sections, others } = await toPublish(found, now);
  const leftovers = await findOnly('sections', { batchId: draftId }, ['_id', 'revision', 'groupCodeAt']);
  const withdrawn = new Map(leftovers.map(section => [section._id, section]));
  await writeLinks(others);

  const done = await act(about, async transaction => {
    const drafts = transaction.doc('drafts', draftId);
    const { data: draft } = await drafts.get();
    if (!draft) return refuse('DRAFT_NOT_FOUND');
    if (draft.revision !== revision) return refuse('DRAFT_CHANGED');
    for (const section of sections) {
      const before = withdrawn.get(section._id);
      const group = before?.groupCodeAt === undefined ? {} : { groupCodeAt: before.groupCodeAt };
      // The revision grows, so that a claim prepared before a withdrawal does not pass.
      await transaction.put('sections', { ...section, ...group, revision: (before?.revision ?? 0) + 1 });
      withdrawn.delete(section._id);
    }
    for (const gone of withdrawn.keys()) await transaction.doc('sections', gone).remove();
    await transaction.put('batches', { ...batch, boardKey: draft.boardKey ?? randomBytes(16).toString('hex') });
    await drafts.remove();
    const open = openHints(draft);
    const summary = `发布“${batch.title}”，${batch.sectionCount} 个班 ${batch.capacity} 个名额${open > 0 ? `，${open} 处提醒没有处理` : ''}`;
    return { result: null, summary, batchId: draftId };
  });
  if (isRefused(done)) return done;
  if ('already' in done) return (await publishedBy(about)) ?? refuse('DRAFT_NOT_FOUND');
  await linkClashes(draftId);
  return { batch: newBatchCard(batch) };
};

/** What this very act published before. Its answer got lost, or it died before it had checked the clashes. */
async function publishedBy(about: Act) {
  const entry = await doneBefore(about);
  const batch = entry?.batchId ? await read('batches', entry.batchId) : null;
  if (!batch) return undefined;
  await linkClashes(batch._id);
  return { batch: newBatchCard(batch) };
}
