import type { RefusalOf } from '../../domain/api';
import { rowsToImport } from '../../domain/sheet/sheet-rows';
import { isRefused } from '../../domain/base/refuse';
import { hintsOf } from '../../domain/sheet/hints';
import { changeDraft } from './change-draft';
import type { Run } from '../base/door';
import { readingOf } from './reading-of';
import { withMore } from './save-section';

/** The file is read again, so that nothing of it is kept between a look and the import. One write or none. */
export const importSheet: Run<'draft.importSheet'> = ({ input, now }) =>
  changeDraft<RefusalOf<'draft.importSheet'>>(input, now, async draft => {
    const understood = await readingOf(input, draft, now);
    if (isRefused(understood)) return understood;
    const rows = rowsToImport(understood.reading, input.only);
    if (isRefused(rows)) return rows;
    const read = rows.map(row => {
      const hints = hintsOf(row);
      return { ...row.draft, ...(hints.length > 0 ? { hints } : {}) };
    });
    const kept = input.how === 'append' ? draft.sections : [];
    return withMore({ ...draft, sections: kept }, read);
  });
