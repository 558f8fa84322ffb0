import { lessonRows } from '../../../domain/sheet/lesson-rows';
import { draftSection, weekly } from '../draft/drafts';

const row = (firstDay: string, instructor = '陈静', lessons = 1) => ({
  draft: draftSection('0001', { instructor, lessons: weekly(firstDay, lessons) }),
});
const grouped = (...rows: ReturnType<typeof row>[]) =>
  lessonRows(rows).map(group => group.map(one => rows.indexOf(one)));

test.each([
  ['one instructor', '陈静', '陈静'],
  ['one instructor with a title', '陈静', '陈静老师'],
  ['two instructors in either order', '陈静、李芳', '李芳、陈静'],
  ['nobody yet', '待定', '待定'],
])('rows of one lesson on two days are one class: %s', (_, first, second) => {
  expect(grouped(row('2027-03-10', first), row('2027-03-17', second))).toEqual([[0, 1]]);
});

test.each([
  ['two instructors', row('2027-03-10', '陈静'), row('2027-03-17', '李芳')],
  ['one day twice', row('2027-03-10'), row('2027-03-10')],
  ['courses of several lessons', row('2027-03-10', '陈静', 2), row('2027-03-17', '陈静', 2)],
])('%s are not', (_, first, second) => {
  expect(grouped(first, second)).toEqual([]);
});
