import type { SheetReading } from '../../domain/sheet/draft';
import type { Cell, Grid } from '../../domain/sheet/grid';
import { filled } from '../../domain/sheet/merged';
import { placeOf } from './table';
import type { WorkCell, WorkValue } from './workbook';
import { writeWorkbook } from './write';

const TO_CHANGE = '要改的地方';

const valueOf = (cell: Cell | undefined): WorkValue =>
  cell === undefined || cell === null ? null : typeof cell === 'object' ? cell.shown : cell;

/**
 * The sheet that was read, each cell in its old place, with a last column 要改的地方 and the wrong cells coloured. Merged cells of sections are written out; the file can be mended and sent again.
 */
export async function annotatedWorkbook(grid: Grid, reading: SheetReading): Promise<Buffer> {
  const raw = grid.sheets.find(sheet => sheet.name === reading.sheet) ?? grid.sheets[0];
  const rows = raw?.rows ?? [];
  const full = raw ? filled(raw).rows : [];
  const width = Math.max(1, ...rows.map(row => row.length));
  const read = new Map(reading.rows.map(row => [row.row, row]));

  const written = rows.map((cells, index): (WorkValue | WorkCell)[] => {
    const number = index + 1;
    const row = read.get(number);
    const shown = row || number === reading.headerRow ? (full[index] ?? cells) : cells;
    const line: (WorkValue | WorkCell)[] = Array.from({ length: width }, (_, at) => valueOf(shown[at]));
    if (number === reading.headerRow) return [...line, TO_CHANGE];
    if (!row) return line;
    for (const { column } of row.errors) {
      const letter = reading.columns.find(each => each.header === column)?.letter;
      const at = letter === undefined ? undefined : placeOf(`${letter}1`)?.column;
      if (at !== undefined) line[at] = { value: valueOf(shown[at]), tone: 'error' };
    }
    const say = [...row.errors, ...row.warnings].map(issue => issue.text).join('\n');
    return say === '' ? line : [...line, row.errors.length > 0 ? { value: say, tone: 'error' } : say];
  });
  // Where no row could be told from another, what is wrong with the whole stands below it.
  const problems = reading.problems.map(problem => [{ value: problem, tone: 'error' as const }]);
  return writeWorkbook([
    {
      name: reading.sheet || '课程表',
      header: false,
      columns: [
        ...Array.from({ length: width }, () => ({ title: '', width: 18, kind: 'number' as const })),
        { title: TO_CHANGE, width: 60, kind: 'text' as const },
      ],
      rows: [...written, ...problems],
    },
  ]);
}
