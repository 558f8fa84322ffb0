import type { DraftView } from '../../domain/api';
import type { RefusalCode } from '../../domain/base/codes';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { withAsk } from '../../domain/menu/asked';
import type { BatchDraft } from '../../domain/model';
import { read } from '../base/database';
import { viewOf } from './draft-view';
import { writeDraft } from './write-draft';

type Change = Partial<Omit<BatchDraft, '_id' | 'revision' | 'createdAt' | 'updatedAt' | 'acts'>>;

/** Far more than one page leaves unanswered. */
const ACTS_KEPT = 20;

/**
 * Changes a draft as the caller has seen it, and answers with the draft after that. An act that is in the draft already,
 * because its answer was lost, changes nothing and gets the same answer.
 */
export async function changeDraft<R extends RefusalCode = never>(
  { draftId, revision, actId }: { draftId: string; revision: number; actId?: string | undefined },
  now: number,
  changeOf: (draft: BatchDraft) => Change | Refused<R> | Promise<Change | Refused<R>>,
): Promise<DraftView | Refused<'DRAFT_NOT_FOUND' | 'DRAFT_CHANGED'> | Refused<R>> {
  const draft = await read('drafts', draftId);
  if (!draft) return refuse('DRAFT_NOT_FOUND');
  if (isIn(draft, actId)) return viewOf(draft, now);
  if (draft.revision !== revision) return refuse('DRAFT_CHANGED');
  const change = await changeOf(draft);
  if (isRefused(change)) return change as Refused<R>;

  const acts = actId === undefined ? {} : { acts: [...(draft.acts ?? []), actId].slice(-ACTS_KEPT) };
  const written = await writeDraft(draft, { ...withAsks(draft, change as Change, now), ...acts }, now);
  if (written) return viewOf(written, now);
  const found = await read('drafts', draftId);
  if (!found) return refuse('DRAFT_NOT_FOUND');
  return isIn(found, actId) ? viewOf(found, now) : refuse('DRAFT_CHANGED');
}

/** No form shows who was asked. So whatever was changed about a class, its ask stays, is made anew, or goes. */
function withAsks(draft: BatchDraft, change: Change, now: number): Change {
  const { sections } = change;
  if (!sections) return change;
  const before = new Map(draft.sections.map(section => [section.key, section]));
  return { ...change, sections: sections.map(section => withAsk(section, before.get(section.key), now)) };
}

const isIn = ({ acts = [] }: BatchDraft, actId: string | undefined): boolean =>
  actId !== undefined && acts.includes(actId);
