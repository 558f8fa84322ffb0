import type { Cell, Merge, SheetGrid } from '../../../domain/sheet/grid';
import { mended, type MendedCell } from '../../../domain/sheet/mend';
import { asSeen, filled } from '../../../domain/sheet/merged';

const HEADER = ['课程名称', '上课时间', '名额', '地点'];
const sheet = (rows: Cell[][], merges: Merge[] = [], change: Partial<SheetGrid> = {}): SheetGrid => ({
  name: '一',
  rows: [HEADER, ...rows],
  merges,
  ...change,
});
const merge = (top: number, left: number, bottom: number, right: number): Merge => ({ top, left, bottom, right });
const grid = (...sheets: SheetGrid[]) => ({ fileName: 'a.xlsx', sheets });
const cell = (row: number, column: string, value: string): MendedCell => ({ row, column, value });
const after = (of: SheetGrid, ...cells: MendedCell[]) => mended(grid(of), cells, {}).sheets[0]!;
const tea = ['茶艺', '每周三', 12, '205'];

test('a cell is as it was mended, by its letter or its field; the others are as they were', () => {
  expect(after(sheet([tea]), cell(2, 'C', '20')).rows).toEqual([HEADER, ['茶艺', '每周三', '20', '205']]);
  expect(after(sheet([tea]), cell(2, 'capacity', '20')).rows[1]).toEqual(['茶艺', '每周三', '20', '205']);
  expect(after(sheet([tea]), cell(1, 'A', '课程')).rows[0]).toEqual(['课程', ...HEADER.slice(1)]);
});

test('a cell that is emptied is blank, also by spaces', () => {
  expect(after(sheet([tea]), cell(2, 'A', ''), cell(2, 'B', ' ')).rows[1]).toEqual([null, null, 12, '205']);
  expect(after(sheet([tea]), cell(2, 'A', ' 茶 ')).rows[1]?.[0]).toBe(' 茶 ');
});

test('a short row grows as far as it has to', () => {
  expect(after(sheet([['茶艺']]), cell(2, 'C', '20')).rows[1]).toEqual(['茶艺', null, '20']);
  expect(after(sheet([['茶艺']]), cell(2, 'B', '周三')).rows[1]).toEqual(['茶艺', '周三']);
});

test('a field without a column gets one on the right, once', () => {
  const { rows } = after(sheet([tea, tea]), cell(2, 'instructor', '李文秀'), cell(3, 'instructor', '陈静'));
  expect(rows).toEqual([
    [...HEADER, '讲师'],
    [...tea, '李文秀'],
    [...tea, '陈静'],
  ]);
});

test.each([
  ['a row above the first', cell(0, 'A', 'x')],
  ['a row below the last', cell(3, 'A', 'x')],
  ['a column that nobody knows', cell(2, '什么', 'x')],
  ['a field for which no column is made', cell(2, 'weekday', 'x')],
  ['the 101st column', cell(2, 'CW', 'x')],
])('%s is passed over', (_, one) => {
  expect(after(sheet([tea]), one).rows).toEqual([HEADER, tea]);
});

test('the 100th column and the 1,000th row are taken, the 1,001st is not', () => {
  expect(after(sheet([tea]), cell(2, 'CV', 'x')).rows[1]).toHaveLength(100);
  const long = sheet(Array.from({ length: 1_000 }, () => tea));
  expect(
    after(long, cell(1_000, 'A', 'x'), cell(1_001, 'A', 'x'))
      .rows.slice(-2)
      .map(row => row[0]),
  ).toEqual(['x', '茶艺']);
});

test('without a header no column can be made', () => {
  const bare = { name: '一', rows: [['茶艺', '205']], merges: [] };
  expect(after(bare, cell(1, 'instructor', 'x'), cell(1, 'B', '206')).rows).toEqual([['茶艺', '206']]);
});

test('a merged block of which one cell was mended is none any more, and its other cells keep the value', () => {
  const blocks = sheet([tea, [null, '每周四', 12, '206'], tea], [merge(1, 0, 2, 0)]);
  const split = after(blocks, cell(3, 'A', '书法'));
  expect(split.rows.map(row => row[0])).toEqual(['课程名称', '茶艺', '书法', '茶艺']);
  expect(split.merges).toEqual([]);
  // Cells around it, on each side, are no part of it.
  for (const beside of [cell(1, 'A', 'x'), cell(4, 'A', 'x'), cell(2, 'B', 'x')])
    expect(after(blocks, beside).merges).toEqual(blocks.merges);
  const middle = sheet([tea, tea, tea], [merge(2, 1, 2, 2)]);
  expect(after(middle, cell(3, 'A', 'x'), cell(3, 'D', 'x')).merges).toEqual(middle.merges);
  for (const within of [cell(3, 'B', 'x'), cell(3, 'C', 'x')])
    expect(after(middle, cell(2, 'B', 'x'), within).merges).toEqual([]);
});

test('only the tab that is read is mended; nothing mended is the same file', () => {
  const two = grid(sheet([tea]), { name: '二', rows: [['联系电话', '1', '2']], merges: [] });
  const done = mended(two, [cell(2, 'A', '书法')], {});
  expect(done.sheets.map(one => one.rows.at(-1)?.[0])).toEqual(['书法', '联系电话']);
  expect(done.sheets[1]).toBe(two.sheets[1]);
  expect(mended(two, [], {})).toBe(two);
  expect(mended(grid(), [cell(1, 'A', 'x')], {}).sheets).toEqual([]);
});

describe('merged blocks', () => {
  const rows = (cells: Cell[][], ...merges: Merge[]) => filled({ name: '', rows: cells, merges }).rows;

  test('have their value in every cell, as far as there are rows', () => {
    expect(rows([['a', 'b'], [null], []], merge(0, 0, 9, 0), merge(0, 1, 1, 2))).toEqual([
      ['a', 'b', 'b'],
      ['a', 'b', 'b'],
      ['a'],
    ]);
  });

  test('begin where they begin, and without a value are nothing', () => {
    expect(rows([[], []], merge(0, 0, 1, 1))).toEqual([[], []]);
    expect(rows([['a', null, 'c'], []], merge(0, 2, 1, 2))).toEqual([
      ['a', null, 'c'],
      [null, null, 'c'],
    ]);
  });

  test('reach to the hundredth column and no further', () => {
    expect(rows([['a']], merge(0, 0, 0, 500))[0]).toHaveLength(100);
  });

  test('hidden columns are blank where they are to be left out, and only there', () => {
    const hidden = { name: '', rows: [['a', 'b', 'c'], ['d']], merges: [], hiddenColumns: [1] };
    expect(asSeen(hidden, 'leave').rows).toEqual([['a', null, 'c'], ['d']]);
    expect(asSeen(hidden, 'take').rows).toEqual(hidden.rows);
    expect(asSeen(hidden, undefined).rows).toEqual(hidden.rows);
    expect(asSeen({ name: '', rows: [['a']], merges: [] }, 'leave').rows).toEqual([['a']]);
  });
});

test('a row above the first gets no column either', () => {
  expect(after(sheet([tea]), cell(0, 'note', 'x')).rows).toEqual([HEADER, tea]);
});
