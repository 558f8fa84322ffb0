import { instantOf } from '../../../domain/base/clock';
import { checkDrafts, firstOverlap, peopleIn, placeKey } from '../../../domain/sheet/check';
import type { OfferedSection } from '../../../domain/model';

const lesson = (day: string, time: string, hours = 1) => {
  const startsAt = instantOf(day, time)!;
  return { startsAt, endsAt: startsAt + hours * 3_600_000 };
};
const TUESDAY = lesson('2027-03-09', '19:00');
const WEDNESDAY = lesson('2027-03-10', '19:00');
let count = 0;
/** A class like no other, in what is not said. */
const draft = (change: Partial<OfferedSection> = {}): OfferedSection => {
  const n = (count += 1);
  return {
    course: `课程${n}`,
    category: 'tea',
    name: '一班',
    instructor: '待定',
    organisation: '',
    place: `${n}室`,
    schedule: '',
    lessons: [TUESDAY],
    audienceText: '',
    note: '',
    capacity: 10,
    waitlistLimit: 5,
    ...change,
  };
};
const said = (...drafts: OfferedSection[]) =>
  checkDrafts(drafts, ['2027-03-10'], (_, index) => `第 ${index} 行`).map(one => [
    one.index,
    one.field,
    one.severity,
    one.text,
  ]);

test('classes that have nothing in common have nothing to say', () => {
  expect(said(draft(), draft(), draft())).toEqual([]);
  expect(said()).toEqual([]);
});

test('a lesson on a holiday is to be looked at', () => {
  expect(said(draft({ lessons: [TUESDAY, WEDNESDAY] }))).toEqual([
    [0, 'schedule', 'warning', '3月10日 周三是法定节假日，请核对要不要上课'],
  ]);
});

test('a place without a room is to be looked at; one that is not said yet is no place', () => {
  expect(said(draft({ place: '文化馆' }))).toMatchObject([
    [0, 'place', 'warning', expect.stringContaining('哪一间教室')],
  ]);
  expect(
    said(draft({ place: '205' }), draft({ place: '体育场' }), draft({ place: '3号楼' }), draft({ place: '' })),
  ).toEqual([]);
});

test('the same course and name twice: the later one is to have another name', () => {
  const twice = { course: '茶艺', name: '一班' };
  expect(said(draft(twice), draft(), draft(twice))).toEqual([
    [2, 'name', 'error', '和第 0 行同名，请改班次，例如 二班'],
  ]);
  expect(said(draft(twice), draft({ ...twice, name: '二班' }))).toEqual([]);
});

test('one instructor in two classes at a time', () => {
  const both = [draft({ instructor: '李文秀' }), draft({ instructor: '陈静、李文秀' })];
  expect(said(...both)).toEqual([
    [1, 'instructor', 'error', '李文秀老师在 3月9日 周二 19:00 同时在第 0 行上课，请改时间或换老师'],
  ]);
  expect(
    said(draft({ instructor: '李文秀' }), draft({ instructor: '李文秀', lessons: [lesson('2027-03-09', '20:00')] })),
  ).toEqual([]);
});

test('one room in two classes at a time', () => {
  expect(said(draft({ place: '205室' }), draft({ place: '205 室' }))).toEqual([
    [1, 'place', 'error', '205 室在 3月9日 周二 19:00 已经排给第 0 行，请改时间或换教室'],
  ]);
  expect(
    said(draft({ place: '待定' }), draft({ place: '待定' })).filter(([, , severity]) => severity === 'error'),
  ).toEqual([]);
});

test('one sentence for each cell, about the first class that it is about', () => {
  const all = { course: '茶艺', name: '一班', instructor: '李文秀', place: '205' };
  expect(said(draft(all), draft(all), draft(all)).map(([index, field]) => [index, field])).toEqual([
    [1, 'name'],
    [1, 'instructor'],
    [1, 'place'],
    [2, 'name'],
    [2, 'instructor'],
    [2, 'place'],
  ]);
  // Each of the three may be about another class.
  const apart = [draft({ instructor: '李文秀' }), draft({ place: '205' }), draft({ course: '茶艺' }), draft(all)];
  expect(said(...apart).map(([index, field]) => [index, field])).toEqual([
    [3, 'instructor'],
    [3, 'place'],
    [3, 'name'],
  ]);
});

test('an instructor who is taken twice is told once', () => {
  const thursday = lesson('2027-03-11', '19:00');
  const [first, second, both] = [[TUESDAY], [thursday], [TUESDAY, thursday]].map(lessons =>
    draft({ instructor: '李文秀', lessons }),
  );
  expect(said(first!, second!, both!).map(([index, field]) => [index, field])).toEqual([[2, 'instructor']]);
});

test.each(['待定', '另行通知', '-', '/', '无', ''])('the place %j is no room yet', place => {
  expect(placeKey(place)).toBe('');
});

test('of people in a cell names are compared; 教师1 is the same one in two classes, 待定 is nobody', () => {
  expect(placeKey('205 室')).toBe(placeKey('205室'));
  expect(peopleIn('李文秀、陈静').map(one => one.name)).toEqual(['李文秀', '陈静']);
  expect(peopleIn('教师1')).toEqual([{ name: '教师1', key: expect.any(String) }]);
  expect(peopleIn('教师1、教师2').map(one => one.name)).toEqual(['教师1', '教师2']);
  expect(peopleIn(' 12 ')).toEqual([{ name: ' 12 ', key: '12' }]);
  expect(peopleIn('待定')).toEqual([]);
});

test('the first lesson that meets one of the other class; one that was called off meets none', () => {
  const week = [TUESDAY, WEDNESDAY];
  expect(firstOverlap(week, [WEDNESDAY])).toBe(WEDNESDAY);
  expect(firstOverlap(week, [lesson('2027-03-11', '19:00')])).toBeUndefined();
  expect(firstOverlap([{ ...TUESDAY, cancelled: true }, WEDNESDAY], week)).toBe(WEDNESDAY);
});

test.each([
  ['301', '301室'],
  ['301', '301教室'],
  ['３０１室', '301 室'],
  ['三〇一室', '301室'],
  ['文化宫（301室）', '文化宫301教室'],
])('%s and %s are one room', (one, other) => {
  expect(placeKey(one)).toBe(placeKey(other));
});

test.each(['地点待定', '教室待安排', 'TBD', '线上', '腾讯会议', '线上教学', '线上（腾讯会议）'])(
  'any number of classes can be in %s at a time',
  place => {
    expect(placeKey(place)).toBe('');
  },
);

test('two rooms stay two', () => {
  const rooms = ['301室', '302室', '1301室', '3号楼301室', '文化宫', '一号厅', '二号厅'];
  expect(new Set(rooms.map(placeKey)).size).toBe(rooms.length);
});

test.each(['TBD', 'N/A', '暂缺', '拟定', '另聘'])('%s teaches nowhere twice', nobody => {
  expect(said(draft({ instructor: nobody }), draft({ instructor: nobody }))).toEqual([]);
});

test('who teaches, by name or by number, each known by a key', () => {
  expect(peopleIn('陈静、李文秀').map(({ name }) => name)).toEqual(['陈静', '李文秀']);
  expect(peopleIn('教师1').map(({ name }) => name)).toEqual(['教师1']);
  expect(peopleIn('待定')).toEqual([]);
  expect(placeKey('三零一室')).toBe(placeKey('301'));
});

test.each([
  [10, undefined],
  [11, '11 个名额比场地容量 10 多，请核对坐不坐得下'],
  [12, '12 个名额比场地容量 10 多，请核对坐不坐得下'],
  [13, '13 个名额太多，场地只能坐 10 人，名额最多 12'],
])('%d seats in a room for 10', (capacity, text) => {
  const severity = capacity > 12 ? 'error' : 'warning';
  const issues = text === undefined ? [] : [[0, 'capacity', severity, text]];
  expect(said(draft({ capacity, roomCapacity: 10 }))).toEqual(issues);
});

test('a room of which nobody knows how many it holds has room for any class', () => {
  expect(said(draft({ capacity: 2_000 }), draft({ capacity: 2_000, roomCapacity: 0 }))).toEqual([]);
});
