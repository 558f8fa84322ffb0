import { titleOf, titleOrGone } from '../../../domain/batch/title';

test.each([
  ['茶艺', '一班', '茶艺一班'],
  ['茶艺', '茶艺', '茶艺'],
  ['茶艺', '', '茶艺'],
])('the class %s, %s is called %s', (course, name, title) => {
  expect(titleOf({ course, name })).toBe(title);
  expect(titleOrGone({ course, name })).toBe(title);
});

test('a class that is gone is called so', () => expect(titleOrGone(undefined)).toBe('（已删除的班）'));
