import type { SheetField } from '../../../domain/sheet/field';
import type { Cell } from '../../../domain/sheet/grid';
import { RowCells } from '../../../domain/sheet/row-cells';

/** A row of these columns; a column without a field is one that nobody knows. */
function row(...given: [header: string, field: SheetField | undefined, cell: Cell, letter?: string][]) {
  const columns = given.map(
    ([header, field, , letter = String.fromCharCode(65 + given.findIndex(one => one[0] === header))], index) => ({
      index,
      letter,
      header,
      ...(field === undefined ? {} : { field }),
    }),
  );
  return new RowCells(
    { bottom: 0, lines: [], columns },
    given.map(one => one[2]),
    8,
  );
}
const said = (of: RowCells, field: SheetField) => {
  of.say('errors', field, '请核对');
  return of.read.errors.map(({ at, column, text }) => [at, column, text]);
};

test('a fraction of a day is a clock in a column of times, and a number in every other', () => {
  expect(row(['时间', 'schedule', 0.75]).text('schedule')).toBe('18:00');
  expect(row(['开始', 'fromTime', 0.5]).text('fromTime')).toBe('12:00');
  expect(row(['名额', 'capacity', 0.5]).text('capacity')).toBe('0.5');
  expect(row(['时间', 'schedule', 0]).text('schedule')).toBe('0');
  expect(row(['时间', 'schedule', 1]).text('schedule')).toBe('1');
  expect(row(['时间', 'schedule', '0.5']).text('schedule')).toBe('0.5');
});

test('several columns of a field are put together, what is blank is not, and notes have a mark between them', () => {
  const of = row(
    ['时间', 'schedule', '每周二'],
    ['安排', 'schedule', null],
    ['课表', 'schedule', '19:00-20:30'],
    ['备注', 'note', '带茶具'],
    ['说明', 'note', '先到先得'],
  );
  expect(of.text('schedule')).toBe('每周二 19:00-20:30');
  expect(of.text('note')).toBe('带茶具；先到先得');
  expect(of.text('place')).toBe('');
});

test('only a column of times has its header among its words', () => {
  expect(row(['备注(补课)', 'note', '另行通知']).text('note')).toBe('另行通知');
});

test('what is typed anew is the cell as it is read; of a fault only a text that is too long', () => {
  const of = row(
    ['课程', 'course', ' 茶艺 '],
    ['时间', 'schedule', 0.75],
    ['名额', 'capacity', { fault: 'FORMULA_ERROR', shown: '#REF!' }],
    ['备注', 'note', { fault: 'TOO_LONG', shown: '很长' }],
    ['地点', 'place', null],
    ['电话', undefined, '123'],
    ['讲师', 'instructor', '李文秀', ''],
  );
  expect(of.read.cells).toEqual({ A: '茶艺', B: '18:00', C: '', D: '很长', E: '' });
  expect(of.text('capacity')).toBe('');
});

test('a sentence names the row, the column and what it says', () => {
  expect(said(row(['招生人数', 'capacity', '若干']), 'capacity')).toEqual([
    ['A', '招生人数', '第 8 行「招生人数」写的是“若干”，请核对'],
  ]);
  expect(said(row(['招生人数', 'capacity', ' ']), 'capacity')).toEqual([
    ['A', '招生人数', '第 8 行「招生人数」空着，请核对'],
  ]);
});

test.each<[SheetField, SheetField, string]>([
  ['firstDay', 'schedule', 'schedule'],
  ['firstDay', 'time', 'time'],
  ['firstDay', 'weekday', 'weekday'],
  ['lastDay', 'firstDay', 'firstDay'],
  ['lastDay', 'schedule', 'schedule'],
  ['count', 'length', 'length'],
  ['count', 'schedule', 'schedule'],
  ['skipDays', 'schedule', 'schedule'],
  ['skipDays', 'firstDay', 'firstDay'],
  ['schedule', 'time', 'time'],
  ['schedule', 'weekday', 'weekday'],
  ['schedule', 'fromTime', 'fromTime'],
  ['schedule', 'firstDay', 'firstDay'],
])('%s is mended in the column of %s, where the sheet has none of its own', (field, there, header) => {
  expect(said(row([header, there, '五']), field)).toEqual([['A', header, `第 8 行「${header}」写的是“五”，请核对`]]);
});

test('where there is no column at all it is called as usual', () => {
  expect(said(row(['课程', 'course', '茶艺']), 'capacity')).toEqual([
    ['capacity', '名额', '第 8 行「名额」表里没有这一列，请核对'],
  ]);
  expect(said(row(['课程', 'course', '茶艺']), 'weekday')).toEqual([
    ['weekday', 'weekday', '第 8 行「weekday」表里没有这一列，请核对'],
  ]);
});
