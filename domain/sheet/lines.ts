import { cut } from '../base/cut';
import type { SheetField } from './field';
import type { Cell } from './grid';
import { fieldOf, headerText, type Header } from './headers';
import { chineseNumber } from './numbers';
import { plain, tidy } from './words';

/** How a line that is no class may begin, if it says neither when nor how many. */
const NOTE =
  /^(示例|例[:如]|注|备注|说明|附|附注|附件|联系|咨询|填表|制表|报名|温馨提示|审核|审批|单位负责人|★|※|\*|以上)/;
/** The example of the template. */
const EXAMPLE = /^(示例|例如?):/;
const TOTAL = /^(合计|总计|小计|共计|总共|累计)(?!\p{Script=Han}{2})/u;
const WHEN: readonly SheetField[] = ['schedule', 'weekday', 'time', 'fromTime', 'toTime', 'firstDay'];

export const isBlank = (cell: Cell | undefined): boolean =>
  cell == null || (typeof cell === 'string' && plain(cell) === '');
export const shown = (cell: Cell | undefined): string =>
  cell == null ? '' : typeof cell !== 'object' ? tidy(String(cell)) : cell.fault === 'TOO_LONG' ? tidy(cell.shown) : '';

/**
 * The text of a line that is no class: a note, a total, a heading across the table. `undefined` for a class. A line
 * that says when is a class, whatever it is called. A total says only how many, and a note neither.
 */
export function lineOf(cells: readonly Cell[], header: Header): string | undefined {
  const said = cells.filter(cell => !isBlank(cell));
  const texts = said.map(shown).filter(text => text !== '');
  const all = cut(texts.join(' '), 80);
  const starts = texts.slice(0, 2).map(text => plain(text).replace(/\s/g, ''));
  if (starts.some(text => EXAMPLE.test(text))) return all;

  if (saysWhen(cells, header)) return undefined;
  if (starts.some(text => TOTAL.test(text))) return all;
  if (!saysSeats(cells, header) && starts.some(text => NOTE.test(text))) return all;
  // A single text, perhaps merged over many cells. A number in front of it does not count.
  const number = header.columns.find(column => column.field === 'number')?.index;
  const different = new Set(cells.filter((cell, index) => !isBlank(cell) && index !== number).map(shown));
  return said.length === texts.length && different.size <= 1 ? all : undefined;
}

const cellsOf = (cells: readonly Cell[], header: Header, fields: readonly SheetField[]): Cell[] => {
  // A text that is merged over the whole line says nothing about a time or a number.
  const course = header.columns.find(column => column.field === 'course');
  const across = course === undefined ? undefined : cells[course.index];
  return header.columns
    .filter(({ field }) => field !== undefined && fields.includes(field))
    .map(({ index }) => cells[index] ?? null)
    .filter(cell => !isBlank(cell) && cell !== across);
};

const saysWhen = (cells: readonly Cell[], header: Header): boolean =>
  cellsOf(cells, header, WHEN).some(
    cell =>
      typeof cell === 'number' ||
      (typeof cell === 'string' && /\d|周|星期|礼拜|每[天日晚早]|[一二三四五六七八九十][点月]/.test(plain(cell))),
  );

const saysSeats = (cells: readonly Cell[], header: Header): boolean =>
  cellsOf(cells, header, ['capacity']).some(
    cell =>
      typeof cell !== 'string' ||
      /\d/.test(plain(cell)) ||
      chineseNumber(plain(cell).replace(/[^零一二两三四五六七八九十百]/g, '')) !== undefined,
  );

/** How many cells of this row look like a header. */
export function headersIn(cells: readonly Cell[]): number {
  return new Set(cells.map(fieldOf).filter(field => field !== undefined)).size;
}

/** True for a header that is printed again on each page. */
export const isHeaderAgain = (cells: readonly Cell[], header: Header): boolean =>
  header.lines.some(line => {
    const said = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
    return said.length >= 3 && said.every(index => headerText(cells[index]) === headerText(line[index]));
  });
