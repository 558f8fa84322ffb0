import { cut } from '../../domain/base/cut';
import { DAY, MINUTE } from '../../domain/base/clock';
import { textCell, type Cell, type Merge, type SheetGrid } from '../../domain/sheet/grid';
import { CELLS_LIMIT, MERGES_LIMIT, SHEET_COLUMNS_LIMIT, SHEET_ROWS_LIMIT } from '../../domain/sheet/limits';
import type { DateKind } from './date-formats';
import { TooMuch } from './problems';
import { unescape } from './unescape';
import { readXml } from './xml';

/** How much more the tabs of a file together may hold. */
export interface Room {
  cells: number;
  merges: number;
  /** The number of cells that are covered by merged blocks. */
  merged: number;
}

export interface TableContext {
  room: Room;
  strings: readonly Cell[];
  /** Indices of shared strings and of cell styles that are struck through. */
  struckStrings: ReadonlySet<number>;
  struckStyles: ReadonlySet<number>;
  dateKinds: readonly (DateKind | undefined)[];
  date1904: boolean;
}

/** `B12` → row 11, column 1. `undefined` if it is no address. */
export function placeOf(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!match) return undefined;
  const [, letters = '', number = ''] = match;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(number) - 1, column };
}

/** A cell of the file: the content of `<c>`. */
interface RawCell {
  type: string;
  style: number;
  value: string | undefined;
  inline: string;
  formula: string | undefined;
}

/** The cells and merged blocks of one worksheet. Rows and columns beyond the limits are counted, not kept. */
export function readTable(xml: string, context: TableContext): Omit<SheetGrid, 'name'> {
  const rows: Cell[][] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  /** How many cells of a row have content, and how many of these are struck through. */
  const said = new Map<number, { all: number; struck: number }>();
  let lastRow = 0;
  // Addresses may be left out. A cell is then right of the one before, and a row is below the one before.
  let row = -1;
  let column = -1;
  let cell: RawCell | undefined;
  let within = '';
  let aside = false;

  const keep = (value: Cell, struck: boolean): void => {
    if (value === null || (typeof value === 'string' && value.trim() === '')) return;
    context.room.cells -= 1;
    if (context.room.cells < 0) throw new TooMuch('单元格', CELLS_LIMIT);
    lastRow = Math.max(lastRow, row + 1);
    if (row >= SHEET_ROWS_LIMIT || column >= SHEET_COLUMNS_LIMIT) return;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
    const counted = said.get(row) ?? { all: 0, struck: 0 };
    said.set(row, { all: counted.all + 1, struck: counted.struck + (struck ? 1 : 0) });
  };

  const merge = (block: Merge): void => {
    context.room.merges -= 1;
    if (context.room.merges < 0) throw new TooMuch('合并的单元格', MERGES_LIMIT);
    // Blocks do not overlap in a file from Excel, so the cells they cover within the limits are bounded.
    const height = Math.min(block.bottom + 1, SHEET_ROWS_LIMIT) - Math.min(block.top, SHEET_ROWS_LIMIT);
    const width = Math.min(block.right + 1, SHEET_COLUMNS_LIMIT) - Math.min(block.left, SHEET_COLUMNS_LIMIT);
    context.room.merged -= height * width;
    if (context.room.merged < 0) throw new TooMuch('重叠的合并单元格', CELLS_LIMIT);
    merges.push(block);
  };

  readXml(xml, {
    open(tag, { r, t = 'n', s = '0', ref, hidden, ht, min, max, width }) {
      within = tag;
      if (tag === 'row') {
        row = r === undefined ? row + 1 : Number(r) - 1;
        column = -1;
        if (isTrue(hidden) || Number(ht ?? 1) === 0) if (row < SHEET_ROWS_LIMIT) hiddenRows.add(row);
      } else if (tag === 'col') {
        if ((isTrue(hidden) || Number(width ?? 1) === 0) && hiddenColumns.size < SHEET_COLUMNS_LIMIT)
          for (let each = Math.max(1, Number(min)); each <= Math.min(Number(max), SHEET_COLUMNS_LIMIT); each += 1)
            hiddenColumns.add(each - 1);
      } else if (tag === 'c') {
        const place = r === undefined ? undefined : placeOf(r);
        row = place?.row ?? row;
        column = place?.column ?? column + 1;
        cell = { type: t, style: Number(s), value: undefined, inline: '', formula: undefined };
      } else if (tag === 'f' && cell) cell.formula = '';
      else if (tag === 'v' && cell) cell.value = '';
      else if (tag === 'rPh') aside = true;
      else if (tag === 'mergeCell' && ref !== undefined) {
        const [from, to] = ref.split(':').map(placeOf);
        if (from && to && to.row >= from.row && to.column >= from.column)
          merge({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    text(piece) {
      if (!cell) return;
      if (within === 'v') cell.value += piece;
      else if (within === 'f') cell.formula += piece;
      else if (within === 't' && !aside) cell.inline += piece;
    },
    close(tag) {
      within = '';
      if (tag === 'rPh') aside = false;
      if (tag !== 'c' || !cell) return;
      if (row >= 0) keep(valueOf(cell, context), isStruck(cell, context));
      cell = undefined;
    },
  });
  const struckRows = [...said].filter(([, { all, struck }]) => struck * 2 >= all).map(([at]) => at);
  return {
    rows,
    lastRow,
    merges,
    ...(struckRows.length > 0 ? { struckRows } : {}),
    ...(hiddenRows.size > 0 ? { hiddenRows: [...hiddenRows] } : {}),
    ...(hiddenColumns.size > 0 ? { hiddenColumns: [...hiddenColumns] } : {}),
  };
}

const isStruck = ({ type, style, value }: RawCell, { struckStyles, struckStrings }: TableContext): boolean =>
  struckStyles.has(style) || (type === 's' && value !== undefined && struckStrings.has(Number(value)));

const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

function valueOf({ type, style, value, inline, formula }: RawCell, context: TableContext): Cell {
  if (type === 'inlineStr') return textCell(unescape(inline));
  if (value === undefined || value === '') {
    // `t="str"` with an empty value is a formula with an empty text as its result, which counts as blank.
    if (formula === undefined || (type === 'str' && value !== undefined)) return null;
    return { fault: 'FORMULA_WITHOUT_VALUE', shown: cut(`=${formula}`, 40) };
  }
  if (type === 's') return context.strings[Number(value)] ?? null;
  if (type === 'e') return { fault: 'FORMULA_ERROR', shown: value.slice(0, 40) };
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type === 'd')
    return textCell(
      value
        .slice(0, 40)
        .replace('T', ' ')
        .replace(/:00(\.\d+)?Z?$/, ''),
    );
  if (type !== 'n') return textCell(unescape(value));
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(value);
  return dateText(number, context.dateKinds[style], context.date1904) ?? number;
}

/** `2027-03-09`, `19:00`, `2027-03-09 19:00`; `undefined` if the number is no date. */
function dateText(number: number, kind: DateKind | undefined, date1904: boolean): string | undefined {
  if (kind === undefined || number < 0 || number > 2_958_465) return undefined;
  const minutes = Math.round((number + (date1904 ? 1_462 : 0)) * 1_440);
  const text = new Date(Date.UTC(1899, 11, 30) + minutes * MINUTE).toISOString();
  const day = text.slice(0, 10);
  const clock = text.slice(11, 16);
  if (kind === 'time' || number < 1) return clock;
  return (minutes * MINUTE) % DAY === 0 ? day : `${day} ${clock}`;
}
