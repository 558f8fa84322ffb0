import { cut } from '../../domain/base/cut';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { DAY, HOUR } from '../../domain/base/clock';
import type { WorkCell, WorkColumn, WorkSheet, WorkValue } from './workbook';

/**
 * Excel counts days from 30 December 1899 and has no time zones, so the instant is written as Shanghai's wall clock.
 */
const serialOf = (at: number): number => (at + 8 * HOUR - Date.UTC(1899, 11, 30)) / DAY;

const TIME_FORMAT = 'yyyy-mm-dd hh:mm';
const TEXT_LIMIT = 32_767;
const HEAD = { fontWeight: 'bold', backgroundColor: '#F2EFE6', wrap: true, alignVertical: 'center' } as const;
const TONES = { error: { backgroundColor: '#F9D9D3' }, hint: { textColor: '#7A7A74' } } as const;

const toneOf = (cell: WorkValue | WorkCell) =>
  cell !== null && typeof cell === 'object'
    ? { value: cell.value, style: TONES[cell.tone] }
    : { value: cell, style: {} };

/** Text is stored and formatted as text, so that Excel does not take it for a formula, a number or a date. */
const textCell = (value: string, style = {}) =>
  ({ type: String, value: cut(value, TEXT_LIMIT), format: '@', ...style }) as const;

function cellOf(cell: WorkValue | WorkCell | undefined, kind: WorkColumn['kind']): Row[number] {
  const { value, style } = toneOf(cell ?? null);
  if (value === null || value === '') return Object.keys(style).length > 0 ? textCell(' ', style) : null;
  if (typeof value === 'string' || !Number.isFinite(value) || kind === 'text')
    return { ...textCell(String(value), style), wrap: true, alignVertical: 'top' };
  if (kind === 'time')
    return { type: Number, value: serialOf(value), format: TIME_FORMAT, alignVertical: 'top', ...style };
  return { type: Number, value, alignVertical: 'top', ...style };
}

/** Makes names that Excel accepts for tabs: 31 characters, some characters excluded, each name once. */
function tabNames(sheets: readonly WorkSheet[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const bare =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '表';
    let tab = cut(bare, 31);
    for (let copy = 2; names.some(other => other.toLowerCase() === tab.toLowerCase()); copy += 1)
      tab = `${cut(bare, 27)} ${copy}`;
    names.push(tab);
  }
  return names;
}

/**
 * An .xlsx of one or more sheets, each with a header row that stays in view. Values that do not fit their column's kind
 * are written as text.
 *
 * It is written by `write-excel-file`, which is maintained, MIT, 75 KB in the function, and has one small dependency
 * (fflate, which the reader uses too). exceljs has 1 MB and no release for years.
 */
export async function writeWorkbook(sheets: readonly WorkSheet[]): Promise<Buffer> {
  const names = tabNames(sheets);
  return writeXlsxFile(
    sheets.map((sheet, index) => ({
      sheet: names[index] ?? '',
      stickyRowsCount: sheet.header === false ? 0 : 1,
      columns: sheet.columns.map(({ title, width }) => ({ width: width ?? Math.max(10, title.length * 2 + 4) })),
      data: [
        ...(sheet.header === false ? [] : [sheet.columns.map(column => textCell(column.title, HEAD))]),
        ...sheet.rows.map(row =>
          Array.from({ length: Math.max(row.length, sheet.columns.length) }, (_, at) =>
            cellOf(row[at], sheet.columns[at]?.kind ?? 'text'),
          ),
        ),
      ],
    })),
  ).toBuffer();
}
