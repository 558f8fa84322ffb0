import { DAY, HOUR, instantOf } from '../../../domain/base/clock';
import type { ClassInUse } from '../../../domain/week/class-in-use';
import { weekGrid } from '../../../domain/week/grid';

const MONDAY = instantOf('2027-03-08', '00:00')!;
const at = (day: number, hour: number) => {
  const startsAt = MONDAY + day * DAY + hour * HOUR;
  return { startsAt, endsAt: startsAt + 2 * HOUR };
};
const one = (course: string, change: Partial<ClassInUse> = {}): ClassInUse => ({
  batchId: 'b',
  batchTitle: '第一期',
  sectionId: course,
  course,
  name: '一班',
  instructor: '李文秀',
  place: '205',
  lessons: [at(0, 19)],
  ...change,
});
const seen = (classes: ClassInUse[], by: 'room' | 'person' = 'room') =>
  weekGrid(classes, by, MONDAY).map(row => [
    row.name,
    row.days.map(day => day.map(lesson => `${lesson.title}${lesson.clash ? '!' : ''}`).join(' ')).join('|'),
  ]);

test('a week begins with Monday at midnight and ends before the next', () => {
  const lessons = [at(0, 0), at(6, 23), { startsAt: MONDAY - 1, endsAt: MONDAY + HOUR }, at(7, 0)];

  expect(seen([one('茶艺', { lessons })])).toEqual([['205', '茶艺一班||||||茶艺一班']]);
});

test('two spellings of a room are one row; lessons that overlap are marked, and those that only touch are not', () => {
  expect(
    seen([
      one('茶艺'),
      one('古琴', { place: '205室', lessons: [at(0, 20)] }),
      one('合唱', { lessons: [at(0, 22), at(1, 9)] }),
    ]),
  ).toEqual([['205', '茶艺一班! 古琴一班! 合唱一班|合唱一班|||||']]);
});

test('by people, a class of two stands in two rows, and a clash over another batch or a draft is one', () => {
  const { sectionId: _, ...draft } = one('古琴', { batchId: 'd', place: '301', instructor: '周敏、李文秀' });

  expect(seen([one('茶艺'), draft], 'person')).toEqual([
    ['李文秀', '茶艺一班! 古琴一班!||||||'],
    ['周敏', '古琴一班||||||'],
  ]);
});

test('what was called off and what has no room is not there', () => {
  expect(seen([one('茶艺', { lessons: [{ ...at(0, 19), cancelled: true }] }), one('古琴', { place: '待定' })])).toEqual(
    [],
  );
});
