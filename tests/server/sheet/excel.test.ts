import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotatedWorkbook } from '../../../server/sheet/annotated';
import { readSheet } from '../../../server/sheet/read';
import { dayKey, instantOf, timeText } from '../../../domain/base/clock';
import type { SheetAnswers, SheetReading } from '../../../domain/sheet/draft';
import { isProblem, type Grid } from '../../../domain/sheet/grid';
import { understand } from '../../../domain/sheet/understand';
import { serial, xlsx, type RawCell, type RawOptions, type RawSheet } from '../../sheets/xlsx';

/** What Excel and others make of what people type. */
const NOW = instantOf('2027-02-20', '09:00')!;
const HEADER = ['课程名称', '班次', '讲师', '上课时间', '开课日期', '课次', '上课地点', '名额'];
const GOOD: RawCell[] = ['合唱', '一班', '陈静', '每周二 19:00-20:30', '2027/3/9', 12, '301室', 30];
const but = (change: Record<number, RawCell>): RawCell[] => GOOD.map((cell, at) => (at in change ? change[at]! : cell));

async function gridOf(bytes: Uint8Array, fileName = 'x.xlsx'): Promise<Grid> {
  const grid = await readSheet(bytes, fileName);
  if (isProblem(grid)) throw new Error(grid.problem);
  return grid;
}
const readingOf = async (bytes: Uint8Array, answers: SheetAnswers = {}): Promise<SheetReading> =>
  understand(await gridOf(bytes), { now: NOW, holidays: [], ...answers });
const ofRows = (rows: RawCell[][], more: Partial<RawSheet> = {}, options: RawOptions = {}) =>
  readingOf(xlsx([{ name: '表', rows: [HEADER, ...rows], ...more }], options));
const first = (reading: SheetReading) => reading.rows[0];
const errors = (reading: SheetReading) => reading.rows.flatMap(row => row.errors.map(error => error.text));
const begins = (reading: SheetReading) => dayKey(first(reading)?.draft?.lessons[0]?.startsAt ?? 0);

test('3.10 is kept as the number 3.1: which day it is is asked', async () => {
  expect(errors(await ofRows([but({ 4: 3.1 })]))).toEqual([
    '第 2 行「开课日期」写的是“3.1”，分不清是 3月1日还是 3月10日（表格会把 3.10 存成 3.1），请写成 3月1日 或 3月10日',
  ]);
  // Only one of the two is a day, or only one is meant by it.
  expect(begins(await ofRows([but({ 4: 3.16 })]))).toBe('2027-03-16');
  expect(begins(await ofRows([but({ 4: 3.9 })]))).toBe('2027-03-09');
  expect(begins(await ofRows([but({ 4: '3.10起', 3: '每周三 19:00-20:30' })]))).toBe('2027-03-10');
});

test.each([
  ['aaaa', '星期二'],
  ['[$-804]aaaa;@', '星期二'],
  ['aaa', '二'],
  ['dddd', 'Tuesday'],
  ['"星期"aaa', '星期二'],
])('a 星期 column shown by the format %s', async format => {
  const rows: RawCell[][] = [
    ['课程名称', '讲师', '星期', '时间段', '开课日期', '课次', '上课地点', '名额'],
    ['合唱', '陈静', { serial: serial('2027-03-09'), format }, '19:00-20:30', '3月9日', 12, '301室', 30],
  ];

  expect(first(await readingOf(xlsx([{ name: '表', rows }])))?.draft).toMatchObject({ schedule: '每周二 19:00-20:30' });
});

test.each<[string, RawCell]>([
  ['a bare serial number', serial('2027-03-09')],
  ['a date', { serial: serial('2027-03-09'), format: 'yyyy/m/d' }],
  ['a date with an hour of nought', { serial: serial('2027-03-09'), format: 'yyyy/m/d h:mm' }],
  ['a formula with its value', { formula: 'DATE(2027,3,9)', value: serial('2027-03-09') }],
  ['text as a csv has it', '2027/3/9 0:00'],
  ['text with seconds', '2027-03-09 00:00:00'],
  ['digits', '20270309'],
  ['full width', '２０２７年３月９日'],
  ['marks of direction', '\u202d2027/3/9\u202c'],
  ['marks of no width and a wide blank', '\u200b2027年\u00a03月\u3000９日\ufeff'],
])('开课日期 as %s', async (_what, cell) => {
  const reading = await ofRows([but({ 4: cell })]);

  expect(errors(reading)).toEqual([]);
  expect(begins(reading)).toBe('2027-03-09');
});

test('a workbook of 1904', async () => {
  const reading = await ofRows(
    [but({ 4: { serial: serial('2027-03-09') - 1_462, format: 'yyyy-mm-dd' } })],
    {},
    { date1904: true },
  );

  expect(begins(reading)).toBe('2027-03-09');
});

test('hours as fractions of a day, with a format and without', async () => {
  const header: RawCell[] = [
    '课程名称',
    '讲师',
    '星期',
    '开始时间',
    '结束时间',
    '开课日期',
    '课次',
    '上课地点',
    '名额',
  ];
  const of = (from: RawCell, to: RawCell): RawCell[] => ['合唱', '陈静', '二', from, to, '3月9日', 12, '301室', 30];
  for (const format of ['h:mm', 'h:mm AM/PM', '上午/下午h"时"mm"分"', undefined]) {
    const clock = (fraction: number): RawCell => (format === undefined ? fraction : { serial: fraction, format });
    const reading = await readingOf(xlsx([{ name: '表', rows: [header, of(clock(19 / 24), clock(20.5 / 24))] }]));

    expect(errors(reading)).toEqual([]);
    expect(timeText(first(reading)?.draft?.lessons[0]?.startsAt ?? 0)).toBe('19:00');
  }
});

test('a formula: its value counts, a fault is told, none is told too', async () => {
  expect(first(await ofRows([but({ 7: { formula: '10+20', value: 30 } })]))?.draft?.capacity).toBe(30);
  expect(errors(await ofRows([but({ 7: { error: '#N/A' } })]))[0]).toContain('公式的结果是 #N/A');
  expect(errors(await ofRows([but({ 7: { formula: '10+20' } })]))[0]).toContain('没有保存结果');
});

test('paths with the slashes of Windows, and in capitals', async () => {
  const parts = unzipSync(xlsx([{ name: '表', rows: [HEADER, GOOD] }]));
  const renamed = (rename: (path: string) => string) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, data]) => [rename(path), data])));
  const relations = 'xl/_rels/workbook.xml.rels';
  const back = {
    ...parts,
    [relations]: strToU8(strFromU8(parts[relations]!).replaceAll('worksheets/', 'worksheets\\')),
  };

  expect(first(await readingOf(renamed(path => path.replaceAll('/', '\\'))))?.draft?.course).toBe('合唱');
  expect(first(await readingOf(renamed(path => path.replace('sharedStrings', 'SharedStrings'))))?.draft?.course).toBe(
    '合唱',
  );
  expect(first(await readingOf(zipSync(back)))?.draft?.course).toBe('合唱');
});

test('csv from Excel, with hours of nought', async () => {
  const text = [HEADER.join(','), GOOD.join(',').replace('2027/3/9', '2027/3/9 0:00')].join('\r\n');
  const reading = understand(await gridOf(strToU8(text), 'x.csv'), { now: NOW, holidays: [] });

  expect(errors(reading)).toEqual([]);
  expect(begins(reading)).toBe('2027-03-09');
});

describe('what is hidden', () => {
  const second = but({ 0: '茶艺', 2: '李芳', 6: '302室', 7: 100 });
  const third = but({ 0: '古琴', 2: '王洋', 6: '303室' });
  const courses = (reading: SheetReading) =>
    reading.rows.filter(row => row.errors.length === 0).map(row => row.draft?.course);

  test('rows are asked about, by their numbers', async () => {
    const sheet = { name: '表', rows: [HEADER, GOOD, second, third], hiddenRows: [3] };
    const asked = await readingOf(xlsx([sheet]));

    expect(asked.questions).toEqual([
      {
        about: 'hidden',
        rows: [3],
        columns: [],
        text: '第 3 行在表里是隐藏的。请选一起导入，还是不要；也可以在表里取消隐藏或删掉，再上传',
      },
    ]);
    expect(courses(asked)).toEqual(['合唱', '古琴']);
    const left = await readingOf(xlsx([sheet]), { hidden: 'leave' });
    expect([courses(left), left.questions, left.skipped]).toEqual([
      ['合唱', '古琴'],
      [],
      [{ row: 3, text: expect.stringMatching(/^（隐藏的行）茶艺 一班/) }],
    ]);
    expect(courses(await readingOf(xlsx([sheet]), { hidden: 'take' }))).toEqual(['合唱', '茶艺', '古琴']);
  });

  test('rows that are struck through are asked about in the same way, and do not come back from the annotated sheet', async () => {
    const sheet = { name: '表', rows: [HEADER, GOOD, second, third], struckRows: [3] };
    const asked = await readingOf(xlsx([sheet]));

    expect(asked.questions).toEqual([
      {
        about: 'struck',
        rows: [3],
        text: '第 3 行在表里划了删除线。请选一起导入，还是不要；也可以在表里去掉删除线或删掉这些行，再上传',
      },
    ]);
    expect(courses(asked)).toEqual(['合唱', '古琴']);
    expect(errors(asked)).toEqual([expect.stringContaining('这一行在表里划掉了，请先选要不要导入')]);
    expect(courses(await readingOf(xlsx([sheet]), { struck: 'take' }))).toEqual(['合唱', '茶艺', '古琴']);
    const left = await readingOf(xlsx([sheet]), { struck: 'leave' });
    expect([courses(left), left.questions, left.skipped]).toEqual([
      ['合唱', '古琴'],
      [],
      [{ row: 3, text: expect.stringMatching(/^（划掉的行）茶艺 一班/) }],
    ]);
    const again = await readingOf(await annotatedWorkbook(await gridOf(xlsx([sheet])), asked));
    expect(courses(again)).toEqual(['合唱', '古琴']);
  });

  test('a row both hidden and struck through has two questions', async () => {
    const bytes = xlsx([{ name: '表', rows: [HEADER, GOOD, second], struckRows: [3], hiddenRows: [3] }]);

    expect((await readingOf(bytes)).questions.map(each => each.about)).toEqual(['hidden', 'struck']);
    expect((await readingOf(bytes, { hidden: 'take' })).questions.map(each => each.about)).toEqual(['struck']);
    expect(courses(await readingOf(bytes, { hidden: 'take', struck: 'take' }))).toEqual(['合唱', '茶艺']);
  });

  test('text that is struck through within its cells counts where it is the whole cell, and half of the row', async () => {
    const row = ['茶艺', '丙班', '李芳', '每周五 09:00-10:00', '2027/3/12', 8, '302室', 99];
    const parts = unzipSync(xlsx([{ name: '表', rows: [HEADER, GOOD, row] }]));
    /** The sheet with these words struck through, each from its beginning to the letter before `until`. */
    const withStruck = (words: unknown[], until?: number) => {
      const strings = strFromU8(parts['xl/sharedStrings.xml']!).replace(
        /<t [^>]*>([^<]*)<\/t>/g,
        (whole, text: string) =>
          words.includes(text)
            ? `<r><rPr><strike/></rPr><t>${text.slice(0, until)}</t></r><r><t>${text.slice(until ?? text.length)}</t></r>`
            : whole,
      );
      return readingOf(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings) }));
    };

    expect((await withStruck(row)).questions).toMatchObject([{ about: 'struck', rows: [3] }]);
    expect((await withStruck(row, 1)).questions).toEqual([]);
    expect((await withStruck(row.slice(0, 3))).questions).toEqual([]);
  });

  test('a hidden class takes nobody’s room, and gives its course to no other', async () => {
    const rows = [
      HEADER,
      but({ 0: '茶艺' }),
      but({ 0: '古琴', 7: 20 }),
      but({ 0: null, 1: '二班', 2: '李芳', 6: '302室' }),
    ];
    const reading = await readingOf(xlsx([{ name: '表', rows, hiddenRows: [2] }]));

    expect(reading.rows.map(row => row.errors.length)).toEqual([1, 0, 0]);
    const left = await readingOf(xlsx([{ name: '表', rows, hiddenRows: [3] }]), { hidden: 'leave' });
    expect(left.rows.map(row => row.draft?.course)).toEqual(['茶艺', '古琴']);
  });

  test('a column is asked about; one that is shown counts before it', async () => {
    const old = [...HEADER, '名额'];
    const rows = [old, [...but({ 7: 100 }), 30]];
    const both = await readingOf(xlsx([{ name: '表', rows, hiddenColumns: ['H'] }]));
    expect([both.questions, first(both)?.draft?.capacity]).toEqual([[], 30]);

    const only = xlsx([{ name: '表', rows: [HEADER, GOOD], hiddenColumns: ['F'] }]);
    expect((await readingOf(only)).questions).toMatchObject([{ about: 'hidden', rows: [], columns: ['F'] }]);
    expect(first(await readingOf(only, { hidden: 'take' }))?.draft?.lessons).toHaveLength(12);
    expect(errors(await readingOf(only, { hidden: 'leave' }))[0]).toContain('没有写一共几次');
  });

  test('a row of no height is hidden, and so is a column of no width', async () => {
    const bytes = xlsx([{ name: '表', rows: [HEADER, GOOD, second], hiddenRows: [3], hiddenColumns: ['F'] }]);
    const parts = unzipSync(bytes);
    const path = 'xl/worksheets/sheet1.xml';
    const flat = strFromU8(parts[path]!)
      .replace(/(<row[^>]*) hidden="1"/, '$1 ht="0" customHeight="1"')
      .replace('width="9" hidden="1"', 'width="0"');

    const reading = await readingOf(zipSync({ ...parts, [path]: strToU8(flat) }));

    expect(reading.questions).toMatchObject([{ rows: [3], columns: ['F'] }]);
  });

  test('a hidden tab of classes is asked about, one of other things is not', async () => {
    const names = { name: '名单', rows: [['姓名', '电话']] as RawCell[][], hidden: true };
    const tab = { name: '现在', rows: [HEADER, GOOD] };
    const old = { name: '去年', rows: [HEADER, second], hidden: true };

    expect((await readingOf(xlsx([names, tab]))).questions).toEqual([]);
    const asked = await readingOf(xlsx([old, tab]));
    expect([asked.sheet, asked.questions]).toMatchObject([
      '现在',
      [{ about: 'sheets', text: expect.stringContaining('“去年”1 个班（隐藏的工作表）') }],
    ]);
    expect((await readingOf(xlsx([old, tab]), { hidden: 'leave' })).questions).toEqual([]);
    expect((await readingOf(xlsx([old, tab]), { sheet: '去年' })).rows[0]?.draft?.course).toBe('茶艺');
    const alone = await readingOf(xlsx([old]));
    expect(alone.questions).toMatchObject([{ about: 'sheets', text: expect.stringContaining('只有隐藏的工作表') }]);
  });

  test('the sheet with remarks leaves out what is hidden, and says what stood there', async () => {
    const grid = await gridOf(xlsx([{ name: '表', rows: [HEADER, GOOD, second, third], hiddenRows: [3] }]));
    const again = async (hidden?: 'take' | 'leave') => {
      const reading = understand(grid, { now: NOW, holidays: [], ...(hidden ? { hidden } : {}) });
      return readingOf(await annotatedWorkbook(grid, reading, hidden ? { hidden } : {}));
    };

    const asked = await again();
    expect(courses(asked)).toEqual(['合唱', '古琴']);
    expect(asked.skipped[0]).toMatchObject({
      row: 3,
      text: expect.stringContaining('第 3 行原来是隐藏的，没有带过来：茶艺'),
    });
    expect(courses(await again('take'))).toEqual(['合唱', '茶艺', '古琴']);
  });

  test('the sheet with remarks keeps the tabs that were not read', async () => {
    const tabs = [
      { name: '一', rows: [HEADER, GOOD] },
      { name: '二', rows: [HEADER, second] },
    ];
    const grid = await gridOf(xlsx(tabs));
    const reading = understand(grid, { now: NOW, holidays: [], sheet: '二' });
    const file = await annotatedWorkbook(grid, reading);

    expect((await readingOf(file, { sheet: '一' })).rows[0]?.draft?.course).toBe('合唱');
    expect((await readingOf(file, { sheet: '二' })).rows[0]?.draft?.course).toBe('茶艺');
  });
});
