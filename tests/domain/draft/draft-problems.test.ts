import { DAY, MINUTE } from '../../../domain/base/clock';
import type { BatchDraft } from '../../../domain/model';
import { draftProblems, MOST_SECTIONS, mayPublish, openHints } from '../../../domain/draft/draft-problems';
import { draft, draftSection, NOW, OPENS, weekly } from './drafts';

const lastLessonAt = weekly('2027-03-10', 3)[2]!.startsAt;
const firstLessonAt = weekly('2027-03-10', 3)[0]!.startsAt;
/** As short as it can be told: `opensAt`, or `0001` for a section, with `?` where it is a warning. */
const told = (change: Partial<BatchDraft>, now = NOW) =>
  draftProblems(draft(change), now).map(
    ({ where, warning }) => `${typeof where === 'string' ? where : where.key}${warning ? '?' : ''}`,
  );
const words = (change: Partial<BatchDraft>, now = NOW) =>
  draftProblems(draft(change), now)
    .map(({ text }) => text)
    .join();

test('a draft that is complete has no problem and may be published', () => {
  expect(told({})).toEqual([]);
  expect(mayPublish([])).toBe(true);
});

test.each<[string, Partial<BatchDraft>, string[]]>([
  ['no title', { title: '' }, ['title']],
  ['no opening', { opensAt: null }, ['opensAt']],
  ['no closing', { closesAt: null }, ['closesAt']],
  ['closing at the opening', { closesAt: OPENS }, ['closesAt']],
  ['closing a millisecond later', { closesAt: OPENS + 1 }, []],
  ['freezing before the last drop', { dropHours: 24, freezeHours: 25 }, ['freezeHours']],
  ['freezing with the last drop', { dropHours: 24, freezeHours: 24 }, []],
  ['a draw', { mode: 'lottery' }, ['mode']],
  ['no section', { sections: [] }, ['sections']],
  ['a section without seats', { sections: [draftSection('0001', { capacity: 0 })] }, ['0001']],
  ['a section with one seat', { sections: [draftSection('0001', { capacity: 1 })] }, []],
  ['a section without lessons', { sections: [draftSection('0001', { lessons: [] })] }, ['0001']],
  ['a head start as long as the release', { audience: { headStartMinutes: 5 * 24 * 60 } }, ['audience']],
  ['a head start a minute shorter', { audience: { headStartMinutes: 5 * 24 * 60 - 1 } }, []],
  ['a lesson on a holiday', { holidays: ['2027-03-17'] }, ['0001?', '0002?']],
])('%s', (_, change, problems) => {
  expect(told(change)).toEqual(problems);
});

test.each([
  ['2027-04-07', 0, ''],
  ['2027-05-26', 1, '6月9日 周三是端午节，2027 年怎样放假调休这里还没有录入，请核对要不要上课'],
  [
    '2027-02-03',
    1,
    '2月3日 周三离春节只有几天，2027 年怎样放假调休这里还没有录入，这样的课一共 2 次，请核对要不要上课',
  ],
  ['2026-10-07', 1, '10月7日 周三是国庆节，请核对要不要上课'],
])('three Wednesdays from %s: %d hint about holidays', (firstDay, count, text) => {
  const sections = [draftSection('0001', { lessons: weekly(firstDay, 3) })];

  const problems = draftProblems(draft({ sections, opensAt: null }), 0).filter(
    ({ where }) => typeof where !== 'string',
  );

  expect(problems.map(one => one.text)).toEqual(count ? [text] : []);
  expect(mayPublish(problems)).toBe(true);
});

test('an instant that is not chosen is asked for, and nothing is said of its order', () => {
  expect(words({ opensAt: null })).toBe('请选择开放报名的时间');
  expect(words({ closesAt: null })).toBe('请选择报名截止的时间');
  expect(told({ opensAt: null, audience: { headStartMinutes: 30 } })).toEqual(['opensAt']);
});

test('each hint of a class is a warning that staff can put aside; open ones are counted', () => {
  const hints = [
    { field: 'place' as const, text: '请核对地点' },
    { field: 'capacity' as const, text: '请核对名额' },
  ];
  const sections = [
    draftSection('0001', { hints }),
    draftSection('0002'),
    draftSection('0003', { hints: [hints[0]!] }),
  ];

  expect(draftProblems(draft({ sections }), NOW)[0]).toEqual({
    where: { key: '0001' },
    text: '请核对地点',
    warning: true,
    hint: true,
  });
  expect(openHints({ sections })).toBe(3);
});

test('a holiday that staff made a day off is no longer told', () => {
  const sections = [draftSection('0001', { lessons: weekly('2027-06-09', 1) })];

  expect(told({ sections })).toEqual(['0001?']);
  expect(words({ sections, holidays: ['2027-06-09'] })).not.toContain('端午节');
});

test('what people read in 对象 is held against who may come, once for all classes that say the same', () => {
  const sections = ['0001', '0002', '0003', '0004'].map(key =>
    draftSection(key, {
      name: `${key}班`,
      audienceText: '全区工会会员',
      lessons: weekly(`2027-03-${Number(key) + 10}`, 3),
    }),
  );

  expect(told({ sections, audience: {} })).toEqual(['audience?']);
  expect(words({ sections, audience: {} })).toMatch(
    /0001班、.*0002班、.*0003班等 4 个班的对象写着“全区工会会员”.*没有限会员/,
  );
  expect(words({ sections: sections.slice(1), audience: {} })).toContain('0004班的对象写着');
  expect(told({ sections, audience: { unionMembersOnly: true } })).toEqual([]);
  expect(mayPublish(draftProblems(draft({ sections, audience: {} }), NOW))).toBe(true);
});

describe('the opening', () => {
  test.each<[string, number, string[]]>([
    ['five minutes ahead', OPENS - 5 * MINUTE, []],
    ['a millisecond less', OPENS - 5 * MINUTE + 1, ['opensAt']],
    ['now', OPENS, ['opensAt']],
    ['past', OPENS + DAY, ['opensAt']],
  ])('%s', (_, now, problems) => {
    expect(told({}, now)).toEqual(problems);
  });

  test('in the past is told as such, with the instant', () => {
    expect(words({}, OPENS)).toContain('3月1日 20:00 已经过去');
    expect(words({}, OPENS - 1)).toContain('不到 5 分钟');
  });

  test.each<[string, number, string[]]>([
    ['a millisecond before the first lesson', firstLessonAt - 1, []],
    ['with the first lesson', firstLessonAt, ['0001?', '0002?']],
    ['a millisecond before the last lesson', lastLessonAt - 1, ['0001?', '0002?']],
    ['with the last lesson', lastLessonAt, ['0001', '0002']],
  ])('%s', (_, opensAt, problems) => {
    expect(told({ opensAt, closesAt: opensAt + DAY })).toEqual(problems);
  });
});

describe('between two sections', () => {
  test.each([
    ['one instructor', { instructor: '老师0001' }, '老师0001老师在 3月10日 周三 19:00 同时在茶艺0001班上课'],
    ['one room', { place: '0001教室' }, '0001教室在 3月10日 周三 19:00 已经排给茶艺0001班'],
    ['one name', { name: '0001班' }, '和茶艺0001班同名'],
  ])('%s twice is told at the later one, and stands in the way', (_, change, text) => {
    const problems = draftProblems(draft({ sections: [draftSection('0001'), draftSection('0002', change)] }), NOW);

    expect(problems).toEqual([{ where: { key: '0002' }, text: expect.stringContaining(text) }]);
    expect(mayPublish(problems)).toBe(false);
  });

  test('one instructor on different days is right', () => {
    const other = draftSection('0002', { instructor: '老师0001', lessons: weekly('2027-03-11', 3) });
    expect(told({ sections: [draftSection('0001'), other] })).toEqual([]);
  });
});

test('as many sections as may be, and one more', () => {
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => draftSection(String(index + 1).padStart(4, '0')));
  expect(told({ sections: some(MOST_SECTIONS) })).toEqual([]);
  expect(told({ sections: some(MOST_SECTIONS + 1) })).toEqual(['sections']);
});

test('warnings do not stand in the way', () => {
  expect(mayPublish(draftProblems(draft({ holidays: ['2027-03-17'] }), NOW))).toBe(true);
});

test('every problem is one sentence without a full stop', () => {
  const bad = draft({ title: '', opensAt: null, closesAt: null, freezeHours: 99, mode: 'lottery', sections: [] });
  for (const { text } of draftProblems(bad, NOW)) expect(text).toMatch(/^.{6,60}[^。！.]$/);
});
