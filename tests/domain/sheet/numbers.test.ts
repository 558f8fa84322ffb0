import { instantOf } from '../../../domain/base/clock';
import { dayTest, lessonAt, weeklyLessons } from '../../../domain/sheet/lessons';
import { chineseNumber, readNumber } from '../../../domain/sheet/numbers';

test.each([
  ['零', undefined],
  ['', undefined],
  ['一', 1],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十五', 35],
  ['一百', 100],
  ['一百零五', 105],
  ['一百二十', 120],
  ['九百九十九', 999],
  ['二班', undefined],
])('%j is the number %s', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

test.each([
  ['30', { value: 30 }],
  ['限30名', { value: 30 }],
  ['1,200', { value: 1200 }],
  ['十二人', { value: 12 }],
  ['若干', { why: '请填一个数字，例如 15' }],
  ['2', { value: 2 }],
  ['1', { why: '请填 2 或更大的数字' }],
  ['5000', { value: 5000 }],
  ['5001', { why: '最多 5000，请核对' }],
  ['2.5', { why: '请填整数，例如 15' }],
])('%j is read as %j', (text, read) => {
  expect(readNumber(text, 2, 5000, 15)).toEqual(read);
});

describe('lessons of a week', () => {
  const hours = { from: '19:00', to: '20:30' };
  const DAY = 86_400_000;
  const plan = (change: object = {}) =>
    weeklyLessons([{ weekdays: ['二', '四'], hours }], {
      firstDay: '2027-03-09',
      limit: 200,
      span: 400 * DAY,
      isOff: dayTest([]),
      count: 3,
      ...change,
    });
  const days = (change?: object) => plan(change).lessons.map(one => new Date(one.startsAt).toISOString().slice(5, 10));

  test('are on their weekdays at their hours, from the first day on, as many as there are to be', () => {
    expect(days()).toEqual(['03-09', '03-11', '03-16']);
    expect(days({ firstDay: '2027-03-10' })).toEqual(['03-11', '03-16', '03-18']);
    expect(plan().lessons[0]).toEqual({
      startsAt: instantOf('2027-03-09', '19:00'),
      endsAt: instantOf('2027-03-09', '20:30'),
    });
  });

  test('end on the last day, which counts', () => {
    expect(days({ count: undefined, lastDay: '2027-03-16' })).toEqual(['03-09', '03-11', '03-16']);
    expect(days({ count: undefined, lastDay: '2027-03-15' })).toEqual(['03-09', '03-11']);
  });

  test('pass days off over, and go on later', () => {
    expect(plan({ isOff: dayTest(['2027-03-11', '2027-03-13']) })).toMatchObject({ skipped: ['2027-03-11'] });
    expect(days({ isOff: dayTest(['2027-03-11']) })).toEqual(['03-09', '03-16', '03-18']);
  });

  test('are no more than the limit, and within the span', () => {
    expect(days({ count: 9, limit: 2 })).toHaveLength(2);
    expect(days({ count: 9, span: 8 * DAY })).toEqual(['03-09', '03-11', '03-16']);
    expect(days({ count: 9, span: 7 * DAY })).toEqual(['03-09', '03-11']);
    expect(days({ count: 1 })).toHaveLength(1);
  });

  test('are none from a day on that there is not', () => {
    expect(plan({ firstDay: '2027-02-30' })).toEqual({ lessons: [], skipped: [] });
    expect(lessonAt('2027-02-30', hours)).toBeUndefined();
  });

  test('several on a day are sorted, and the count may end within it', () => {
    const twice = [
      { weekdays: ['二'], hours },
      { weekdays: ['二'], hours: { from: '09:00', to: '10:00' } },
    ];
    const { lessons } = weeklyLessons(twice, {
      firstDay: '2027-03-09',
      limit: 200,
      span: 400 * DAY,
      isOff: () => false,
      count: 3,
    });
    expect(lessons.map(one => new Date(one.startsAt + 8 * 3_600_000).toISOString().slice(5, 13))).toEqual([
      '03-09T09',
      '03-09T19',
      '03-16T09',
    ]);
  });
});

test('a day is off from its midnight to the next', () => {
  const off = dayTest(['2027-03-10', '2027-02-30', '2027-03-12']);
  const at = (day: string, time: string) => off(instantOf(day, time)!);
  expect([
    at('2027-03-09', '23:59'),
    at('2027-03-10', '00:00'),
    at('2027-03-10', '23:59'),
    at('2027-03-11', '00:00'),
  ]).toEqual([false, true, true, false]);
  expect(at('2027-03-12', '12:00')).toBe(true);
  expect(dayTest([])(0)).toBe(false);
});
