import type { Input } from '../../domain/api';
import type { BatchDraft } from '../../domain/model';
import { refuse, type Refused } from '../../domain/base/refuse';
import type { SheetReading } from '../../domain/sheet/draft';
import { isProblem, type Grid } from '../../domain/sheet/grid';
import { tooLargeToSend } from '../../domain/sheet/limits';
import { mended } from '../../domain/sheet/mend';
import { understand } from '../../domain/sheet/understand';
import { readSheet } from '../sheet/read';

/** Reads an uploaded file, with the cells that were corrected on the page. */
export async function readingOf(
  { fileName, file, mended: cells, sheet, hidden, struck, without }: Omit<Input<'draft.readSheet'>, 'draftId'>,
  { holidays }: Pick<BatchDraft, 'holidays'>,
  now: number,
): Promise<{ grid: Grid; reading: SheetReading } | Refused<'SHEET_UNREADABLE'>> {
  const large = tooLargeToSend({ file, mended: cells, without });
  if (large !== undefined) return refuse('SHEET_UNREADABLE', { text: large });
  const read = await readSheet(Buffer.from(file, 'base64'), fileName);
  if (isProblem(read)) return refuse('SHEET_UNREADABLE', { text: read.problem });
  const answers = {
    ...(sheet === undefined ? {} : { sheet }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(struck === undefined ? {} : { struck }),
    ...(without === undefined ? {} : { without }),
  };
  const grid = mended(read, cells ?? [], answers);
  return { grid, reading: understand(grid, { now, holidays, ...answers }) };
}
