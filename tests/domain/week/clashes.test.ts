import { HOUR } from '../../../domain/base/clock';
import type { Lesson } from '../../../domain/model';
import type { ClassInUse } from '../../../domain/week/class-in-use';
import { clashesOf, sharedWords } from '../../../domain/week/clashes';

const at = (hour: number, hours = 2): Lesson => ({ startsAt: hour * HOUR, endsAt: (hour + hours) * HOUR });
const one = (course: string, change: Partial<ClassInUse> = {}): ClassInUse => ({
  batchId: 'b',
  batchTitle: '第一期',
  sectionId: course,
  course,
  name: '一班',
  instructor: course,
  place: `${course}室`,
  lessons: [at(10)],
  ...change,
});
const pairs = (...classes: ClassInUse[]) =>
  clashesOf(classes, 0).map(clash => [clash.one.course, clash.other.course, clash.at / HOUR, sharedWords(clash)]);

test('two classes in one room at one time clash, however the room is written', () => {
  expect(pairs(one('茶艺', { place: '205' }), one('古琴', { place: '205室', lessons: [at(11)] }))).toEqual([
    ['茶艺', '古琴', 11, '同一间教室（205）'],
  ]);
});

test('one that begins when the other ends does not', () => {
  expect(pairs(one('茶艺', { place: '205' }), one('古琴', { place: '205', lessons: [at(12)] }))).toEqual([]);
});

test('one of two teachers is enough, and a room shared too is said in the same line', () => {
  expect(
    pairs(
      one('茶艺', { place: '205', instructor: '李文秀' }),
      one('古琴', { place: '205', instructor: '周敏、李文秀' }),
    ),
  ).toEqual([['茶艺', '古琴', 10, '同一间教室（205）、同一位老师（李文秀）']]);
});

test('a pair is listed once, at the first lesson that clashes; lessons that were called off do not', () => {
  const lessons = [{ ...at(10), cancelled: true as const }, at(34), at(58)];

  expect(pairs(one('茶艺', { place: '205', lessons }), one('古琴', { place: '205', lessons }))).toEqual([
    ['茶艺', '古琴', 34, '同一间教室（205）'],
  ]);
});

test('a long lesson clashes with each of those during it, the earliest first', () => {
  expect(
    pairs(
      one('合唱', { place: '礼堂', lessons: [at(8, 10)] }),
      one('茶艺', { place: '礼堂', lessons: [at(15)] }),
      one('古琴', { place: '礼堂', lessons: [at(9)] }),
    ).map(([, other, when]) => [other, when]),
  ).toEqual([
    ['古琴', 9],
    ['茶艺', 15],
  ]);
});

test('what is over is not listed: a lesson counts from its beginning', () => {
  const two = [one('茶艺', { place: '205' }), one('古琴', { place: '205' })];

  expect(clashesOf(two, 10 * HOUR)).toHaveLength(1);
  expect(clashesOf(two, 10 * HOUR + 1)).toEqual([]);
});

test('no room is no shared room', () => {
  expect(pairs(one('茶艺', { place: '待定' }), one('古琴', { place: '待定' }))).toEqual([]);
});
