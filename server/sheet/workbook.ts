/**
 * The parts of a workbook to write. A `text` is always stored as text: `=1+1`, `-`, `007` and phone numbers stay as
 * they are. A `number` is a number. A `time` is an instant (epoch ms) and is shown in Shanghai time.
 */
export interface WorkColumn {
  title: string;
  /** In characters of the default font; a Chinese character counts as two. */
  width?: number;
  kind: 'text' | 'number' | 'time';
}

export type WorkValue = string | number | null;

/** A coloured cell: wrong (red), or merely explained (grey). */
export interface WorkCell {
  value: WorkValue;
  tone: 'error' | 'hint';
}

export interface WorkSheet {
  name: string;
  columns: WorkColumn[];
  /** False if the rows contain their own header. */
  header?: false;
  rows: (WorkValue | WorkCell)[][];
}
