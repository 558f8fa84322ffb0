import type { SheetView } from '../../../../domain/api';
import type { CellIssue, ReadRow, SheetReading } from '../../../../domain/sheet/draft';
import type { SheetField } from '../../../../domain/sheet/field';
import { titleOf } from '../../../../domain/batch/title';

/** A cell that was corrected on the page, and its earlier content. `column` is named as in the contract. */
export interface Mended {
  row: number;
  column: string;
  value: string;
  was: string;
}

/** What the page shows as one cell. Several columns of the sheet may belong to it, for example 上课时间 and 开课日期. */
export const GROUPS = {
  kind: '类型',
  course: '课程',
  time: '时间',
  place: '地点',
  instructor: '老师',
  capacity: '名额',
  waitlist: '候补',
  organisation: '承办',
  audience: '面向',
  bring: '自带',
  topics: '主题',
  note: '备注',
} as const;
export type Group = keyof typeof GROUPS;
const GROUP_NAMES = Object.keys(GROUPS) as Group[];

const GROUP_OF: Record<SheetField, Group> = {
  kind: 'kind',
  walkIn: 'kind',
  number: 'course',
  course: 'course',
  name: 'course',
  schedule: 'time',
  weekday: 'time',
  time: 'time',
  fromTime: 'time',
  toTime: 'time',
  firstDay: 'time',
  lastDay: 'time',
  count: 'time',
  length: 'time',
  skipDays: 'time',
  place: 'place',
  room: 'place',
  instructor: 'instructor',
  capacity: 'capacity',
  roomCapacity: 'place',
  waitlistLimit: 'waitlist',
  organisation: 'organisation',
  audienceText: 'audience',
  employers: 'audience',
  districts: 'audience',
  bring: 'bring',
  topics: 'topics',
  note: 'note',
};

/** A cell of the sheet, in a form that can be typed anew. */
export interface CellInput {
  column: string;
  header: string;
  value: string;
  faults: string[];
  /** Every line of it counts. */
  lines: boolean;
}

export interface SheetCell {
  group: Group;
  errors: CellIssue[];
  warnings: CellIssue[];
  inputs: CellInput[];
  /** What was corrected in it. */
  mended: Mended[];
}

/** Drops the row and the column from the text, because it stands beside the cell. */
export const inCell = (text: string) => text.replace(/^第 \d+ 行「[^」]*」/, '');

/** One cell of a row: what is wrong with it, what it contains, and what was corrected. */
export function cellOf(row: ReadRow, group: Group, { columns }: SheetReading, mended: readonly Mended[]): SheetCell {
  const mine = mended.filter(each => each.row === row.row);
  const issues = (of: readonly CellIssue[]) => of.filter(issue => GROUP_OF[issue.field] === group);
  const errors = issues(row.errors);
  const warnings = issues(row.warnings);
  const faultsAt = (...names: string[]) =>
    errors.filter(({ at }) => names.includes(at)).map(({ text }) => inCell(text));
  const inputs: CellInput[] = columns.flatMap(({ letter, header, field }) => {
    if (field === undefined || field === 'number' || GROUP_OF[field] !== group) return [];
    // A column that the sheet did not have was added for a corrected cell. The correction goes on naming it by its
    // field.
    const column = mended.some(each => each.column === field) ? field : letter;
    const value = row.cells[letter] ?? '';
    return [{ column, header, value, faults: faultsAt(letter, field), lines: field === 'topics' }];
  });
  for (const { at, column } of [...errors, ...warnings])
    if (!/^[A-Z]+$/.test(at) && !inputs.some(input => input.column === at))
      inputs.push({ column: at, header: column, value: '', faults: faultsAt(at), lines: false });
  const names = inputs.map(input => input.column);
  return { group, errors, warnings, inputs, mended: mine.filter(each => names.includes(each.column)) };
}

/** The further cells of a row, shown if the sheet has such a column. */
export const MORE: readonly Group[] = ['organisation', 'audience', 'bring', 'topics', 'note'];
export const hasColumn = ({ columns }: SheetReading, group: Group): boolean =>
  columns.some(({ field }) => field !== undefined && GROUP_OF[field] === group);

/**
 * The corrections after these values were typed into a cell. An unchanged value is no correction. Returns the same
 * list if nothing was changed.
 */
export function afterTyping(
  mended: Mended[],
  row: number,
  inputs: readonly CellInput[],
  typed: Readonly<Record<string, string>>,
): Mended[] {
  const changed = inputs.filter(({ column, value }) => typed[column] !== undefined && typed[column].trim() !== value);
  if (changed.length === 0) return mended;
  const isChanged = (each: Mended) => each.row === row && changed.some(({ column }) => column === each.column);
  const now = changed.flatMap(({ column, value }): Mended[] => {
    const was = mended.find(each => each.row === row && each.column === column)?.was ?? value;
    const said = (typed[column] ?? '').trim();
    return said === was ? [] : [{ row, column, value: said, was }];
  });
  return [...mended.filter(each => !isChanged(each)), ...now];
}

export const sameCell = (a: Mended, b: Mended): boolean => a.row === b.row && a.column === b.column;

/** A class of the sheet as people call it, even if its cell could not be read. */
export const rowTitle = ({ row, draft, cells }: ReadRow, { columns }: SheetReading): string => {
  if (draft) return titleOf(draft);
  const said = columns
    .filter(({ field }) => field === 'course' || field === 'name')
    .map(({ letter }) => cells[letter] ?? '')
    .join('');
  return said || `第 ${row} 行`;
};

/** The rows that are still to be imported. */
export const openRows = ({ reading }: SheetView, imported: readonly number[]): ReadRow[] =>
  reading.rows.filter(row => !row.leftOut && !imported.includes(row.row));

/** How many cells of a row have an issue of this kind. */
export const cellCount = (issues: readonly CellIssue[]): number => new Set(issues.map(({ at }) => at)).size;

/** The next red cell after this one, in the order of the page. After the last one it starts again at the top. */
export function nextRed(rows: readonly ReadRow[], after: { row: number; group: Group }): Place | undefined {
  const red = rows.flatMap(row =>
    GROUP_NAMES.filter(group => row.errors.some(issue => GROUP_OF[issue.field] === group)).map(group => ({
      row: row.row,
      group,
    })),
  );
  const behind = red.find(
    ({ row, group }) =>
      row > after.row || (row === after.row && GROUP_NAMES.indexOf(group) >= GROUP_NAMES.indexOf(after.group)),
  );
  return behind ?? red[0];
}

export interface Place {
  row: number;
  group: Group;
}
export const cellId = ({ row, group }: Place): string => `mend-${row}-${group}`;
