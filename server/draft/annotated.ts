import { isRefused, refuse } from '../../domain/base/refuse';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { annotatedWorkbook } from '../sheet/annotated';
import { readingOf } from './reading-of';

export const annotated: Run<'draft.annotated'> = async ({ input, now }) => {
  const draft = await read('drafts', input.draftId);
  if (!draft) return refuse('DRAFT_NOT_FOUND');
  const understood = await readingOf(input, draft, now);
  if (isRefused(understood)) return understood;
  const file = await annotatedWorkbook(understood.grid, understood.reading, input);
  return { fileName: `${input.fileName.replace(/\.[^.]*$/, '')}-要改的地方.xlsx`, file: file.toString('base64') };
};
