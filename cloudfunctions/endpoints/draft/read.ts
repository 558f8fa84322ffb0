import { refuse } from '../../../domain/rules/refuse';
import { read as readDocument } from '../../db/database';
import type { Run } from '../../door';
import { viewOf } from '../../draft-view';

export const read: Run<'draft.read'> = async ({ input: { draftId }, now }) => {
  const draft = await readDocument('drafts', draftId);
  return draft ? viewOf(draft, now) : refuse('DRAFT_NOT_FOUND');
};
