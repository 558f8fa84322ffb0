import { cut } from '../base/cut';
import { CELL_LIMIT } from './limits';

/**
 * A file of tables as it stands: cells of sheets, nothing understood yet. Made from bytes by `server/sheet/read.ts`.
 */

/** `2027-03-09`, a Shanghai calendar day. */
export type DayKey = string;

/** A formula whose value is an error, or that was saved without a value; or a text that is longer than is kept. */
export interface CellFault {
  fault: 'FORMULA_ERROR' | 'FORMULA_WITHOUT_VALUE' | 'TOO_LONG';
  /** What stands there to see: `#REF!`, the formula, or how the text begins. */
  shown: string;
}

/** `null` is blank. A number that the sheet shows as a date is text already: `2027-03-09`, `19:00`, `2027-03-09 19:00`. */
export type Cell = string | number | CellFault | null;

/** A merged block, all ends inclusive and counted from 0. Only its top left cell has a value. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetGrid {
  /** As the tab says; empty for a csv. */
  name: string;
  /** `rows[0]` is Excel's row 1; rows may differ in length. */
  rows: Cell[][];
  /** Excel's number of the last row with a value, where it is more than `rows` holds. */
  lastRow?: number;
  merges: Merge[];
  /** True where the tab is hidden. */
  hidden?: true;
  /** Indices in `rows` and of columns that are hidden, by hand or by a filter. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  /** Indices in `rows` of rows that are struck through, at least half of their cells. */
  struckRows?: readonly number[];
}

export interface Grid {
  fileName: string;
  sheets: SheetGrid[];
}

export type SheetProblemCode =
  'EMPTY' | 'TOO_LARGE' | 'TOO_MUCH' | 'PASSWORD' | 'OLD_XLS' | 'PICTURE' | 'OTHER_KIND' | 'BROKEN';

/** A cell of this text: a text that is too long is a fault, so that nothing of it is cut off unsaid. */
export const textCell = (text: string): Cell =>
  text.length <= CELL_LIMIT ? text : { fault: 'TOO_LONG', shown: cut(text, 60) };

/** Why a file is no table that can be read: one sentence that says what to do. */
export interface SheetProblem {
  code: SheetProblemCode;
  problem: string;
}

export const isProblem = (read: Grid | SheetProblem): read is SheetProblem => 'problem' in read;
