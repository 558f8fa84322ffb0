import type { OfferedSection } from '../model';
import type { SheetField } from './field';
import type { DayKey } from './grid';

/** Something to change (or, as a warning, to look at) in one cell. */
export interface CellIssue {
  /** The header's text, or what the column is usually called where the sheet has none. */
  column: string;
  /** How a mended cell names the column: its letter, or the field where the sheet has no such column. */
  at: string;
  field: SheetField;
  /** A whole sentence: 第 8 行「名额」写的是“若干”，请填一个数字，例如 30 */
  text: string;
  /** True for a warning that follows from the draft itself. It is found again at every look, so it is not kept as a hint. */
  derived?: true;
}

export interface ReadRow {
  /** As Excel shows it, from 1. */
  row: number;
  /** The row is hidden in the sheet. */
  hidden?: true;
  /** The row is struck through in the sheet. */
  struck?: true;
  /** Staff have left it out (`SheetAnswers.without`): it is read for show, has no issues and takes nobody's room. */
  leftOut?: true;
  /** What stands in the columns that were understood, by their letters, as it can be typed again. */
  cells: Readonly<Record<string, string>>;
  /** There where the row can be read by itself, though it may clash with another one. */
  draft?: OfferedSection;
  errors: CellIssue[];
  warnings: CellIssue[];
}

export interface ReadColumn {
  /** `A`, `B`, … */
  letter: string;
  header: string;
  /** Absent where the header was not understood; the column is then passed over. */
  field?: SheetField;
}

export interface ReadTab {
  /** Empty for a csv. */
  name: string;
  hidden: boolean;
  /** How many rows of it look like a class; 0 where it has no header of a course sheet. */
  sections: number;
}

/**
 * Something that only staff can decide. Nothing is stored before it is answered: `sheets` by naming a tab (`sheet`),
 * `hidden` by saying what becomes of hidden rows and columns (`hidden`), which also answers for hidden tabs, `struck` by
 * saying what becomes of rows that are struck through (`struck`).
 */
export type SheetQuestion =
  | { about: 'sheets'; sheets: ReadTab[]; text: string }
  | { about: 'hidden'; rows: number[]; columns: string[]; text: string }
  | { about: 'struck'; rows: number[]; text: string };

export interface SheetReading {
  /** The sheet that was read and the names of the other ones that are shown; empty names for a csv. */
  sheet: string;
  otherSheets: string[];
  /** All tabs of the file, in its order. */
  tabs: ReadTab[];
  /** As Excel shows it; 0 where no header was found. */
  headerRow: number;
  columns: ReadColumn[];
  rows: ReadRow[];
  /** Rows that are no section: notes, totals, headings within the table. */
  skipped: { row: number; text: string }[];
  /** What is wrong with the file as a whole, in sentences. With one of these nothing may be stored. */
  problems: string[];
  /** What must be answered before anything may be stored. */
  questions: SheetQuestion[];
}

/** What staff say of a sheet beside what stands in it. */
export interface SheetAnswers {
  /** The tab to read. Without it: the first one that is a course sheet. */
  sheet?: string;
  /** What to do with hidden rows and columns: read them as if they were shown, or pass them over. */
  hidden?: 'take' | 'leave';
  /** The same of rows that are struck through. */
  struck?: 'take' | 'leave';
  /** Rows that are left out, by Excel's numbers. */
  without?: readonly number[];
}

export interface UnderstandOptions extends SheetAnswers {
  /** The instant from which a date without a year is counted. */
  now: number;
  /** 法定节假日: lessons of a weekly schedule pass them over. */
  holidays: readonly DayKey[];
  defaults?: { waitlistLimit?: number; organisation?: string };
}

/** True for a row that may be stored. */
export const isRight = (row: ReadRow): row is ReadRow & { draft: OfferedSection } =>
  row.draft !== undefined && row.errors.length === 0 && !row.leftOut;

/** True where the whole sheet may be stored, but for the rows that staff have left out. */
export const isClean = (reading: SheetReading): boolean =>
  reading.problems.length === 0 &&
  reading.questions.length === 0 &&
  reading.rows.some(isRight) &&
  reading.rows.every(row => row.leftOut || isRight(row));
