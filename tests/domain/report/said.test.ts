import type { Numbers } from '../../../domain/report/numbers';
import { besides, countOf, countText, paragraph, valueText } from '../../../domain/report/said';
import { numbers } from './numbers';

const YEAR = { from: '2027-01-01', to: '2027-12-31' };
const UNTIL = Date.parse('2028-01-01T00:00+08:00');
const said = (change: Partial<Numbers>, now = UNTIL) =>
  paragraph(YEAR, { ...numbers([]), ...change }, '永川区总工会', now, UNTIL);
const BUSY: Partial<Numbers> = {
  batches: 12,
  courses: 18,
  sections: 72,
  lessons: 720,
  seats: 3_600,
  people: 3_991,
  visits: 15_299,
  minutes: 45 * 27_000,
  newcomers: 1_130,
  employers: 214,
  rate: 0.9136,
  turnedAway: 860,
  organisations: 5,
  instructors: 21,
};

test.each([
  [0, '0'],
  [9_999, '9999'],
  [10_000, '1 万'],
  [12_999, '1.2 万'],
  [120_000, '12 万'],
  [123_456, '12.3 万'],
])('%i is %s', (count, text) => {
  expect(countText(count)).toBe(text);
});

test('a year as unions write it', () => {
  expect(said(BUSY)).toBe(
    '2027年，永川区总工会联合 5 家承办单位、21 位讲师开办公益课程 12 期，18 门课 72 个班，提供名额 3600 个，上课 720 次。' +
      '参训职工 3991 人（其中新学员 1130 人），1.5 万人次，累计 2.7 万人·学时，惠及 214 家单位。' +
      '到课率 91%，还有 860 人没报上。',
  );
});

test('what has to be said beside a number is said', () => {
  const text = said({
    ...BUSY,
    gone: 2,
    openLessons: 3,
    turnedAwayAtLeast: true,
    satisfied: { share: 0.962, people: 28, rest: 5 },
  });
  for (const words of [
    '2 人已删除资料或去掉名字，按班计',
    '另有 3 次课还没结课，没有算进来',
    '至少 860 人没报上',
    '满意度 96%（28 人评）',
  ])
    expect(text).toContain(words);
});

test('who was counted at a lecture is said apart, and when nobody else came, too', () => {
  expect(said({ ...BUSY, onTheDay: 300, heads: 260 })).toContain(
    '，惠及 214 家单位，讲座上另清点到未登记的 260 人次。',
  );
  expect(said({ ...BUSY, visits: 0, people: 0, heads: 260 })).toContain(
    '没有人登记到课，讲座上另清点到未登记的 260 人次。',
  );
  expect(said({ ...BUSY, onTheDay: 40, heads: 0 })).not.toContain('清点');
});

test('a report that was signed without a number counts nothing of it', () => {
  const { onTheDay: _never, ...old } = numbers([]);
  expect([countOf(old, 'onTheDay'), valueText(old, 'onTheDay'), besides(old, 'onTheDay')]).toEqual([0, '0', '']);
});

test('before the span is over it says up to which day', () => {
  expect(said(BUSY, Date.parse('2027-12-10T12:00+08:00'))).toMatch(/^2027年（截至12月10日），/);
});

test('a year with nothing is one honest sentence', () => {
  expect(said({})).toBe('2027年，永川区总工会还没有结课的课程，没有数字可写。');
});

/** Of every number in turn that may be zero: the text says nothing of it, and no 0 stands in it. */
test.each([
  'seats',
  'visits',
  'minutes',
  'newcomers',
  'employers',
  'turnedAway',
  'organisations',
  'instructors',
  'rate',
] as const)('nothing is said that is zero: %s', key => {
  expect(said({ ...BUSY, [key]: 0 })).not.toMatch(/(^|[^\d.])0([^\d.]|$)/);
});
