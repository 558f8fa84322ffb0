import { isRefused, refuse } from '../../domain/base/refuse';
import { isClean, isRight } from '../../domain/sheet/draft';
import { read as readDocument } from '../base/database';
import type { Run } from '../base/door';
import { readingOf } from './reading-of';

/** Shows what would be imported; stores nothing. */
export const readSheet: Run<'draft.readSheet'> = async ({ input, now }) => {
  const draft = await readDocument('drafts', input.draftId);
  if (!draft) return refuse('DRAFT_NOT_FOUND');
  const read = await readingOf(input, draft, now);
  if (isRefused(read)) return read;
  const { reading } = read;
  const understood = reading.rows.filter(isRight).map(row => row.draft);
  return {
    reading,
    clean: isClean(reading),
    sectionCount: understood.length,
    capacity: understood.reduce((sum, section) => sum + section.capacity, 0),
  };
};
