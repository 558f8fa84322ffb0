import type { BatchDraft } from '../../../domain/model';
import { refuse, type Refused } from '../../../domain/rules/refuse';
import type { SheetReading } from '../../../domain/sheet/draft';
import { isProblem, type Grid } from '../../../domain/sheet/grid';
import { understand } from '../../../domain/sheet/understand';
import { readSheet } from '../../sheet/read';

/** An uploaded file and what is understood of it; SHEET_UNREADABLE with a sentence where it is no table. */
export async function readingOf(
  { fileName, file }: { fileName: string; file: string },
  { holidays }: Pick<BatchDraft, 'holidays'>,
  now: number,
): Promise<{ grid: Grid; reading: SheetReading } | Refused<'SHEET_UNREADABLE'>> {
  const grid = await readSheet(Buffer.from(file, 'base64'), fileName);
  if (isProblem(grid)) return refuse('SHEET_UNREADABLE', { text: grid.problem });
  return { grid, reading: understand(grid, { now, holidays }) };
}
