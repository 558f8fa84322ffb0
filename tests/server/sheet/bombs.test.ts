import { strToU8 } from 'fflate';
import { readSheet } from '../../../server/sheet/read';
import { instantOf } from '../../../domain/base/clock';
import type { SheetReading } from '../../../domain/sheet/draft';
import { isProblem } from '../../../domain/sheet/grid';
import {
  CELL_LIMIT,
  CELLS_LIMIT,
  MERGES_LIMIT,
  SCHEDULE_LIMIT,
  SHEET_BYTES_LIMIT,
  STRINGS_LIMIT,
  TABS_LIMIT,
} from '../../../domain/sheet/limits';
import { understand } from '../../../domain/sheet/understand';
import { xlsx, type RawCell } from '../../sheets/xlsx';

/** Small files that unfold into a great deal. Each is refused in words, or told cell by cell; none is worked through. */
const NOW = instantOf('2027-02-20', '09:00')!;
const HEADER = ['课程名称', '上课时间', '开课日期', '课次', '上课地点', '名额', '备注'];
const row = (change: Record<number, RawCell> = {}): RawCell[] =>
  ['合唱', '每周二 19:00-20:30', '2027/3/9', 12, '301室', 30, null].map((cell, at) => change[at] ?? cell) as RawCell[];

/** What the file says, or why it is refused. */
async function told(bytes: Uint8Array): Promise<string | SheetReading> {
  expect(bytes.length).toBeLessThan(SHEET_BYTES_LIMIT);
  const read = await readSheet(bytes, '课程表.xlsx');
  return isProblem(read) ? read.problem : understand(read, { now: NOW, holidays: [] });
}

/** The first sheet of a good file, with this in place of its XML. */
const withXml = (xml: string): Uint8Array =>
  xlsx([{ name: '表', rows: [] }], { more: { 'xl/worksheets/sheet1.xml': strToU8(xml) } });
const sheet = (body: string): string => `<worksheet xmlns="x">${body}</worksheet>`;
const merges = (refs: readonly string[]): string =>
  sheet(
    `<sheetData><row><c t="inlineStr"><is><t>课程</t></is></c></row></sheetData><mergeCells>${refs
      .map(ref => `<mergeCell ref="${ref}"/>`)
      .join('')}</mergeCells>`,
  );

test('400,000 merged blocks', async () => {
  expect(await told(withXml(merges(Array.from({ length: 400_000 }, () => 'A1:B1'))))).toMatch(
    /太多合并的单元格（最多 5,000 个）/,
  );
});

test('4,000 merged blocks that cover everything, one over the other', async () => {
  expect(await told(withXml(merges(Array.from({ length: 4_000 }, () => 'A1:CV1000'))))).toMatch(/太多重叠的合并单元格/);
});

test('as many merged blocks as a sheet may have are read', async () => {
  const side = (index: number) => `A${index + 2}:A${index + 2}`;

  expect(await told(withXml(merges(Array.from({ length: MERGES_LIMIT }, (_, index) => side(index)))))).toMatchObject({
    problems: [expect.stringContaining('没有找到表头')],
  });
});

test.each([
  ['2,000,000 brackets', '('.repeat(2_000_000)],
  ['1,000,000 times 1-', '1-'.repeat(1_000_000)],
  ['one sign too many', '课'.repeat(CELL_LIMIT + 1)],
])('one cell of %s: its cell is named, and nothing of it is cut off unsaid', async (_what, text) => {
  for (const at of [0, 1, 6]) {
    const reading = await told(xlsx([{ name: '表', rows: [HEADER, row({ [at]: text })] }]));

    expect(reading).toMatchObject({
      rows: [{ errors: [{ text: expect.stringMatching(new RegExp(`^第 2 行「${HEADER[at]}」.*一格最多 500 个字`)) }] }],
    });
  }
});

test('a cell as long as may be is kept as it is', async () => {
  const note = '课'.repeat(CELL_LIMIT);

  expect(await told(xlsx([{ name: '表', rows: [HEADER, row({ 6: note })] }]))).toMatchObject({
    rows: [{ draft: { note }, errors: [] }],
  });
});

test('300 schedules of 10,000 signs', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => row({ 1: `${index} 每周二`.repeat(1_500) }));

  const reading = await told(xlsx([{ name: '表', rows: [HEADER, ...rows] }]));

  expect(typeof reading === 'string' ? [] : reading.rows.map(each => each.errors[0]?.text)).toEqual(
    rows.map((_, index) => expect.stringContaining(`第 ${index + 2} 行「上课时间」`)),
  );
});

test('a schedule of many columns that is long only as a whole', async () => {
  const long = `每周二 19:00-20:30${'、'.repeat(CELL_LIMIT - 20)}`;
  expect(long.length).toBeGreaterThan(SCHEDULE_LIMIT);

  expect(await told(xlsx([{ name: '表', rows: [HEADER, row({ 1: long })] }]))).toMatchObject({
    rows: [{ errors: [{ field: 'schedule', text: expect.stringContaining(`最多 ${SCHEDULE_LIMIT} 个字`) }] }],
  });
});

test('100,000 cells of one shared string of 2,000,000 signs', async () => {
  const cells = Array.from({ length: 99 }, () => '<c t="s"><v>0</v></c>').join('');
  const xml = sheet(`<sheetData>${`<row>${cells}</row>`.repeat(1_000)}</sheetData>`);
  const bytes = xlsx([{ name: '表', rows: [] }], {
    more: {
      'xl/worksheets/sheet1.xml': strToU8(xml),
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'x'.repeat(2_000_000)}</t></si></sst>`),
    },
  });

  expect(await told(bytes)).toMatchObject({ problems: [expect.stringContaining('没有找到表头')] });
});

test('more cells, strings, or tabs than a course sheet has', async () => {
  const tab = (index: number) => ({ name: `表${index}`, rows: [HEADER] });
  const line = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
  const strings = `<sst>${'<si><t/></si>'.repeat(STRINGS_LIMIT + 1)}</sst>`;

  expect(await told(withXml(sheet(`<sheetData>${line.repeat(CELLS_LIMIT / 100 + 1)}</sheetData>`)))).toMatch(
    /太多单元格/,
  );
  expect(await told(xlsx([{ name: '表', rows: [] }], { more: { 'xl/sharedStrings.xml': strToU8(strings) } }))).toMatch(
    /太多文字/,
  );
  expect(await told(xlsx(Array.from({ length: TABS_LIMIT + 1 }, (_, index) => tab(index))))).toMatch(/太多工作表/);
});

test('columns hidden a hundred thousand times', async () => {
  const hidden = '<col min="1" max="16384" hidden="1"/>'.repeat(100_000);

  expect(await told(withXml(sheet(`<cols>${hidden}</cols><sheetData/>`)))).toMatchObject({
    problems: ['这张表是空的，请下载模板，照着填写'],
  });
});
