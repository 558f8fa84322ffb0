import { DAY, HOUR, instantOf } from '../../../domain/base/clock';
import { lessonsOff, stillToCallOff, type DayClass, type DayOff } from '../../../domain/change/day-off';

const day = '2027-03-09';
const nine = instantOf(day, '09:00')!;
const at = (from: number) => ({ startsAt: from, endsAt: from + HOUR });
const midnight = instantOf(day, '00:00')!;

const classes: DayClass[] = [
  {
    _id: 'tea',
    place: '二楼 201',
    lessons: [at(nine - 7 * DAY), at(nine), { ...at(nine + 2 * HOUR), cancelled: true }],
  },
  {
    _id: 'choir',
    place: '二楼２０１',
    lessons: [at(midnight), at(midnight - 1), at(midnight + DAY), at(midnight + DAY - 1)],
  },
  { _id: 'guqin', place: '302', lessons: [at(nine)] },
  { _id: 'over', place: '302', lessons: [at(nine)], cancelledAt: nine - DAY },
];
const found = (place: string, now: number, theDay = day) => {
  const lessons = lessonsOff(classes, { day: theDay, place }, now);
  return 'refused' in lessons ? lessons.details : lessons.map(one => `${one.section._id} ${one.lessonIndex}`);
};

test('a day is a day in Shanghai, from midnight to the last millisecond; its lessons come by time', () => {
  expect(found('', nine - DAY)).toEqual(['choir 0', 'guqin 0', 'tea 1', 'choir 3']);
});

test('a place is compared as people write it', () => {
  expect(found('二楼201', nine - DAY)).toEqual(['choir 0', 'tea 1', 'choir 3']);
  expect(found('302', nine - DAY)).toEqual(['guqin 0']);
});

test('what has ended stays, what has begun is called off too', () => {
  expect(found('302', nine + HOUR - 1)).toEqual(['guqin 0']);
  expect(found('', nine + HOUR)).toEqual(['choir 3']);
});

test.each([
  ['nothing on that day', '', nine, '2027-03-20', '这一天没有课'],
  ['nothing in that place', '体育馆', nine - DAY, day, '这一天体育馆没有课'],
  ['all of it is over', '302', nine + HOUR, day, '这一天的课已经上完，不能再停'],
])('refused with the reason: %s', (_, place, now, theDay, text) => {
  expect(found(place, now, theDay)).toEqual({ text });
});

test('refused where everything is called off already', () => {
  const off = { ...classes[2]!, lessons: [{ ...at(nine), cancelled: true as const }] };

  expect(lessonsOff([off], { day, place: '' }, nine - DAY)).toEqual({
    refused: 'NO_LESSONS_THAT_DAY',
    details: { text: '这一天的课已经全部取消' },
  });
});

test('what is left is what was there at the act: a lesson that came later, or moved to another day, stays', () => {
  const off: DayOff = {
    _id: 'act',
    at: nine - DAY,
    day,
    place: '',
    reason: '暴雨',
    lessons: [
      { sectionId: 'tea', lessonIndex: 0 },
      { sectionId: 'tea', lessonIndex: 1 },
      { sectionId: 'tea', lessonIndex: 2 },
    ],
    doneAt: null,
  };

  const left = stillToCallOff(off, classes, nine - DAY);

  expect(left.map(one => `${one.section._id} ${one.lessonIndex}`)).toEqual(['tea 1']);
});
