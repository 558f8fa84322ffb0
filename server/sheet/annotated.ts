import type { SheetAnswers, SheetReading } from '../../domain/sheet/draft';
import type { Cell, Grid, SheetGrid } from '../../domain/sheet/grid';
import { asSeen } from '../../domain/sheet/merged';
import { columnOf } from '../../domain/sheet/words';
import type { WorkCell, WorkColumn, WorkSheet, WorkValue } from './workbook';
import { writeWorkbook } from './write';

const TO_CHANGE = '要改的地方';

const valueOf = (cell: Cell | undefined): WorkValue =>
  cell === undefined || cell === null ? null : typeof cell === 'object' ? cell.shown : cell;

/**
 * Writes the file that was read again, each cell in its old place. The sheet that was read gets a last column 要改的地方,
 * and its wrong cells are coloured. Merged cells of sections are written out. Staff can correct the file and send it
 * again.
 *
 * Cells that were hidden or struck through are left out unless staff chose to take them, because as plain text they
 * would be imported the next time. Their row says what they contained.
 */
export async function annotatedWorkbook(
  grid: Grid,
  reading: SheetReading,
  answers: Pick<SheetAnswers, 'hidden' | 'struck'> = {},
): Promise<Buffer> {
  const at = Math.max(
    0,
    grid.sheets.findIndex(sheet => sheet.name === reading.sheet),
  );
  const shown = grid.sheets.filter((sheet, index) => index === at || !sheet.hidden);
  return writeWorkbook(
    shown.length === 0
      ? [sheetOf({ name: '', rows: [], merges: [] }, reading, answers)]
      : shown.map(sheet => (sheet === grid.sheets[at] ? sheetOf(sheet, reading, answers) : plainSheet(sheet))),
  );
}

/** A tab that was not read, unchanged. */
const plainSheet = ({ name, rows }: SheetGrid): WorkSheet => ({
  name: name || '表',
  header: false,
  columns: columnsOf(rows),
  rows: rows.map(cells => cells.map(valueOf)),
});

const columnsOf = (rows: readonly (readonly unknown[])[]): WorkColumn[] =>
  Array.from({ length: rows.reduce((most, row) => Math.max(most, row.length), 1) }, () => ({
    title: '',
    width: 18,
    kind: 'number' as const,
  }));

function sheetOf(
  raw: SheetGrid,
  reading: SheetReading,
  { hidden, struck }: Pick<SheetAnswers, 'hidden' | 'struck'>,
): WorkSheet {
  const rows = raw.rows;
  const full = asSeen(raw, hidden === 'take' ? 'take' : 'leave').rows;
  const columns = columnsOf(rows);
  const read = new Map(reading.rows.map(row => [row.row, row]));
  const away = new Map([
    ...(struck === 'take' ? [] : (raw.struckRows ?? []).map(row => [row, '划掉'] as const)),
    ...(hidden === 'take' ? [] : (raw.hiddenRows ?? []).map(row => [row, '隐藏'] as const)),
  ]);
  const gone = new Set(hidden === 'take' ? [] : raw.hiddenColumns);

  const written = rows.map((cells, index): (WorkValue | WorkCell)[] => {
    const number = index + 1;
    const row = read.get(number);
    const was = away.get(index);
    if (was !== undefined) {
      const said = cells.map(cell => valueOf(cell)).filter(value => value !== null && value !== '');
      const remark = said.length > 0 ? `第 ${number} 行原来是${was}的，没有带过来：${said.join(' ')}` : null;
      return [...columns.map(() => null), remark];
    }
    const shown = row || number === reading.headerRow ? (full[index] ?? cells) : cells;
    const line = columns.map((_, column): WorkValue | WorkCell => (gone.has(column) ? null : valueOf(shown[column])));
    if (number === reading.headerRow) return [...line, TO_CHANGE];
    if (!row) return line;
    for (const { at: letter } of row.errors) {
      const column = columnOf(letter);
      if (column !== undefined && column < line.length) line[column] = { value: valueOf(shown[column]), tone: 'error' };
    }
    const say = [...row.errors, ...row.warnings].map(issue => issue.text).join('\n');
    return say === '' ? line : [...line, row.errors.length > 0 ? { value: say, tone: 'error' } : say];
  });
  // Problems of the whole sheet come below the rows, for example if no row could be told from another.
  const problems = [...reading.problems, ...reading.questions.map(question => question.text)];
  return {
    name: reading.sheet || '课程表',
    header: false,
    columns: [...columns, { title: TO_CHANGE, width: 60, kind: 'text' }],
    rows: [...written, ...problems.map(problem => [{ value: problem, tone: 'error' as const }])],
  };
}
