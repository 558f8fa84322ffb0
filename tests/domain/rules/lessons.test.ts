import { dateText, timeText } from '../../../domain/clock';
import { lessonsOf, parseSchedule } from '../../../domain/rules/lessons';

test.each([
  ['每周三 19:00-20:30', ['三'], '19:00', '20:30'],
  ['每周二、四 18:30-20:00', ['二', '四'], '18:30', '20:00'],
  ['周日 9:30—11:30', ['日'], '09:30', '11:30'],
  ['星期天 09:30～11:30', ['日'], '09:30', '11:30'],
  ['每周六　０９：３０－１１：３０', ['六'], '09:30', '11:30'],
  ['每周一、周三 19:00至20:30', ['一', '三'], '19:00', '20:30'],
])('reads %s', (text, weekdays, from, to) => {
  expect(parseSchedule(text)).toEqual({ weekdays, from, to });
});

test.each([
  '',
  '每周三',
  '19:00-20:30',
  '每周三 20:30-19:00',
  '每周三 19:00-19:00',
  '每周三 25:00-26:00',
  '每月三日 9:00-10:00',
])('refuses %s', text => expect(parseSchedule(text)).toBeUndefined());

const schedule = (text: string) => parseSchedule(text)!;
const words = (text: string, day: string, count: number) =>
  lessonsOf(schedule(text), day, count)?.map(
    ({ startsAt, endsAt }) => `${dateText(startsAt)} ${timeText(startsAt)}-${timeText(endsAt)}`,
  );

test('weekly lessons from the first day on', () => {
  expect(words('每周二 19:00-20:30', '2027-03-09', 3)).toEqual([
    '3月9日 周二 19:00-20:30',
    '3月16日 周二 19:00-20:30',
    '3月23日 周二 19:00-20:30',
  ]);
});

test('twice a week; the first day need not be a lesson’s', () => {
  expect(words('每周二、四 18:30-20:00', '2027-03-10', 3)).toEqual([
    '3月11日 周四 18:30-20:00',
    '3月16日 周二 18:30-20:00',
    '3月18日 周四 18:30-20:00',
  ]);
});

test('over the end of a year', () => {
  expect(words('每周六 09:30-11:30', '2026-12-26', 2)).toEqual([
    '12月26日 周六 09:30-11:30',
    '1月2日 周六 09:30-11:30',
  ]);
});

test('no lessons for what is no date; none for none', () => {
  expect(lessonsOf(schedule('每周二 19:00-20:30'), '2027-02-30', 3)).toBeUndefined();
  expect(lessonsOf(schedule('每周二 19:00-20:30'), '2027-03-09', 0)).toEqual([]);
});
