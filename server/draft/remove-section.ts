import { isRefused } from '../../domain/base/refuse';
import { draftAt, writeDraft } from './write-draft';
import type { Run } from '../base/door';
import { viewOf } from './draft-view';

/** Removes a section. Does nothing if it is gone already. */
export const removeSection: Run<'draft.removeSection'> = async ({ input: { draftId, revision, key }, now }) => {
  const draft = await draftAt(draftId, revision);
  if (isRefused(draft)) return draft;
  const sections = draft.sections.filter(section => section.key !== key);
  const written = await writeDraft(draft, { sections }, now);
  return isRefused(written) ? written : viewOf(written, now);
};
