import { changeDraft } from './change-draft';
import type { Run } from '../base/door';

/** Removes a section. Does nothing if it is gone already. */
export const removeSection: Run<'draft.removeSection'> = ({ input, now }) =>
  changeDraft(input, now, draft => ({ sections: draft.sections.filter(section => section.key !== input.key) }));
