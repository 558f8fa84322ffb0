import type { SheetAnswers } from './draft';
import type { SheetField } from './field';
import type { Cell, Grid, Merge, SheetGrid } from './grid';
import { findHeader, USUAL } from './headers';
import { SHEET_COLUMNS_LIMIT, SHEET_ROWS_LIMIT } from './limits';
import { filled } from './merged';
import { chosenTab } from './tabs';
import { columnOf } from './words';

/** A cell that was mended on the page. */
export interface MendedCell {
  /** The row number that Excel shows, from 1. */
  row: number;
  /** A column's letter, or the field of a column that the sheet does not have. */
  column: string;
  value: string;
}

/**
 * The file as if these cells had been written like that. A field without a column in the sheet gets one, on the right.
 * A cell that is impossible (beyond the limits, an unknown column) is ignored, so the reading still says what is wrong.
 */
export function mended(grid: Grid, cells: readonly MendedCell[], answers: SheetAnswers): Grid {
  const at = chosenTab(grid, answers);
  const sheet = grid.sheets[at];
  if (!sheet || cells.length === 0) return grid;
  return { ...grid, sheets: grid.sheets.map((other, index) => (index === at ? mendedSheet(sheet, cells) : other)) };
}

function mendedSheet(sheet: SheetGrid, cells: readonly MendedCell[]): SheetGrid {
  const { rows } = filled(sheet);
  const header = findHeader({ ...sheet, rows });
  const touched: { row: number; column: number }[] = [];
  const put = (row: number, column: number, value: Cell): void => {
    const line = rows[row];
    if (!line) return;
    while (line.length < column) line.push(null);
    line[column] = value;
    touched.push({ row, column });
  };
  const added = new Map<string, number>();
  const placeOf = (name: string): number | undefined => {
    const letter = columnOf(name);
    if (letter !== undefined) return letter;
    const there = header?.columns.find(column => column.field === name)?.index ?? added.get(name);
    const title = USUAL[name as SheetField];
    if (there !== undefined || !header || title === undefined) return there;
    const next = Math.max(0, ...rows.map(row => row.length));
    put(header.bottom, next, title);
    added.set(name, next);
    return next;
  };
  for (const { row, column, value } of cells) {
    if (row < 1 || row > Math.min(rows.length, SHEET_ROWS_LIMIT)) continue;
    const place = placeOf(column);
    if (place !== undefined && place < SHEET_COLUMNS_LIMIT) put(row - 1, place, value.trim() === '' ? null : value);
  }
  // The values of a merged block are in its cells already. If one of them was mended, the block is not merged any more.
  const isWhole = ({ top, left, bottom, right }: Merge) =>
    touched.every(({ row, column }) => row < top || row > bottom || column < left || column > right);
  return { ...sheet, rows, merges: sheet.merges.filter(isWhole) };
}
