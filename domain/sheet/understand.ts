import { cut } from '../base/cut';
import { checkDrafts } from './check';
import type { ReadRow, SheetQuestion, SheetReading, UnderstandOptions } from './draft';
import type { SheetField } from './field';
import type { OfferedSection } from '../model';
import type { Grid, SheetGrid } from './grid';
import { fieldOf, findHeader, headerText, isHidden, USUAL, type Header } from './headers';
import { SHEET_ROWS_LIMIT } from './limits';
import { headersIn, isBlank, isHeaderAgain, lineOf, shown } from './lines';
import { asSeen } from './merged';
import { RowReader } from './row';
import { lessonRows } from './lesson-rows';
import { aboutTabs, chosenTab, tabsOf } from './tabs';
import { nameUnnamed } from './unnamed';
import { quote } from './words';

/**
 * Reads a file of tables row by row. Never throws, and guesses nothing silently. `skipped` and `otherSheets` list what
 * was ignored, `warnings` what was filled in, and `questions` what only staff can decide.
 */
export function understand(grid: Grid, options: UnderstandOptions): SheetReading {
  const tabs = tabsOf(grid);
  const at = chosenTab(grid, options, tabs);
  const raw = grid.sheets[at];
  const sheet = raw && asSeen(raw, options.hidden);
  const header = sheet && findHeader(sheet);
  const reading: SheetReading = {
    sheet: raw?.name ?? '',
    otherSheets: tabs.filter((tab, index) => index !== at && !tab.hidden).map(tab => tab.name),
    tabs,
    headerRow: header ? header.bottom + 1 : 0,
    columns: header ? header.columns.map(({ index: _index, ...column }) => column) : [],
    rows: [],
    skipped: [],
    problems: [],
    questions: aboutTabs(tabs, at, options),
  };
  if (sheet && header) readRows(reading, sheet, header, options);
  else
    reading.problems.push(
      grid.sheets.every(each => each.rows.every(row => row.every(isBlank)))
        ? '这张表是空的，请下载模板，照着填写'
        : '没有找到表头。请在一行里写上“课程名称、上课时间、上课地点、名额”等列名，或下载模板照着填写',
    );
  return reading;
}

const WHEN: readonly SheetField[] = ['schedule', 'time', 'fromTime'];

/** Problems that keep the whole sheet from being read. */
function problemsOf(sheet: SheetGrid, header: Header): string[] {
  const lastRow = sheet.lastRow ?? sheet.rows.length;
  if (lastRow > SHEET_ROWS_LIMIT)
    return [
      `这张表有 ${lastRow.toLocaleString('en-US')} 行，一次最多读 ${SHEET_ROWS_LIMIT.toLocaleString('en-US')} 行，请分成几张表`,
    ];
  // A second table beside the first would be lost, or its days would be mixed with those of the first.
  const courses = header.columns.filter(column => fieldOf(column.header) === 'course');
  for (const [at, again] of courses.entries()) {
    const course = courses.slice(0, at).find(before => headerText(before.header) === headerText(again.header));
    if (course)
      return [
        `${course.letter} 列和 ${again.letter} 列都是${quote(course.header)}，像是左右排了两张表。请把右边的班排到左边的下面`,
      ];
  }
  const has = (...fields: SheetField[]) =>
    header.columns.some(column => column.field !== undefined && fields.includes(column.field));
  const problems: string[] = [];
  if (!has('course')) problems.push('表里没有“课程名称”这一列，请加上');
  if (!has('capacity')) problems.push('表里没有“名额”这一列，请加上');
  if (!has(...WHEN)) problems.push('表里没有“上课时间”这一列，请加上，写成 每周三 19:00-20:30');
  const unknown = header.columns.filter(column => column.field === undefined);
  if (problems.length > 0 && unknown.length > 0)
    problems.push(
      `没有认出的列：${unknown.map(({ letter, header: text }) => `${letter} 列${quote(text)}`).join('、')}。如果就是其中一列，请改它的列名`,
    );
  return problems;
}

function readRows(reading: SheetReading, sheet: SheetGrid, header: Header, options: UnderstandOptions): void {
  reading.problems.push(...problemsOf(sheet, header));
  if (reading.problems.length > 0) return;

  const drafts = new Map<ReadRow, OfferedSection>();
  const named: Pick<OfferedSection, 'course' | 'name' | 'kind'>[] = [];
  let above: { course: string } | undefined;
  for (let index = header.bottom + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? [];
    if (cells.every(isBlank) || isHeaderAgain(cells, header)) continue;
    const text = lineOf(cells, header);
    if (text === undefined && headersIn(cells) >= 3) {
      reading.problems.push(
        `第 ${index + 1} 行又是一个表头，和第 ${reading.headerRow} 行的列不一样。请把下面的班排成同样的列，或放到另一个文件里`,
      );
      return;
    }
    const hidden = sheet.hiddenRows?.includes(index) ?? false;
    const struck = sheet.struckRows?.includes(index) ?? false;
    if (text !== undefined) {
      reading.skipped.push({ row: index + 1, text });
      continue;
    }
    const reader = new RowReader(header, cells, index + 1, options);
    const draft = reader.draft(above);
    const course = draft?.course ?? reader.text('course');
    if (!reader.read.errors.some(error => error.field === 'course')) above = { course };
    const passed =
      hidden && options.hidden === 'leave' ? '隐藏的行' : struck && options.struck === 'leave' ? '划掉的行' : undefined;
    if (passed !== undefined) {
      const all = cut(cells.map(shown).join(' ').replace(/ +/g, ' ').trim(), 80);
      reading.skipped.push({ row: index + 1, text: `（${passed}）${all}` });
      continue;
    }
    if (options.without?.includes(index + 1)) {
      const { row, cells: there } = reader.read;
      reading.rows.push({ row, cells: there, leftOut: true, ...(draft ? { draft } : {}), errors: [], warnings: [] });
      continue;
    }
    if (isShared(sheet, header, index))
      reader.say('warnings', 'capacity', '这一格合并了几行，每个班都按这个数算，请核对');
    if (hidden) reader.read.hidden = true;
    if (struck) reader.read.struck = true;
    const undecided = [
      ...(hidden && options.hidden === undefined ? ['是隐藏的'] : []),
      ...(struck && options.struck === undefined ? ['划掉了'] : []),
    ].join('，也');
    // A class that may not take place is not compared with others.
    if (undecided !== '') {
      reader.say('errors', 'course', `这一行在表里${undecided}，请先选要不要导入`);
      if (draft) reader.read.draft = draft;
    } else {
      if (draft) drafts.set(reader.read, draft);
      named.push(draft ?? reader.named);
    }
    reading.rows.push(reader.read);
  }
  if (reading.rows.length === 0) reading.problems.push('表头下面没有一个班，请从表头的下一行起填写');
  reading.questions.push(...aboutHidden(reading, sheet, header, options), ...aboutStruck(reading, options));

  refuseLessonRows(drafts, header);
  nameUnnamed(named);
  compare(drafts, header, options);
  for (const [read, draft] of drafts) read.draft = draft;
}

/**
 * Refuses rows that are lessons of one class and not classes. Their error says how to write them, and they are compared
 * with nothing.
 */
function refuseLessonRows(drafts: Map<ReadRow, OfferedSection>, header: Header): void {
  const rows = [...drafts].map(([read, draft]) => ({ read, draft }));
  const there = header.columns.find(each => each.field === 'name');
  const column = there?.header ?? USUAL.name ?? '';
  const at = there?.letter ?? 'name';
  for (const group of lessonRows(rows)) {
    const numbers = group.map(({ read }) => read.row);
    group.forEach(({ read, draft }, index) => {
      const say =
        index === 0
          ? `${rowsText(numbers)}每行只有一次课，像是${draft.course}同一个班的几次课。一个班只写一行：上课时间写全日期，例如 3月10日、3月17日 19:00-20:30，其余的行去掉；真是几个班，就在班次里写一班、二班`
          : `像是第 ${numbers[0]} 行那个班的另一次课，请看第 ${numbers[0]} 行`;
      read.errors.push({ column, at, field: 'name', text: `第 ${read.row} 行「${column}」${say}` });
      read.draft = draft;
      drafts.delete(read);
    });
  }
}

const MOST_ROWS = 6;

/** `第 3、4、5 行` */
const rowsText = (rows: readonly number[]): string =>
  `第 ${rows.slice(0, MOST_ROWS).join('、')}${rows.length > MOST_ROWS ? ` 等 ${rows.length}` : ''} 行`;

/** Reports problems between drafts at the row that each concerns. */
function compare(drafts: ReadonlyMap<ReadRow, OfferedSection>, header: Header, options: UnderstandOptions): void {
  const checked = [...drafts.entries()];
  const rowOf = (at: number) => checked[at]?.[0].row ?? 0;
  const issues = checkDrafts([...drafts.values()], options.holidays, (_draft, at) => `第 ${rowOf(at)} 行`);
  for (const { index, field, severity, text } of issues) {
    const [read] = checked[index] ?? [];
    const there = header.columns.find(each => each.field === field);
    const column = there?.header ?? '课程名称';
    const issue = {
      column,
      at: there?.letter ?? field,
      field,
      text: `第 ${rowOf(index)} 行「${column}」${text}`,
      derived: true as const,
    };
    if (read) read[severity === 'error' ? 'errors' : 'warnings'].push(issue);
  }
}

/** Asks about hidden rows that look like classes, and hidden columns that would be read. */
function aboutHidden(
  reading: SheetReading,
  sheet: SheetGrid,
  header: Header,
  options: UnderstandOptions,
): SheetQuestion[] {
  if (options.hidden !== undefined) return [];
  const rows = reading.rows.filter(row => row.hidden).map(row => row.row);
  const columns = header.columns.filter(
    ({ index, field }) =>
      field !== undefined &&
      isHidden(sheet, index) &&
      sheet.rows.some((cells, at) => at > header.bottom && !isBlank(cells[index])),
  );
  if (rows.length === 0 && columns.length === 0) return [];
  const named = [
    ...(rows.length > 0 ? [`第 ${rows.join('、')} 行`] : []),
    ...columns.map(({ letter, header: text }) => `${letter} 列“${text}”`),
  ];
  return [
    {
      about: 'hidden',
      rows,
      columns: columns.map(column => column.letter),
      text: `${named.join('，')}在表里是隐藏的。请选一起导入，还是不要；也可以在表里取消隐藏或删掉，再上传`,
    },
  ];
}

/** Asks about rows that look like classes and are struck through. */
function aboutStruck(reading: SheetReading, options: UnderstandOptions): SheetQuestion[] {
  const rows = reading.rows.filter(row => row.struck).map(row => row.row);
  if (options.struck !== undefined || rows.length === 0) return [];
  const text = `第 ${rows.join('、')} 行在表里划了删除线。请选一起导入，还是不要；也可以在表里去掉删除线或删掉这些行，再上传`;
  return [{ about: 'struck', rows, text }];
}

/** True if the capacity is one merged cell over several rows. Perhaps it was meant for all of them together. */
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
