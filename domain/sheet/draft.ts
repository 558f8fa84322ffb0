import type { Category, Lesson } from '../model';
import type { DayKey } from './grid';

/** What staff say of a section before it is published. */
export interface SectionDraft {
  course: string;
  /** Guessed from the course's name. */
  category: Category;
  /** 班次, e.g. 一班. */
  name: string;
  instructor: string;
  organisation: string;
  place: string;
  /** As people say it: 每周三 19:00-20:30. */
  schedule: string;
  /** Sorted by start, none overlaps another. */
  lessons: Lesson[];
  audienceText: string;
  note: string;
  capacity: number;
  waitlistLimit: number;
}

/** What a column can say. */
export type SheetField =
  | 'number'
  | 'course'
  | 'name'
  | 'instructor'
  | 'organisation'
  | 'place'
  | 'room'
  | 'schedule'
  | 'weekday'
  | 'time'
  | 'fromTime'
  | 'toTime'
  | 'firstDay'
  | 'lastDay'
  | 'count'
  | 'skipDays'
  | 'capacity'
  | 'waitlistLimit'
  | 'audienceText'
  | 'note';

/** Something to change (or, as a warning, to look at) in one cell. */
export interface CellIssue {
  /** The header's text, or the column's letter where the sheet has no such column. */
  column: string;
  field: SheetField;
  /** A whole sentence: 第 8 行「名额」写的是“若干”，请填一个数字，例如 30 */
  text: string;
}

export interface ReadRow {
  /** As Excel shows it, from 1. */
  row: number;
  /** There where the row can be read by itself, though it may clash with another one. */
  draft?: SectionDraft;
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

export interface SheetReading {
  /** The sheet that was read and the names of those that were not; empty names for a csv. */
  sheet: string;
  otherSheets: string[];
  /** As Excel shows it; 0 where no header was found. */
  headerRow: number;
  columns: ReadColumn[];
  rows: ReadRow[];
  /** Rows that are no section: notes, totals, headings within the table. */
  skipped: { row: number; text: string }[];
  /** What is wrong with the file as a whole, in sentences. With one of these, or an error in a row, nothing may be stored. */
  problems: string[];
}

export interface UnderstandOptions {
  /** The instant from which a date without a year is counted. */
  now: number;
  /** 法定节假日: lessons of a weekly schedule pass them over. */
  holidays: readonly DayKey[];
  defaults?: { waitlistLimit?: number; organisation?: string };
}

/** True where the whole sheet may be stored. */
export const isClean = (reading: SheetReading): boolean =>
  reading.problems.length === 0 &&
  reading.rows.length > 0 &&
  reading.rows.every(row => row.draft !== undefined && row.errors.length === 0);
