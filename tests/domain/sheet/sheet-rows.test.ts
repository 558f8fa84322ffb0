import { isClean, isRight, type ReadRow, type SheetQuestion, type SheetReading } from '../../../domain/sheet/draft';
import { isAbout } from '../../../domain/sheet/hints';
import { rowsToImport } from '../../../domain/sheet/sheet-rows';
import { draftSection } from '../draft/drafts';

const error = { column: '名额', at: 'H', field: 'capacity' as const, text: '请填一个数字' };
const row = (number: number, change: Partial<ReadRow> = {}): ReadRow => ({
  row: number,
  cells: {},
  draft: draftSection('0001'),
  errors: [],
  warnings: [],
  ...change,
});
const reading = (rows: ReadRow[], change: Partial<SheetReading> = {}): SheetReading => ({
  sheet: '表',
  otherSheets: [],
  tabs: [],
  headerRow: 1,
  columns: [],
  rows,
  skipped: [],
  problems: [],
  questions: [],
  ...change,
});
const taken = (only: 'right' | number[] | undefined, of: SheetReading) => {
  const rows = rowsToImport(of, only);
  return 'refused' in rows ? rows.refused : rows.map(one => one.row);
};
const sheet = reading([row(2), row(3), row(4, { errors: [error] })]);
const { draft: _, ...unread } = row(5);

test('right is a row that was read, has no error and was not left out', () => {
  expect([row(2), row(3, { errors: [error] }), row(4, { leftOut: true }), unread].map(isRight)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each<[string, Partial<SheetReading>, boolean]>([
  ['all is right', {}, true],
  ['a problem of the whole sheet', { problems: ['这张表是空的'] }, false],
  ['an open question', { questions: [{ about: 'struck', rows: [2], text: '' }] }, false],
])('clean? %s: %#', (_name, change, clean) => {
  expect(isClean(reading([row(2)], change))).toBe(clean);
});

test.each<['right' | number[] | undefined, number[] | 'SHEET_HAS_ERRORS']>([
  [undefined, 'SHEET_HAS_ERRORS'],
  ['right', [2, 3]],
  [[2], [2]],
  [
    [2, 3],
    [2, 3],
  ],
  [[4], 'SHEET_HAS_ERRORS'],
  [[2, 4], 'SHEET_HAS_ERRORS'],
  [[2, 9], 'SHEET_HAS_ERRORS'],
])('of a sheet with a wrong row, asked for %j: %j', (only, rows) => {
  expect(taken(only, sheet)).toEqual(rows);
});

test.each<[string, SheetQuestion, boolean]>([
  ['which tab is meant', { about: 'sheets', sheets: [], text: '' }, false],
  ['whether a hidden column counts', { about: 'hidden', rows: [], columns: ['C'], text: '' }, false],
  ['whether a hidden row counts', { about: 'hidden', rows: [9], columns: [], text: '' }, true],
  ['whether a struck row counts', { about: 'struck', rows: [9], text: '' }, true],
])('while it is open %s, right rows may be taken: %#', (_name, question, may) => {
  expect(taken('right', reading([row(2)], { questions: [question] }))).toEqual(may ? [2] : 'SHEET_HAS_ERRORS');
});

test('nothing is taken of a sheet with a problem of its own', () => {
  expect(taken('right', reading([row(2)], { problems: ['有两张表'] }))).toBe('SHEET_HAS_ERRORS');
});

test('whoever looked at the 班次 has looked at the course, and the other way round', () => {
  expect([isAbout('course', ['name']), isAbout('name', ['course']), isAbout('course', ['place'])]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isAbout('place', ['course', 'room'])).toBe(true);
});
