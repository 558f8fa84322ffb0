import { checkDrafts } from './check';
import type { ReadRow, SectionDraft, SheetReading, UnderstandOptions } from './draft';
import type { Cell, Grid, SheetGrid } from './grid';
import { fieldOf, findHeader, headerText, type Header } from './headers';
import { SHEET_ROWS_LIMIT } from './limits';
import { filled } from './merged';
import { RowReader } from './row';
import { plain, tidy } from './words';

/** How a line that is no section begins. */
const NOTE =
  /^(示例|例[:如]|注|备注|说明|附|附注|附件|合计|总计|小计|共计|总共|联系|咨询|填表|制表|报名|温馨提示|审核|审批|单位负责人|★|※|\*|以上)/;

const NEEDED = [
  ['course', '课程名称'],
  ['capacity', '名额'],
] as const;

const isBlank = (cell: Cell | undefined): boolean => cell == null || (typeof cell === 'string' && plain(cell) === '');
const shown = (cell: Cell | undefined): string => (cell == null || typeof cell === 'object' ? '' : tidy(String(cell)));

/**
 * What a file of tables says: the first sheet whose header is understood, row by row. Nothing is thrown and nothing is
 * guessed in silence: what was passed over stands in `skipped`, what was filled in stands in `warnings`.
 */
export function understand(grid: Grid, options: UnderstandOptions): SheetReading {
  for (const raw of grid.sheets) {
    const sheet = filled(raw);
    const header = findHeader(sheet);
    if (!header) continue;
    const names = grid.sheets.filter(other => other !== raw).map(other => other.name);
    return readRows(sheet, header, names, options);
  }
  const [first] = grid.sheets;
  const empty = grid.sheets.every(sheet => sheet.rows.every(row => row.every(isBlank)));
  return {
    sheet: first?.name ?? '',
    otherSheets: grid.sheets.slice(1).map(sheet => sheet.name),
    headerRow: 0,
    columns: [],
    rows: [],
    skipped: [],
    problems: [
      empty
        ? '这张表是空的，请下载模板，照着填写'
        : '没有找到表头。请在一行里写上“课程名称、上课时间、上课地点、名额”等列名，或下载模板照着填写',
    ],
  };
}

function readRows(sheet: SheetGrid, header: Header, otherSheets: string[], options: UnderstandOptions): SheetReading {
  const reading: SheetReading = {
    sheet: sheet.name,
    otherSheets,
    headerRow: header.bottom + 1,
    columns: header.columns.map(({ index: _index, ...column }) => column),
    rows: [],
    skipped: [],
    problems: [],
  };
  const lastRow = sheet.lastRow ?? sheet.rows.length;
  if (lastRow > SHEET_ROWS_LIMIT) {
    reading.problems.push(
      `这张表有 ${lastRow.toLocaleString('en-US')} 行，一次最多读 ${SHEET_ROWS_LIMIT.toLocaleString('en-US')} 行，请分成几张表`,
    );
    return reading;
  }
  for (const [field, name] of NEEDED)
    if (!header.columns.some(column => column.field === field))
      reading.problems.push(`表里没有“${name}”这一列，请加上`);
  if (!header.columns.some(column => column.field && ['schedule', 'time', 'fromTime'].includes(column.field)))
    reading.problems.push('表里没有“上课时间”这一列，请加上，写成 每周三 19:00-20:30');
  if (reading.problems.length > 0) return reading;

  const drafts = new Map<ReadRow, SectionDraft>();
  let above: { course: string } | undefined;
  for (let index = header.bottom + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? [];
    if (cells.every(isBlank) || isHeaderAgain(cells, header)) continue;
    const text = lineOf(cells, header);
    if (text !== undefined) {
      reading.skipped.push({ row: index + 1, text });
      continue;
    }
    const reader = new RowReader(header, cells, index + 1, options);
    const draft = reader.draft(above);
    if (draft && isShared(sheet, header, index))
      reader.say('warnings', 'capacity', '这一格合并了几行，每个班都按这个数算，请核对');
    const course = draft?.course ?? reader.text('course');
    if (course !== '') above = { course };
    if (draft) drafts.set(reader.read, draft);
    reading.rows.push(reader.read);
  }
  if (reading.rows.length === 0) reading.problems.push('表头下面没有一个班，请从表头的下一行起填写');

  nameUnnamed(drafts);
  const checked = [...drafts.entries()];
  const rowOf = (at: number) => checked[at]?.[0].row ?? 0;
  const issues = checkDrafts([...drafts.values()], options.holidays, (_draft, at) => `第 ${rowOf(at)} 行`);
  for (const { index, field, severity, text } of issues) {
    const [read] = checked[index] ?? [];
    const column = header.columns.find(each => each.field === field)?.header ?? '课程名称';
    const issue = { column, field, text: `第 ${rowOf(index)} 行「${column}」${text}` };
    if (read) read[severity === 'error' ? 'errors' : 'warnings'].push(issue);
  }
  for (const [read, draft] of drafts) read.draft = draft;
  return reading;
}

/** The text of a line that is no section: a note, a total, a heading across the table. `undefined` for a section. */
function lineOf(cells: readonly Cell[], header: Header): string | undefined {
  const said = cells.filter(cell => !isBlank(cell));
  const texts = said.map(shown).filter(text => text !== '');
  const start = texts.slice(0, 2).find(text => NOTE.test(plain(text).replace(/\s/g, '')));
  if (start !== undefined) return texts.join(' ').slice(0, 80);
  // One text alone, or one merged over many cells; a number in front of it does not count.
  const number = header.columns.find(column => column.field === 'number')?.index;
  const different = new Set(cells.filter((cell, index) => !isBlank(cell) && index !== number).map(shown));
  return said.length === texts.length && different.size <= 1 ? texts.join(' ').slice(0, 80) : undefined;
}

/** The capacity is one merged cell over several rows: perhaps it was meant for all of them together. */
const isShared = (sheet: SheetGrid, header: Header, row: number): boolean => {
  const column = header.columns.find(each => each.field === 'capacity')?.index ?? -1;
  return sheet.merges.some(
    merge =>
      merge.top <= row &&
      row <= merge.bottom &&
      merge.top < merge.bottom &&
      merge.left <= column &&
      column <= merge.right,
  );
};

/** A header that is printed anew on each page. */
function isHeaderAgain(cells: readonly Cell[], header: Header): boolean {
  const known = header.columns.filter(column => column.field !== undefined);
  const again = known.filter(
    column =>
      fieldOf(cells[column.index]) === column.field && headerText(cells[column.index]) === headerText(column.header),
  );
  return again.length >= 3;
}

/** 一班, 二班, … for the sections of a course that have no 班次; one that is alone is 一班. */
function nameUnnamed(drafts: ReadonlyMap<ReadRow, SectionDraft>): void {
  const counts = new Map<string, number>();
  const taken = new Set([...drafts.values()].map(draft => `${draft.course} ${draft.name}`));
  for (const draft of drafts.values()) {
    while (draft.name === '') {
      const count = (counts.get(draft.course) ?? 0) + 1;
      counts.set(draft.course, count);
      const name = `${chinese(count)}班`;
      if (!taken.has(`${draft.course} ${name}`)) draft.name = name;
    }
  }
}

const chinese = (number: number): string => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (number >= 100) return String(number);
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[number % 10] ?? ''}`;
};
