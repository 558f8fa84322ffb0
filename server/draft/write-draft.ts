import type { BatchDraft } from '../../domain/model';
import { refuse, type Refused } from '../../domain/base/refuse';
import { _, read, updateWhere } from '../base/database';

/** The draft as the caller has seen it, or the refusal if it is not. */
export async function draftAt(
  draftId: string,
  revision: number,
): Promise<BatchDraft | Refused<'DRAFT_NOT_FOUND' | 'DRAFT_CHANGED'>> {
  const draft = await read('drafts', draftId);
  if (!draft) return refuse('DRAFT_NOT_FOUND');
  return draft.revision === revision ? draft : refuse('DRAFT_CHANGED');
}

/**
 * Writes to a draft that is still as `draft` says. It is one guarded update, so that of two who write at once one gets
 * `undefined`.
 */
export async function writeDraft(
  draft: BatchDraft,
  change: Partial<Omit<BatchDraft, '_id' | 'revision' | 'createdAt' | 'updatedAt'>>,
  now: number,
): Promise<BatchDraft | undefined> {
  const { _id, revision } = draft;
  // Values are set whole, because an object would be merged into the stored one.
  const whole = Object.fromEntries(Object.entries(change).map(([field, value]) => [field, _.set(value)]));
  const written = await updateWhere('drafts', { _id, revision }, { ...whole, revision: revision + 1, updatedAt: now });
  return written ? { ...draft, ...change, revision: revision + 1, updatedAt: now } : undefined;
}
