import type { Sheet } from '../../../domain/rating/rating';
import { satisfactionOf } from '../../../domain/report/satisfaction';
import type { Span } from '../../../domain/report/span';
import { at } from './numbers';

const YEAR = { from: '2027-01-01', to: '2027-12-31' };
const until = Date.parse('2028-01-01T00:00+08:00');
const instants = { from: Date.parse('2027-01-01T00:00+08:00'), until };
const sheets = (count: number, good: number) =>
  Array.from({ length: count }, (_, index): Sheet => ({ key: String(index), stars: index < good ? 5 : 2, chips: [] }));
const book = (_id: string, count: number, organisation: string, change: object = {}) => ({
  _id,
  course: '茶艺',
  organisation,
  sheets: sheets(count, count - 1),
  came: 20,
  closesAt: at('2027-07-01'),
  ...change,
});
const books = [book('five', 5, '文化馆'), book('two', 2, '文化馆'), book('three', 3, '烹饪协会')];
const of = (some = books, span: Span = YEAR, now = until) => satisfactionOf(some, span, instants, now);

test('a year with books of 5, 2 and 3 shows 10; its small classes show nothing by themselves', () => {
  const { all, ofOrganisation, ofCourse, ofSection } = of();
  expect(all).toEqual({ share: 7 / 10, people: 10, rest: 5 });
  expect(ofOrganisation('文化馆')).toEqual({ share: 4 / 5, people: 5, rest: 0 });
  expect(ofOrganisation('烹饪协会')).toBeNull();
  expect(ofCourse('茶 艺')?.people).toBe(5);
  expect([ofSection('five')?.people, ofSection('two'), ofSection('unknown')]).toEqual([5, null, null]);
});

test.each([
  ['the year is not over', YEAR, until - 1],
  ['it is no calendar year', { from: '2027-01-01', to: '2027-12-30' }, until],
])('the small classes are not added while %s', (_, span, now) => {
  expect(of(books, span, now).all).toEqual({ share: 4 / 5, people: 5, rest: 0 });
});

test('a book counts in the span in which it closed', () => {
  const other = book('other', 9, '文化馆', { closesAt: until });
  expect(of([...books, other]).all?.people).toBe(10);
});

test('without a book that may be shown there is no satisfaction', () => {
  expect(of([book('four', 4, '文化馆')]).all).toBeNull();
  expect(of([]).all).toBeNull();
});
