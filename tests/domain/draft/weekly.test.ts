import { dayKey } from '../../../domain/base/clock';
import { replanned } from '../../../domain/draft/weekly';
import { weekly } from './drafts';

const WEEK = 7 * 86_400_000;
const every = { schedule: '每周三 19:00-20:30', lessons: weekly('2027-03-10', 3) };
const days = (lessons: { startsAt: number }[]) => lessons.map(lesson => dayKey(lesson.startsAt));

test('a weekly class is made anew under other holidays: as many lessons as before', () => {
  expect(replanned(every, [], [])).toEqual(every.lessons);
  expect(days(replanned(every, [], ['2027-03-17']))).toEqual(['2027-03-10', '2027-03-24', '2027-03-31']);
  expect(replanned(every, [], [], WEEK)).toEqual(weekly('2027-03-17', 3));
});

test('without lessons there is nothing to make', () => {
  expect(replanned({ ...every, lessons: [] }, [], [])).toEqual([]);
});

test.each([
  [
    'one lesson ends later',
    (all: typeof every.lessons) => [{ ...all[0]!, endsAt: all[0]!.endsAt + 1 }, ...all.slice(1)],
  ],
  [
    'one lesson begins earlier',
    (all: typeof every.lessons) => [...all.slice(0, 2), { ...all[2]!, startsAt: all[2]!.startsAt - 1 }],
  ],
])('days that were chosen one by one stay where %s, also on a holiday', (_, change) => {
  const chosen = { ...every, lessons: change(every.lessons) };
  expect(replanned(chosen, [], ['2027-03-17'])).toEqual(chosen.lessons);
});

test('shifted, they keep their weekday and length; one on a holiday goes a week after the last', () => {
  const [first, second] = weekly('2027-03-10', 2);
  const friday = { startsAt: second!.startsAt + 2 * 86_400_000, endsAt: second!.endsAt + 2 * 86_400_000 };
  const chosen = { ...every, lessons: [first!, friday] };
  const shifted = replanned(chosen, [], ['2027-03-17'], WEEK);
  expect(days(shifted)).toEqual(['2027-03-26', '2027-03-31']);
  expect(shifted.map(({ startsAt, endsAt }) => endsAt - startsAt)).toEqual([5_400_000, 5_400_000]);
  // Again where that is a holiday, too.
  expect(days(replanned(chosen, [], ['2027-03-17', '2027-03-31'], WEEK))).toEqual(['2027-03-26', '2027-04-07']);
});

test('where the schedule has a last day and a lesson would be lost, the lessons stay', () => {
  const ended = { ...every, schedule: '3月10日至3月24日 每周三 19:00-20:30' };
  expect(replanned(ended, [], [])).toEqual(every.lessons);
  expect(replanned(ended, [], ['2027-03-17'])).toEqual(every.lessons);
});

test('a lesson that had moved behind the others is in its place in a copy', () => {
  const [first, second, third] = every.lessons;
  const copy = replanned({ ...every, lessons: [third!, first!, second!] }, [], [], WEEK);
  expect(days(copy)).toEqual(['2027-03-17', '2027-03-24', '2027-03-31']);
});

test('the topics stay in turn when lessons are left out, copied, or had moved', () => {
  const topics = (lessons: { topic?: string }[]) => lessons.map(({ topic }) => topic);
  const named = every.lessons.map((lesson, index) => ({ ...lesson, topic: `主题${index + 1}` }));
  const inTurn = ['主题1', '主题2', '主题3'];
  expect(topics(replanned({ ...every, lessons: named }, [], ['2027-03-17']))).toEqual(inTurn);
  const [first, ...rest] = named;
  const moved = [{ ...first!, startsAt: first!.startsAt + 1 }, ...rest];
  expect(topics(replanned({ ...every, lessons: moved }, [], ['2027-03-24'], WEEK))).toEqual(inTurn);
  expect(topics(replanned({ ...every, lessons: [named[0]!, ...every.lessons.slice(1)] }, [], [], WEEK))).toEqual([
    '主题1',
    undefined,
    undefined,
  ]);
});
