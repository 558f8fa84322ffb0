import { isClean } from '../../../domain/sheet/draft';
import { isRefused, refuse } from '../../../domain/rules/refuse';
import { draftAt, writeDraft } from '../../db/write-draft';
import type { Run } from '../../door';
import { viewOf } from '../../draft-view';
import { readingOf } from './reading-of';
import { withMore } from './save-section';

/** The file is read again, so that nothing of it is kept between a look and the import. One write, or none. */
export const importSheet: Run<'draft.importSheet'> = async ({ input, now }) => {
  const draft = await draftAt(input.draftId, input.revision);
  if (isRefused(draft)) return draft;
  const understood = await readingOf(input, draft, now);
  if (isRefused(understood)) return understood;
  const { reading } = understood;
  if (!isClean(reading)) return refuse('SHEET_HAS_ERRORS');
  const read = reading.rows.flatMap(row => (row.draft ? [row.draft] : []));
  const kept = input.how === 'append' ? draft.sections : [];
  const written = await writeDraft(draft, withMore({ ...draft, sections: kept }, read), now);
  return isRefused(written) ? written : viewOf(written, now);
};
