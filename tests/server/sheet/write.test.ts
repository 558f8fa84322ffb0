import readXlsxFile from 'read-excel-file/node';
import { unzipSync, strFromU8 } from 'fflate';
import { annotatedWorkbook } from '../../../server/sheet/annotated';
import { readSheet } from '../../../server/sheet/read';
import { templateWorkbook } from '../../../server/sheet/template';
import { writeWorkbook } from '../../../server/sheet/write';
import { instantOf } from '../../../domain/base/clock';
import { isClean } from '../../../domain/sheet/draft';
import { isProblem, type Grid } from '../../../domain/sheet/grid';
import { SHEET_BYTES_LIMIT } from '../../../domain/sheet/limits';
import { understand } from '../../../domain/sheet/understand';
import { careless, chengdu, pudong, street } from '../../sheets/authors';

const OPTIONS = { now: instantOf('2027-02-20', '09:00') ?? 0, holidays: [] };

async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const grid = await readSheet(bytes, 'x.xlsx');
  if (isProblem(grid)) throw new Error(grid.problem);
  return grid;
}

const sheetXml = (file: Buffer): string => strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

const at = instantOf('2027-03-09', '19:00') ?? 0;
const roster = () =>
  writeWorkbook([
    {
      name: '名单',
      columns: [
        { title: '姓名', width: 12, kind: 'text' },
        { title: '手机', kind: 'text' },
        { title: '名次', kind: 'number' },
        { title: '报名时间', kind: 'time' },
      ],
      rows: [
        ['王芳', '13800000000', 1, at],
        ['=1+1', '+8613800000000', 2, null],
        ['-', '@cmd', '若干', at],
        ['=HYPERLINK("http://a.b")', '007', null, null],
        ['多行\n文字\u0000\u0007 <&>"\'', '', 3.5, null],
      ],
    },
    { name: '名单', columns: [{ title: '空', kind: 'text' }], rows: [] },
  ]);

test('another reader sees what was written: text as text, numbers as numbers, times as Shanghai wall clock', async () => {
  const file = await roster();

  const [first, second] = await readXlsxFile(file);

  expect([first?.sheet, second?.sheet]).toEqual(['名单', '名单 2']);
  // A day's fraction is no whole millisecond.
  const toSecond = (cell: unknown) =>
    cell instanceof Date ? new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString().slice(0, 19) : cell;
  expect(first?.data.map(row => row.map(toSecond))).toEqual([
    ['姓名', '手机', '名次', '报名时间'],
    ['王芳', '13800000000', 1, '2027-03-09T19:00:00'],
    ['=1+1', '+8613800000000', 2, null],
    ['-', '@cmd', '若干', '2027-03-09T19:00:00'],
    ['=HYPERLINK("http://a.b")', '007', null, null],
    ['多行\n文字 <&>"\'', null, 3.5, null],
  ]);
});

test('our reader sees the same', async () => {
  const { sheets } = await gridOf(await roster());

  expect(sheets[0]?.rows.slice(0, 3)).toEqual([
    ['姓名', '手机', '名次', '报名时间'],
    ['王芳', '13800000000', 1, '2027-03-09 19:00'],
    ['=1+1', '+8613800000000', 2],
  ]);
});

test('nothing is ever a formula', async () => {
  const xml = sheetXml(await roster());

  expect(xml).toContain('<row');
  expect(xml).not.toMatch(/<f[ >]/);
});

test('the template is read as a sheet with a good header and nothing to import', async () => {
  const file = await templateWorkbook();

  const grid = await gridOf(file);
  const reading = understand(grid, OPTIONS);

  expect(file.length).toBeLessThan(SHEET_BYTES_LIMIT);
  expect(grid.sheets.map(sheet => sheet.name)).toEqual(['课程表', '填写说明']);
  expect(reading.columns.every(column => column.field !== undefined)).toBe(true);
  expect(reading.skipped.map(line => line.row)).toEqual([2]);
  expect(reading.rows).toEqual([]);
});

test('the example of the template, without its mark, is a right section', async () => {
  const grid = await gridOf(await templateWorkbook());
  const example = grid.sheets[0]?.rows[1];
  if (example) example[0] = '茶艺';

  const reading = understand(grid, OPTIONS);

  expect(isClean(reading)).toBe(true);
  expect(reading.rows[0]?.draft).toMatchObject({ course: '茶艺', category: 'tea', capacity: 30, waitlistLimit: 15 });
  expect(reading.rows[0]?.draft?.lessons).toHaveLength(12);
});

test('the sheet with remarks says in each row what to change, and colours the wrong cells', async () => {
  const grid = await gridOf(careless());
  const reading = understand(grid, OPTIONS);

  const file = await annotatedWorkbook(grid, reading);

  const [sheet] = await readXlsxFile(file);
  expect(sheet?.data[0]?.at(-1)).toBe('要改的地方');
  expect(sheet?.data[1]?.at(-1)).toBeNull();
  expect(sheet?.data[2]?.at(-1)).toBe('第 3 行「名额」写的是“若干”，请填一个数字，例如 30');
  expect(sheet?.data[2]?.slice(0, 8)).toEqual(grid.sheets[0]?.rows[2]);
  const style = (address: string) => new RegExp(`<c r="${address}"[^>]*\\bs="(\\d+)"`).exec(sheetXml(file))?.[1];
  expect(style('H3')).toBeDefined();
  expect(style('H3')).not.toBe(style('H2'));
});

test('it can be mended and read again', async () => {
  const grid = await gridOf(careless());
  const again = await gridOf(await annotatedWorkbook(grid, understand(grid, OPTIONS)));
  const rows = again.sheets[0]?.rows ?? [];
  const [, good = []] = rows;
  const mended = {
    ...again,
    sheets: [
      {
        name: '课程',
        merges: [],
        rows: rows.map((row, index) =>
          index < 2
            ? row
            : [
                good[0] ?? null,
                `${index}班`,
                `老师${index}`,
                ...good.slice(3, 6),
                `${index}号教室`,
                30,
                row[8] ?? null,
              ],
        ),
      },
    ],
  };

  expect(isClean(understand(mended, OPTIONS))).toBe(true);
});

test.each([
  ['成都', chengdu],
  ['浦东', pudong],
  ['a street', street],
])('a right sheet comes back as it was understood: %s', async (_name, make) => {
  const grid = await gridOf(make());
  const reading = understand(grid, OPTIONS);

  const again = understand(await gridOf(await annotatedWorkbook(grid, reading)), OPTIONS);

  expect(again.rows.map(row => row.draft)).toEqual(reading.rows.map(row => row.draft));
  expect(again.rows.length).toBeGreaterThan(0);
});
