import type { OfferedSection } from '../model';
import type { SheetField } from './field';
import type { DayKey } from './grid';

/** Something in one cell that has to be changed or, for a warning, looked at. */
export interface CellIssue {
  /** The header's text, or the usual name of the column if the sheet has none. */
  column: string;
  /** The name by which a mended cell refers to the column: its letter, or the field if the sheet has no such column. */
  at: string;
  field: SheetField;
  /** A whole sentence: 第 8 行「名额」写的是“若干”，请填一个数字，例如 30 */
  text: string;
  /** True for a warning that follows from the draft itself. Every look finds it again, so it is not kept as a hint. */
  derived?: true;
}

export interface ReadRow {
  /** The row number that Excel shows, from 1. */
  row: number;
  /** The row is hidden in the sheet. */
  hidden?: true;
  /** The row is struck through in the sheet. */
  struck?: true;
  /**
   * Staff have left the row out (`SheetAnswers.without`). It is read only to be shown: it has no issues and clashes
   * with nothing.
   */
  leftOut?: true;
  /** The contents of the columns that were understood, by their letters, in a form that can be typed again. */
  cells: Readonly<Record<string, string>>;
  /** Set if the row can be read by itself, even if it clashes with another one. */
  draft?: OfferedSection;
  errors: CellIssue[];
  warnings: CellIssue[];
}

export interface ReadColumn {
  /** `A`, `B`, … */
  letter: string;
  header: string;
  /** Absent if the header was not understood. The column is then ignored. */
  field?: SheetField;
}

export interface ReadTab {
  /** Empty for a csv. */
  name: string;
  hidden: boolean;
  /** How many of its rows look like a class; 0 if it has no header of a course sheet. */
  sections: number;
}

/**
 * A question that only staff can decide. Nothing is stored before it is answered.
 * - `sheets`: answered by naming a tab (`sheet`).
 * - `hidden`: answered by saying what to do with hidden rows and columns (`hidden`). That also answers for hidden tabs.
 * - `struck`: answered by saying what to do with rows that are struck through (`struck`).
 */
export type SheetQuestion =
  | { about: 'sheets'; sheets: ReadTab[]; text: string }
  | { about: 'hidden'; rows: number[]; columns: string[]; text: string }
  | { about: 'struck'; rows: number[]; text: string };

export interface SheetReading {
  /** The name of the sheet that was read, and those of the other visible ones. Names are empty for a csv. */
  sheet: string;
  otherSheets: string[];
  /** All tabs of the file, in its order. */
  tabs: ReadTab[];
  /** The row number that Excel shows; 0 if no header was found. */
  headerRow: number;
  columns: ReadColumn[];
  rows: ReadRow[];
  /** Rows that are no section: notes, totals, headings within the table. */
  skipped: { row: number; text: string }[];
  /** Problems of the file as a whole, in sentences. While there is one, nothing may be stored. */
  problems: string[];
  /** The questions to answer before anything may be stored. */
  questions: SheetQuestion[];
}

/** Staff's decisions about a sheet, in addition to its contents. */
export interface SheetAnswers {
  /** The tab to read; absent = the first one that is a course sheet. */
  sheet?: string;
  /** What to do with hidden rows and columns: read them as if they were visible, or ignore them. */
  hidden?: 'take' | 'leave';
  /** The same for rows that are struck through. */
  struck?: 'take' | 'leave';
  /** Rows to leave out, by Excel's numbers. */
  without?: readonly number[];
}

export interface UnderstandOptions extends SheetAnswers {
  /** The instant from which a date without a year is counted. */
  now: number;
  /** 法定节假日. Lessons of a weekly schedule skip them. */
  holidays: readonly DayKey[];
  defaults?: { waitlistLimit?: number; organisation?: string };
}

/** True for a row that may be stored. */
export const isRight = (row: ReadRow): row is ReadRow & { draft: OfferedSection } =>
  row.draft !== undefined && row.errors.length === 0 && !row.leftOut;

/** True if the whole sheet may be stored, except for the rows that staff have left out. */
export const isClean = (reading: SheetReading): boolean =>
  reading.problems.length === 0 &&
  reading.questions.length === 0 &&
  reading.rows.some(isRight) &&
  reading.rows.every(row => row.leftOut || isRight(row));
