import type { BatchDraft } from '../../domain/model';
import { refuse } from '../../domain/base/refuse';
import { copyOf } from '../../domain/draft/shift';
import { blankDraft } from '../../domain/draft/terms';
import { act, type Done } from '../record/act';
import { find, read } from '../base/database';
import type { Run } from '../base/door';

/**
 * Makes an empty draft, or a copy of a batch on later dates. Its id comes from the act, so that the same act again
 * gives the same draft.
 */
export const create: Run<'draft.create'> = async ({ input: { actId, copyOf: source, firstDay }, memberId, now }) => {
  const draftId = `b-${actId}`;
  const made = source === undefined ? await empty(memberId) : await copied(source, now, firstDay);
  if (!made) return refuse('BATCH_NOT_FOUND');
  const content = { copyOf: source, firstDay };
  await act({ actId, content, act: 'draft.create', by: memberId, now }, async (transaction): Promise<Done<null>> => {
    await transaction.doc('drafts', draftId).set({ data: { ...made.draft, createdAt: now, updatedAt: now } });
    return { result: null, summary: made.summary, batchId: draftId };
  });
  return { draftId };
};

interface Made {
  draft: Omit<BatchDraft, '_id' | 'createdAt' | 'updatedAt'>;
  summary: string;
}

/** The union's name is that of the last batch. In a new environment it is the first staff member's employer. */
const empty = async (memberId: string): Promise<Made> => ({
  draft: await emptyDraft(memberId),
  summary: '新建一期草稿',
});

export async function emptyDraft(memberId: string): Promise<Made['draft']> {
  const [latest] = await find('batches', {}, { orderBy: ['opensAt', 'desc'], limit: 1 });
  const union = latest?.union ?? (await read('members', memberId))?.employer ?? '';
  return blankDraft(union);
}

async function copied(batchId: string, now: number, firstDay?: string): Promise<Made | undefined> {
  const batch = await read('batches', batchId);
  if (!batch) return undefined;
  const sections = await find('sections', { batchId });
  return { draft: copyOf(batch, sections, now, firstDay), summary: `复制“${batch.title}”为新的草稿` };
}
