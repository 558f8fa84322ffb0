/**
 * What a workbook to write is made of. A `text` is stored as text whatever it looks like: `=1+1`, `-`, `007` and
 * phone numbers stay as they are. A `number` is a number; a `time` is an instant (epoch ms) and is shown in Shanghai time.
 */
export interface WorkColumn {
  title: string;
  /** In characters of the default font; a Chinese character is two. */
  width?: number;
  kind: 'text' | 'number' | 'time';
}

export type WorkValue = string | number | null;

/** A cell that is coloured: wrong (red), or merely explained (grey). */
export interface WorkCell {
  value: WorkValue;
  tone: 'error' | 'hint';
}

export interface WorkSheet {
  name: string;
  columns: WorkColumn[];
  /** False where the rows hold their own header. */
  header?: false;
  rows: (WorkValue | WorkCell)[][];
}
