import type { Cell, SheetGrid } from './grid';
import { SHEET_COLUMNS_LIMIT } from './limits';

/** The sheet with the value of every merged block in all the cells that it covers. The rows are copies. */
export function filled(sheet: SheetGrid): SheetGrid {
  const rows = sheet.rows.map(row => [...row]);
  for (const { top, left, bottom, right } of sheet.merges) {
    const value: Cell = rows[top]?.[left] ?? null;
    if (value === null) continue;
    // A merge may reach far below the last value, so only existing rows are filled.
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const cells = rows[row];
      for (let column = left; cells && column <= Math.min(right, SHEET_COLUMNS_LIMIT - 1); column += 1) {
        while (cells.length < column) cells.push(null);
        cells[column] = value;
      }
    }
  }
  return { ...sheet, rows };
}

/** The sheet with its merged blocks filled in. Hidden columns are removed if staff chose to leave them out. */
export function asSeen(sheet: SheetGrid, hidden: 'take' | 'leave' | undefined): SheetGrid {
  const full = filled(sheet);
  if (hidden === 'leave')
    for (const cells of full.rows)
      for (const column of sheet.hiddenColumns ?? []) if (column < cells.length) cells[column] = null;
  return full;
}
