import { DEFINITIONS, NUMBER_KEYS } from '../../../domain/report/definitions';
import { withoutHead } from '../../../domain/report/section-sum';
import type { BatchSum } from '../../../domain/report/sum';
import { at, batchSum, head, numbers, sectionSum } from './numbers';

const spring = sectionSum({ '2027-03-03': ['ann', 'ben'], '2027-03-10': ['ann'] });
const dance = sectionSum(
  { '2027-04-01': ['ann', 'cat'] },
  { course: '舞蹈', organisation: '永川区文化馆', instructor: '苏婷' },
);
const autumn = sectionSum(
  { '2027-09-01': ['ann'] },
  { course: '舞 蹈', organisation: '永川区文化馆', instructor: '苏婷' },
);
const year = [batchSum('one', { tea: spring, dance }), batchSum('two', { dance: autumn })];

test('a person in three classes of two batches is one person and comes as often as they came', () => {
  expect(numbers(year)).toMatchObject({
    batches: 2,
    courses: 2,
    sections: 3,
    lessons: 4,
    seats: 60,
    people: 3,
    gone: 0,
    visits: 6,
    minutes: 540,
    organisations: 2,
    instructors: 2,
    rate: 6 / 10,
  });
});

test('erasing two people: each counts once a class, and nothing else changes', () => {
  const alias = (name: string, sectionId: string) => `x${name.slice(0, 3)}${sectionId}0000`.slice(0, 8);
  const without = (sum: BatchSum, name: string): BatchSum => ({
    ...sum,
    sections: Object.fromEntries(
      Object.entries(sum.sections).map(([sectionId, section]) => {
        const after = withoutHead(section, head(name), alias(name, `${sum._id}${sectionId}`));
        return [sectionId, after === null || after === 'anew' ? section : after];
      }),
    ),
  });
  const before = numbers(year);
  const after = numbers(year.map(sum => without(without(sum, 'ann'), 'ben')));

  // Ann came to three classes, Ben to one, Cat is still there.
  expect(after).toMatchObject({ people: 3 + 1 + 1, gone: 4, newcomers: 1 });
  const same = ({ visits, minutes, lessons, sections, seats, rate }: typeof before) => [
    visits,
    minutes,
    lessons,
    sections,
    seats,
    rate,
  ];
  expect(same(after)).toEqual(same(before));
});

test('only lessons of the span count, to the instant', () => {
  const edge = sectionSum({
    '2026-12-31': ['ann'],
    '2027-01-01': ['ben'],
    '2027-12-31': ['cat'],
    '2028-01-01': ['dan'],
  });
  edge.lessons[1]!.startsAt = Date.parse('2027-01-01T00:00+08:00');
  edge.lessons[2]!.startsAt = Date.parse('2028-01-01T00:00+08:00') - 1;
  edge.lessons[3]!.startsAt = Date.parse('2028-01-01T00:00+08:00');
  expect(numbers([batchSum('b', { edge })])).toMatchObject({ lessons: 2, people: 2, visits: 2, newcomers: 2 });
});

test('somebody who came before the span is no newcomer, and neither is somebody who is gone', () => {
  const before = sectionSum({ '2026-05-01': ['ann'] });
  const now = sectionSum({ '2027-05-01': ['ann', 'ben', 'x-gone'] });
  expect(numbers([batchSum('a', { before }), batchSum('b', { now })])).toMatchObject({
    people: 3,
    newcomers: 1,
    gone: 1,
  });
});

test('employers count by the people of the span, and only those with five are named', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'];
  const one = sectionSum(
    { '2027-03-01': many },
    {
      employers: [
        { name: '区供电公司', heads: [0, 1, 2, 3], gone: 0 },
        { name: '区医院', heads: [4, 5], gone: 0 },
      ],
    },
  );
  const other = sectionSum({ '2027-03-02': ['a', 'g'] }, { employers: [{ name: '区供电 公司', heads: [0], gone: 0 }] });
  expect(numbers([batchSum('b', { one, other })])).toMatchObject({ employers: 2, employersNamed: [] });

  const fifth = { ...other, employers: [{ name: '区供电公司', heads: [0, 1], gone: 0 }] };
  expect(numbers([batchSum('b', { one, fifth })]).employersNamed).toEqual([{ name: '区供电公司', people: 5 }]);
});

test('who was turned away in several batches counts once; what a tally could not tell apart is at least so many', () => {
  const away = (names: string[], atLeast = false) => ({ people: names.map(head).join(''), atLeast });
  const sums = [
    batchSum('a', {}, { away: away(['ann', 'ben']) }),
    batchSum('b', {}, { away: away(['ben', 'cat']) }),
    batchSum('old', {}, { away: away(['dan'], true) }),
  ];
  const opened = (old: string) =>
    new Map(
      [
        ['a', at('2027-02-01')],
        ['b', at('2027-08-01')],
        ['old', at(old)],
      ].map(([id, opensAt]) => [String(id), { title: '', opensAt: Number(opensAt) }]),
    );
  expect(numbers(sums, { batches: opened('2026-12-01') })).toMatchObject({ turnedAway: 3, turnedAwayAtLeast: false });
  expect(numbers(sums, { batches: opened('2027-01-02') })).toMatchObject({ turnedAway: 4, turnedAwayAtLeast: true });
});

test('a span without a lesson is zeros, and nothing is divided', () => {
  const none = numbers([], {}, { from: '2001-01-01', to: '2001-12-31' });
  expect(none).toMatchObject({ batches: 0, people: 0, visits: 0, rate: null, satisfied: null, byCourse: [] });
  expect(none.byMonth.map(one => one.visits)).toEqual(Array(12).fill(0));
});

test('the tables add up to the numbers', () => {
  const all = numbers(year);
  for (const of of ['lessons', 'visits', 'minutes'] as const)
    for (const rows of [all.byCourse, all.bySection, all.byOrganisation, all.byMonth])
      expect((rows as { [key in typeof of]: number }[]).reduce((sum, row) => sum + row[of], 0)).toBe(all[of]);
  expect(all.byCourse.map(one => [one.name, one.sections, one.people])).toEqual([
    ['茶艺', 1, 2],
    ['舞蹈', 2, 2],
  ]);
});

test('who came to a lecture on the day is a number of its own, in every table, and nobody more in the others', () => {
  const talk = sectionSum({ '2027-05-01': ['ann', 'ben'] }, { course: '讲座' });
  const plain = numbers([batchSum('b', { talk, tea: spring })]);
  Object.assign(talk.lessons[0]!, { walkedIn: 1, heads: 40 });
  const all = numbers([batchSum('b', { talk, tea: spring })]);
  const { people, visits, minutes, rate } = plain;
  expect(all).toMatchObject({ people, visits, minutes, rate, onTheDay: 41, heads: 40 });
  expect(plain).toMatchObject({ onTheDay: 0, heads: 0 });
  for (const rows of [all.byCourse, all.bySection, all.byOrganisation, all.byMonth])
    expect(rows.reduce((sum, row) => sum + (row.onTheDay ?? 0), 0)).toBe(41);
});

test('every number has one definition, and its own title', () => {
  expect(DEFINITIONS.map(one => one.key)).toEqual([...NUMBER_KEYS]);
  expect(new Set(DEFINITIONS.map(one => one.title)).size).toBe(NUMBER_KEYS.length);
});
