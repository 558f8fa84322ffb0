import { dayKey, instantOf } from '../../../domain/base/clock';
import { parseSchedule, type ScheduleOptions } from '../../../domain/sheet/schedule';

/** Sentences as they stand in sheets, each with the days that are meant, or with the words in which it is refused. */
const NOW = instantOf('2027-02-20', '09:00')!;
const TUESDAY = '每周二 19:00-20:30';
const FIRST = { firstDay: '2027-03-09', count: 12 };
const parse = (text: string, options: Partial<ScheduleOptions>) =>
  parseSchedule(text, { now: NOW, holidays: [], ...options });

/** Twelve Tuesdays from 9 March on, without these. */
const tuesdays = (...off: string[]): string[] => {
  const days: string[] = [];
  for (let at = instantOf('2027-03-09', '00:00')!; days.length < 12; at += 7 * 86_400_000)
    if (!off.includes(dayKey(at).slice(5))) days.push(dayKey(at).slice(5));
  return days;
};

test.each<[string, string[]]>([
  ['（4月6日清明停课）', ['04-06']],
  ['（清明节4月6日停课）', ['04-06']],
  ['（4月6日（清明）停课）', ['04-06']],
  ['（清明停课：4月6日）', ['04-06']],
  ['，4月6日因清明节放假，课程顺延一周', ['04-06']],
  ['，4月6日、13日停课一次', ['04-06', '04-13']],
  ['，4月6日、4月13日停课', ['04-06', '04-13']],
  ['，停课：4月6日，4月13日', ['04-06', '04-13']],
  ['，停课日期：4月6日、5月1日-5月5日', ['04-06', '05-04']],
  ['（5月1日-5月5日停）', ['05-04']],
  ['，五一期间（5月1日至5日）停课', ['05-04']],
  ['，4月6日（清明节）、5月4日（五一）停课', ['04-06', '05-04']],
  ['，除4月6日外', ['04-06']],
  ['，4月6日除外', ['04-06']],
  ['（4.6、5.4停）', ['04-06', '05-04']],
  ['，3月9日-6月1日（除4月6日）', ['04-06']],
  ['，共12次，其中4月6日停课', ['04-06']],
  ['（5月25日汇报演出）', []],
  ['，6月1日考试', []],
  ['，报名截止3月1日', []],
  ['（报名时间2月20日-2月28日）', []],
  ['（18:30-19:00签到）', []],
  ['（共24课时，12次）', []],
  ['（共24课时）', []],
  ['，12周', []],
  ['，每次90分钟', []],
  ['，每周1次', []],
  ['，1次/周', []],
  ['，共12次（含加课）', []],
  ['，共12次（含加课2次）', []],
  ['，3月9日起至5月26日', []],
  ['，最后一课5月25日', []],
  ['，5月25日结课', []],
])('%s', (words, off) => {
  const { problems, lessons } = parse(`${TUESDAY}${words}`, FIRST);

  expect(problems).toEqual([]);
  expect(lessons.map(lesson => dayKey(lesson.startsAt).slice(5))).toEqual(tuesdays(...off));
});

test.each<[string, string]>([
  ['（第3次改到4月20日）', '“第3次改到4月20日”不能照每周的时间排'],
  ['（第3次改到4月20日18:00-19:30）', '不能照每周的时间排'],
  ['，4月6日调至4月8日', '“4月6日调至4月8日”不能照每周的时间排'],
  ['，4月20日补课', '“4月20日补课”不能照每周的时间排'],
  ['，第5次课4月6日暂停', '不能照每周的时间排'],
  ['，4月6日清明', '“4月6日”是哪一天没有读懂'],
  ['，4月6日场地维修，暂停', '“4月6日”是哪一天没有读懂'],
  ['，4月6日照常上课', '“4月6日”是哪一天没有读懂'],
  ['，4月6日不停课', '“4月6日”是哪一天没有读懂'],
  ['，4月6日起停课', '“4月6日”是哪一天没有读懂'],
  ['，至5月26日停课', '“5月26日”是哪一天没有读懂'],
  ['，含4月6日', '“4月6日”是哪一天没有读懂'],
  ['，4月6日停课、4月13日', '“4月13日”是哪一天没有读懂'],
  ['，4月6日起', '上课时间里写的是 4月6日（周二）开课'],
  ['，4月6日', '上课时间里写的是 4月6日（周二）开课'],
  ['，共10次', '上课时间里写的是共10次'],
  ['，共10次，共12次', '写了几个次数：10次、12次'],
  ['，6-8次', '“6-8次”没有读懂'],
  ['，另加2次', '“2次”没有算进总次数'],
  ['，各6次', '“6次”是每一天的次数'],
  ['，周五', '周五没有写几点到几点'],
  ['；六9:00-11:00', '“六9:00-11:00”不能照每周的时间排'],
  ['，每周2次', '写的是每周 2 次，却写了 1 个上课的日子'],
  ['，隔周', '“隔周”请改成上课日期的清单'],
  ['，每两周一次', '“每两周一次”请改成'],
  ['，双周', '“双周”请改成'],
  ['，每月第一个', '“每月第一个”请改成'],
  ['，第1-8周', '“第1-8周”请改成'],
  ['或周四', '“或”请改成'],
  ['，3月9日-4月20日、5月11日-6月1日', '写了几段日期'],
  ['，3月24日-3月15日停课', '先后不对'],
  ['，3月-6月', '“3月-6月”没有读懂'],
  ['，5月2日至3月20日', '开课'],
])('%s is refused', (words, why) => {
  const { problems, lessons } = parse(`${TUESDAY}${words}`, FIRST);

  expect(lessons).toEqual([]);
  expect(problems.map(problem => problem.text).join('\n')).toContain(why);
});

test.each<[string, Partial<ScheduleOptions>, string]>([
  ['每月第一个周六 9:00-11:00', FIRST, '“每月第一个”请改成'],
  ['每两周一次，周六 9:00-11:00', FIRST, '“每两周一次”请改成'],
  [`${TUESDAY}（4月6日清明停课）`, { count: 12 }, '没有写从哪天开始'],
  [`${TUESDAY} 至5月26日`, {}, '没有写从哪天开始'],
  [`${TUESDAY}（共24课时）`, { firstDay: '2027-03-09' }, '“共24课时”是时长，不是次数'],
  [`${TUESDAY} 12周`, { firstDay: '2027-03-09' }, '“12周”是时长，不是次数'],
  [TUESDAY, { firstDay: '2027-03-09', lengths: [{ amount: 24, unit: '课时', text: '24课时' }] }, '“24课时”是时长'],
  [TUESDAY, { firstDay: '2027-03-09', lastDay: '2029-03-09' }, '离开课一年多了'],
  ['每天 19:00-20:30', { firstDay: '2027-03-09', lastDay: '2027-12-31' }, '超过 200 次'],
  ['每周二 19.00-20.30', FIRST, '如果是时间，请写成 19:00'],
  ['3月10日（周二）19:00-20:30', {}, '的日期和星期对不上'],
  ['3月10日（春分）、17日 19:00-20:30', {}, '17日”没有读懂'],
  ['3月10日 19:00-20:30、3月17日', {}, '3月17日（周三）没有写几点到几点'],
])('%s %j is refused', (text, options, why) => {
  const { problems, lessons } = parse(text, options);

  expect(lessons).toEqual([]);
  expect(problems.map(problem => problem.text).join('\n')).toContain(why);
});

test.each<[string, Partial<ScheduleOptions>, string, string[]]>([
  [
    '每周2次，周三、周五 19:00-20:30',
    { firstDay: '2027-03-10', count: 3 },
    '每周三、五 19:00-20:30',
    ['03-10', '03-12', '03-17'],
  ],
  ['每周二一次 19:00-20:30', { firstDay: '2027-03-09', count: 2 }, TUESDAY, ['03-09', '03-16']],
  ['每周二三楼 19:00-20:30', { firstDay: '2027-03-09', count: 2 }, TUESDAY, ['03-09', '03-16']],
  ['3月10日 周三、五 19:00-20:30 共3次', {}, '每周三、五 19:00-20:30', ['03-10', '03-12', '03-17']],
  ['每天一次 19:00-20:30', { firstDay: '2027-03-09', count: 2 }, '每天 19:00-20:30', ['03-09', '03-10']],
  ['隔周：3月10日、3月24日 19:00-20:30', {}, '3月10日、24日 19:00-20:30', ['03-10', '03-24']],
  [
    '第1次3月9日，第2次3月16日，第3次3月30日 19:00-20:30',
    {},
    '3月9日、16日、30日 19:00-20:30',
    ['03-09', '03-16', '03-30'],
  ],
  ['3月10日 19:00-20:30、3月17日 14:00-16:00', {}, '3月10日 19:00-20:30，3月17日 14:00-16:00', ['03-10', '03-17']],
  [
    '周二 9:00-11:00，14:00-16:00',
    { firstDay: '2027-03-09', count: 3 },
    '每周二 09:00-11:00，每周二 14:00-16:00',
    ['03-09', '03-09', '03-16'],
  ],
  ['3月9日至3月23日每周二晚7:00到8:30', {}, TUESDAY, ['03-09', '03-16', '03-23']],
])('%s %j', (text, options, schedule, days) => {
  const read = parse(text, options);

  expect(read.problems).toEqual([]);
  expect([read.schedule, read.lessons.map(lesson => dayKey(lesson.startsAt).slice(5))]).toEqual([schedule, days]);
});

test.each<[string, Partial<ScheduleOptions>, string, string]>([
  ['共10次 3月9日-5月25日', {}, 'lastDay', '按 10 次排，最后一次在 5月11日（周二），比写的 5月25日（周二）早'],
  ['（5月25日汇报演出）', FIRST, 'schedule', '“5月25日汇报演出”没有排进课里'],
  ['（25课时）', FIRST, 'count', '“25课时”没有算作次数，按 12 次排'],
  ['，10周', FIRST, 'count', '“10周”和 12 次对不上'],
  ['，每次60分钟', FIRST, 'schedule', '“每次60分钟”和几点到几点对不上'],
  ['，10月1-7日停课', FIRST, 'skipDays', '本来就没有课'],
  ['，4月6日停2次', FIRST, 'skipDays', '只按写出的日子停'],
  ['（18:30-19:00签到）', FIRST, 'schedule', '“18:30-19:00签到”没有排进课里'],
  ['，14:00-16:00', FIRST, 'schedule', '同一天写了几段时间'],
  ['，含加课2次', FIRST, 'count', '“2次”按包含在总次数里读'],
])('%s %j is read, and what was not is hinted at', (words, options, field, why) => {
  const { problems, notes } = parse(`${TUESDAY}${words}`, options);

  expect(problems).toEqual([]);
  expect(notes).toContainEqual({ field, text: expect.stringContaining(why) });
});
