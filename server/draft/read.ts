import { refuse } from '../../domain/base/refuse';
import { read as readDocument } from '../base/database';
import type { Run } from '../base/door';
import { viewOf } from './draft-view';

export const read: Run<'draft.read'> = async ({ input: { draftId }, now }) => {
  const draft = await readDocument('drafts', draftId);
  return draft ? viewOf(draft, now) : refuse('DRAFT_NOT_FOUND');
};
