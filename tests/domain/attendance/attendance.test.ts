import { lessonSums, rateOf } from '../../../domain/attendance/attendance';
import { T } from '../line/sections';
import { lesson, mark, roll, tea } from '../roll/rolls';

const marks = [mark('a', 'late')];
const leaves = [{ memberId: 'b', at: 1, reason: '' }];

test('the sums of a lesson: everybody expected is in exactly one of them, guests are beside them', () => {
  const guests = [{ memberId: 'd', at: 1, as: 'walk-in' as const, seatOf: null }];
  const of = roll({ marks: [...marks, mark('d', 'present')], leaves, guests });

  expect(lessonSums(tea, of, lesson)).toEqual({
    lessonIndex: 0,
    startsAt: lesson.startsAt,
    endsAt: lesson.endsAt,
    cancelled: false,
    closed: false,
    expected: 3,
    present: 0,
    late: 1,
    leave: 1,
    absent: 0,
    unmarked: 1,
    guests: 1,
  });
});

test('once it is closed, whoever was not marked was absent; a cancelled lesson says so', () => {
  const closed = roll({ marks, leaves, closedAt: T + 1e9, expected: ['a', 'b', 'c'] });

  expect(lessonSums(tea, closed, { ...lesson, cancelled: true })).toMatchObject({
    cancelled: true,
    closed: true,
    absent: 1,
    unmarked: 0,
  });
});

test.each([
  ['as many came as did not', 1, 1, 0.5],
  ['nobody came', 0, 2, 0],
  ['all came', 2, 0, 1],
  ['nobody was expected', 0, 0, null],
])('the share of people who came: %s', (_, present, absent, rate) => {
  expect(rateOf([{ present, late: 0, absent }])).toBe(rate);
});
