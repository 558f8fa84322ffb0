import type { ReadRow } from './draft';
import type { SheetField } from './field';
import type { Cell } from './grid';
import { USUAL, type Header } from './headers';
import { clockOfFraction } from './hours';
import { CELL_LIMIT } from './limits';
import { quote, tidy } from './words';

/** The column in which to correct a wrong schedule if the sheet has no column of that meaning. */
const INSTEAD: Partial<Record<SheetField, SheetField[]>> = {
  firstDay: ['schedule', 'time', 'weekday'],
  lastDay: ['firstDay', 'schedule'],
  count: ['length', 'schedule', 'time'],
  skipDays: ['schedule', 'firstDay'],
  schedule: ['time', 'weekday', 'fromTime', 'firstDay'],
};
/** The header of a column of lessons that are moved, added or made up for. */
const MOVES = /[补调加]课/;
const NOTHING = /^(?:无|没有|否|不|-+|\/)?$/;
/** Signs that people write for "same as the cell above". */
const DITTO = /^(?:同上|同前|如上|〃|″|"|”|“)$/;
/** Words that suggest the class may not take place. */
const CALLED_OFF =
  /(?<![可需能要行])(?:取消|暂停)(?=[)）】\]。，,；; ]|$|本班|开课|开班|招生)|停办|停开|停招|撤课|不再开/;

/** A cell as text. In a column of times, a fraction of a day is a clock time. */
const textOf = (cell: Cell | undefined, field?: SheetField): string => {
  if (cell == null || (typeof cell === 'object' && 'fault' in cell)) return '';
  if (typeof cell === 'number' && cell > 0 && cell < 1 && field && /time|schedule/i.test(field))
    return clockOfFraction(cell);
  return String(cell);
};

/** A cell in a form that can be typed again. A formula without a result has none. */
const typed = (cell: Cell | undefined, field: SheetField): string => {
  if (cell != null && typeof cell === 'object') return cell.fault === 'TOO_LONG' ? cell.shown : '';
  return field === 'topics' ? textOf(cell).trimEnd() : tidy(textOf(cell, field));
};

/** The cells of one row by their fields, and the issues to report about them. */
export class RowCells {
  readonly read: ReadRow;
  private isCalledOff = false;

  constructor(
    private readonly header: Header,
    private readonly cells: readonly Cell[],
    row: number,
  ) {
    const there = header.columns.flatMap(({ index, letter, field }) =>
      field === undefined || letter === '' ? [] : [[letter, typed(cells[index], field)] as const],
    );
    this.read = { row, cells: Object.fromEntries(there), errors: [], warnings: [] };
  }

  /** The texts of all columns of a field, joined. */
  text(field: SheetField): string {
    return this.columns(field)
      .map(column => {
        const text = tidy(textOf(this.cells[column.index], field));
        // In a column of 补课 or 调课, a day is not by itself a day of the course.
        if (field !== 'schedule' || !MOVES.test(column.header)) return text;
        return NOTHING.test(text) ? '' : `，${column.header}：${text}`;
      })
      .filter(text => text !== '')
      .join(field === 'note' ? '；' : ' ');
  }

  /** The text of a field in which every line counts. */
  lines(field: SheetField): string {
    return this.columns(field)
      .map(column => textOf(this.cells[column.index]).trimEnd())
      .join('\n');
  }

  /** Reports what is wrong with a field: `第 8 行「名额」写的是“若干”，请填一个数字，例如 30`. */
  say(kind: 'errors' | 'warnings', field: SheetField, text: string): void {
    const there = [field, ...(INSTEAD[field] ?? [])].find(each => this.columns(each).length > 0) ?? field;
    const column = this.columns(there)[0];
    const called = column?.header ?? USUAL[field] ?? field;
    const value = this.text(there);
    const state = !column ? '表里没有这一列，' : value === '' ? '空着，' : `写的是${quote(value)}，`;
    this.read[kind].push({
      column: called,
      at: column?.letter ?? there,
      field,
      text: `第 ${this.read.row} 行「${called}」${state}${text}`,
    });
  }

  columns(field: SheetField): Header['columns'] {
    return this.header.columns.filter(column => column.field === field);
  }

  protected faults(): void {
    for (const { index, letter, header, field } of this.header.columns) {
      const cell = this.cells[index];
      if (typeof cell === 'string' && CALLED_OFF.test(cell) && field !== 'schedule' && !this.isCalledOff) {
        this.isCalledOff = true;
        this.say('warnings', 'course', `这一行写着${quote(cell)}，请核对这个班还要不要`);
      }
      if (typeof cell === 'string' && field !== undefined && DITTO.test(tidy(cell)))
        this.say('errors', field, '请把内容写全');
      if (field === undefined || field === 'number' || cell === null || typeof cell !== 'object') continue;
      const what = {
        FORMULA_ERROR: `公式的结果是 ${cell.shown}，请直接填写内容`,
        FORMULA_WITHOUT_VALUE: `公式“${cell.shown}”没有保存结果，请直接填写内容`,
        TOO_LONG: `${quote(cell.shown)}太长了，一格最多 ${CELL_LIMIT} 个字，请缩短`,
      }[cell.fault];
      this.read.errors.push({
        column: header,
        at: letter,
        field,
        text: `第 ${this.read.row} 行「${header}」${what}`,
      });
    }
  }

  faulty(field: SheetField): boolean {
    return this.read.errors.some(error => error.field === field);
  }
}
