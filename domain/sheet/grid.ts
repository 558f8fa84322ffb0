import { cut } from '../base/cut';
import { CELL_LIMIT } from './limits';

/**
 * A file of tables as it is: the cells of its sheets, before anything is understood. `server/sheet/read.ts` makes it
 * from bytes.
 */

/** `2027-03-09`, a Shanghai calendar day. */
export type DayKey = string;

/** A cell that cannot be read: a formula with an error or without a saved value, or a text that is too long to keep. */
export interface CellFault {
  fault: 'FORMULA_ERROR' | 'FORMULA_WITHOUT_VALUE' | 'TOO_LONG';
  /** The visible text: `#REF!`, the formula, or the beginning of the text. */
  shown: string;
}

/**
 * `null` is blank. A number that the sheet shows as a date is already text: `2027-03-09`, `19:00`, `2027-03-09 19:00`.
 */
export type Cell = string | number | CellFault | null;

/** A merged block, with all ends inclusive and counted from 0. Only its top left cell has a value. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetGrid {
  /** The name on the tab; empty for a csv. */
  name: string;
  /** `rows[0]` is Excel's row 1; rows may differ in length. */
  rows: Cell[][];
  /** Excel's number of the last row with a value, if there are more rows than `rows` holds. */
  lastRow?: number;
  merges: Merge[];
  /** True if the tab is hidden. */
  hidden?: true;
  /** Indices in `rows` and of columns that are hidden, by hand or by a filter. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  /** Indices in `rows` of rows that are struck through in at least half of their cells. */
  struckRows?: readonly number[];
}

export interface Grid {
  fileName: string;
  sheets: SheetGrid[];
}

export type SheetProblemCode =
  'EMPTY' | 'TOO_LARGE' | 'TOO_MUCH' | 'PASSWORD' | 'OLD_XLS' | 'PICTURE' | 'OTHER_KIND' | 'BROKEN';

/** A cell with this text. A text that is too long is a fault, so that nothing is cut off silently. */
export const textCell = (text: string): Cell =>
  text.length <= CELL_LIMIT ? text : { fault: 'TOO_LONG', shown: cut(text, 60) };

/** The reason why a file is no table that can be read: one sentence that says what to do. */
export interface SheetProblem {
  code: SheetProblemCode;
  problem: string;
}

export const isProblem = (read: Grid | SheetProblem): read is SheetProblem => 'problem' in read;
