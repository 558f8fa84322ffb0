import { dayKey, instantOf, timeText } from '../../../domain/base/clock';
import type { OfferedSection } from '../../../domain/model';
import type { Cell } from '../../../domain/sheet/grid';
import { understand } from '../../../domain/sheet/understand';

/** One row, cell by cell: what each says, alone and beside the others. */
const OPTIONS = { now: instantOf('2027-02-20', '09:00')!, holidays: [] as string[] };
const GOOD: Record<string, Cell> = {
  课程: '合唱',
  班次: '一班',
  讲师: '陈静',
  上课时间: '每周二 19:00-20:30',
  首课: '3月9日',
  课次: 12,
  地点: '301室',
  名额: 30,
};

/** Columns that are not in `cells` are not in the sheet; `null` is a blank cell. */
function rowOf(change: Record<string, Cell | undefined>, options = {}) {
  const cells = Object.fromEntries(Object.entries({ ...GOOD, ...change }).filter(([, cell]) => cell !== undefined));
  const rows = [Object.keys(cells), Object.values(cells) as Cell[]];
  const { rows: read, problems } = understand(
    { fileName: 'x', sheets: [{ name: '表', rows, merges: [] }] },
    { ...OPTIONS, ...options },
  );
  const [row] = read;
  if (!row) throw new Error(problems.join());
  const say = (issues: typeof row.errors) => issues.map(issue => issue.text.replace(/^第 2 行/, ''));
  return {
    draft: row.draft as OfferedSection,
    errors: say(row.errors),
    warnings: say(row.warnings),
    fields: row.errors.map(issue => issue.field),
  };
}
const daysOf = (draft: OfferedSection | undefined) =>
  (draft?.lessons ?? []).map(lesson => dayKey(lesson.startsAt).slice(5));

test('a good row has nothing to say', () => {
  expect(rowOf({})).toMatchObject({ errors: [], warnings: [], draft: { course: '合唱', name: '一班', capacity: 30 } });
});

test('all that is wrong in a row is told at once', () => {
  expect(
    rowOf({ 上课时间: '每周二', 首课: '2月30日', 课次: '待定', 地点: null, 名额: '若干', 候补: '几个', 停课: '五一' })
      .errors,
  ).toEqual([
    '「名额」写的是“若干”，请填一个数字，例如 30',
    '「首课」写的是“2月30日”，没有“2月30日”这一天',
    '「停课」写的是“五一”，请写成日期，例如 2027年3月9日',
    '「课次」写的是“待定”，请填一个数字，例如 12',
    '「上课时间」写的是“每周二”，没有读到几点到几点，请写成 每周三 19:00-20:30',
    '「地点」空着，请写上课地点和教室',
    '「候补」写的是“几个”，请填一个数字，例如 15',
  ]);
});

test('what a cell has been told is not told once more as missing', () => {
  expect(rowOf({ 首课: '下个月', 课次: '若干' }).fields).toEqual(['firstDay', 'count']);
});

describe('course and class', () => {
  test.each<[string, Cell, [string, string]]>([
    ['《合唱》', null, ['合唱', '一班']],
    ['「合唱」', '二班', ['合唱', '二班']],
    ['茶艺（二班）', null, ['茶艺', '二班']],
    ['茶艺二班', null, ['茶艺', '二班']],
    ['茶艺 第3班', null, ['茶艺', '第3班']],
    ['瑜伽初级班', null, ['瑜伽', '初级班']],
    ['瑜伽零基础班', null, ['瑜伽', '零基础班']],
    ['书法A班', null, ['书法', 'A班']],
    ['茶艺（二班）', '三班', ['茶艺（二班）', '三班']],
    ['书法', 3, ['书法', '3班']],
    ['书法', '12', ['书法', '12班']],
    ['剪纸（亲子班）', null, ['剪纸（亲子班）', '一班']],
  ])('%s beside %s', (course, name, [isCourse, isName]) => {
    expect(rowOf({ 课程: course, 班次: name }).draft).toMatchObject({ course: isCourse, name: isName });
  });

  test('no course is an error', () => {
    expect(rowOf({ 课程: null }).errors).toEqual(['「课程」空着，请写课程名称']);
  });
});

describe('who, where, for whom', () => {
  test('nobody yet is hinted at, in a column and without one', () => {
    expect(rowOf({ 讲师: null })).toMatchObject({
      draft: { instructor: '待定' },
      warnings: ['「讲师」空着，先记为“待定”'],
    });
    expect(rowOf({ 讲师: undefined })).toMatchObject({
      draft: { instructor: '待定' },
      warnings: ['「讲师」表里没有这一列，先记为“待定”'],
    });
  });

  test('a name spread over three widths is one, and several people stay several', () => {
    expect(rowOf({ 讲师: '陈　静' }).draft.instructor).toBe('陈静');
    expect(rowOf({ 讲师: '陈静、李芳' }).draft.instructor).toBe('陈静、李芳');
  });

  test('place and room are put together', () => {
    expect(rowOf({ 地点: '文化馆', 教室: '301室' }).draft.place).toBe('文化馆 301室');
    expect(rowOf({ 地点: undefined, 教室: '301室' }).draft.place).toBe('301室');
    expect(rowOf({ 地点: undefined }).errors).toEqual(['「上课地点」表里没有这一列，请写上课地点和教室']);
  });

  test('notes of several columns are put together', () => {
    expect(rowOf({ 备注: '自带水杯', 说明: '提前到' }).draft.note).toBe('自带水杯；提前到');
    expect(rowOf({ 对象: '全区职工', 承办: undefined, 单位: '文化馆' }).draft).toMatchObject({
      audienceText: '全区职工',
      organisation: '文化馆',
    });
    expect(rowOf({}, { defaults: { organisation: '区总工会' } }).draft.organisation).toBe('区总工会');
  });
});

describe('seats', () => {
  test.each<[Cell | undefined, number]>([
    [null, 15],
    [undefined, 15],
    ['无', 0],
    ['没有', 0],
    ['不设', 0],
    ['不候补', 0],
    ['否', 0],
    ['-', 0],
    ['/', 0],
    [0, 0],
    ['10人', 10],
  ])('waiting places %s', (waiting, limit) => {
    expect(rowOf({ 候补: waiting }).draft.waitlistLimit).toBe(limit);
  });

  test('half of an odd number is rounded up; a default counts before it', () => {
    expect(rowOf({ 名额: 31 }).draft.waitlistLimit).toBe(16);
    expect(rowOf({}, { defaults: { waitlistLimit: 7 } }).draft.waitlistLimit).toBe(7);
  });
});

describe('when, in columns of its own', () => {
  const apart = { 上课时间: undefined };

  test.each<[string, Cell]>([
    ['二', '19:00-20:30'],
    ['周二', '19:00-20:30'],
    ['2', '19:00-20:30'],
    [2 as unknown as string, '19:00-20:30'],
    ['2027-03-09', '19:00-20:30'],
    [46_455 as unknown as string, '19:00-20:30'],
    ['星期二', '晚上7点-8点半'],
  ])('weekday %s and %s', (weekday, time) => {
    expect(rowOf({ ...apart, 星期: weekday, 时段: time }).draft.schedule).toBe('每周二 19:00-20:30');
  });

  test('beginning and end as clocks and as fractions of a day', () => {
    expect(rowOf({ ...apart, 星期: '二', 开始时间: '19:00', 结束时间: '20:30' }).draft.schedule).toBe(
      '每周二 19:00-20:30',
    );
    expect(rowOf({ ...apart, 星期: '二', 开始时间: 19 / 24, 结束时间: 20.5 / 24 }).draft.schedule).toBe(
      '每周二 19:00-20:30',
    );
    const half = '没有读到几点到几点，请写成 每周三 19:00-20:30';
    const only = (from: Cell, to: Cell) => rowOf({ ...apart, 星期: '二', 开始时间: from, 结束时间: to }).errors;
    expect(rowOf({ 结束时间: '20:30' })).toMatchObject({ errors: [], warnings: [] });
    expect(only('19:00', null)).toEqual([`「星期」写的是“二”，${half}`]);
    expect(only(null, '20:30')).toEqual([`「星期」写的是“二”，${half}`]);
  });

  test('起止日期 says both ends; a contradiction with 结束日期 is told', () => {
    const range = { 首课: undefined, 起止日期: '3月9日-3月30日', 课次: null };
    expect(daysOf(rowOf(range).draft)).toEqual(['03-09', '03-16', '03-23', '03-30']);
    expect(rowOf({ ...range, 结束日期: '3月23日' }).errors).toEqual([
      '「结束日期」写的是“3月23日”，和「起止日期」里写的 3月30日不一样，请改成一样',
    ]);
  });

  test('上课日期 may list every lesson', () => {
    const list = { 首课: undefined, 上课日期: '3月9日、16日、4月6日', 课次: null, 上课时间: '19:00-20:30' };
    expect(daysOf(rowOf(list).draft)).toEqual(['03-09', '03-16', '04-06']);
    expect(rowOf({ ...list, 课次: 4 }).errors[0]).toContain('写了 3 个上课日期，却说共 4 次');
    expect(rowOf({ ...list, 上课时间: '每周三 19:00-20:30' }).errors[0]).toContain('不是周三');
  });

  test('days without a year lie in the time of the course', () => {
    const { draft } = rowOf({ 首课: '2027年12月14日', 课次: null, 结束日期: '1月4日', 停课: '12月28日' });

    expect(draft.lessons.map(lesson => dayKey(lesson.startsAt))).toEqual(['2027-12-14', '2027-12-21', '2028-01-04']);
  });

  test('that of the course, and not today’s, where it is years ahead', () => {
    const first = { 首课: '2029年12月11日', 课次: null };
    const days = ['2029-12-11', '2029-12-18', '2029-12-25', '2030-01-01'];
    const dated = (cells: Record<string, Cell>) =>
      rowOf({ ...first, ...cells }).draft.lessons.map(lesson => dayKey(lesson.startsAt));

    expect(dated({ 结束日期: '1月1日' })).toEqual(days);
    expect(dated({ 上课时间: '每周二 19:00-20:30 至1月1日' })).toEqual(days);
  });

  test('without a first day the words are counted from when the sheet is read', () => {
    const { draft } = rowOf(
      { 首课: undefined, 课次: 1, 上课时间: '每周三 19:00-20:30，3月9日起' },
      { now: instantOf('2033-02-20', '09:00')! },
    );

    expect(draft.lessons.map(lesson => dayKey(lesson.startsAt))).toEqual(['2033-03-09']);
  });

  test('so do days in the words of the schedule', () => {
    const { draft } = rowOf({
      首课: '2027年12月14日',
      课次: null,
      上课时间: '每周二 19:00-20:30 至1月4日，12月28日停课',
    });

    expect(draft.lessons.map(lesson => dayKey(lesson.startsAt))).toEqual(['2027-12-14', '2027-12-21', '2028-01-04']);
  });

  test('a fault in a cell of the time is all that is said of the time', () => {
    const fault = { fault: 'FORMULA_ERROR' as const, shown: '#REF!' };

    expect(rowOf({ 上课时间: undefined, 星期: '二', 时段: fault }).fields).toEqual(['time']);
    expect(rowOf({ 上课时间: undefined, 星期: '二', 时段: fault, 课次: null }).fields).toEqual(['time', 'count']);
  });

  test('a day off that is none is hinted at', () => {
    expect(rowOf({ 停课: '3月10日' }).warnings).toEqual([
      '「停课」写的是“3月10日”，3月10日（周三）本来就没有课，请核对停课日期',
    ]);
  });

  test.each<[string, string[]]>([
    ['3月16日', ['03-09', '03-23']],
    ['3月16日、3月23日', ['03-09', '03-30']],
    ['3月15日-3月24日', ['03-09', '03-30']],
    ['3月15日至20日，3月23日', ['03-09', '03-30']],
    ['春节3月16日', ['03-09', '03-23']],
    ['3/16', ['03-09', '03-23']],
    ['无', ['03-09', '03-16']],
    ['46462', ['03-09', '03-23']],
  ])('days off: %s', (off, days) => {
    expect(daysOf(rowOf({ 课次: 2, 停课: off }).draft)).toEqual(days);
  });

  test('days off that are the wrong way round, or not there', () => {
    expect(rowOf({ 停课: '3月24日-3月15日' }).fields).toEqual(['skipDays']);
    expect(rowOf({ 停课: '2月30日' }).errors).toEqual(['「停课」写的是“2月30日”，没有“2月30日”这一天']);
    expect(rowOf({ 停课: '3月16日（周三）' }).errors[0]).toContain('日期和星期对不上');
    expect(rowOf({ 首课: '3月9日（周三）' }).errors[0]).toContain('日期和星期对不上');
  });
});

describe('how many lessons', () => {
  test.each<[Cell, number]>([
    [12, 12],
    ['共12次', 12],
    ['十二次', 12],
    ['12讲', 12],
    ['共12次（含加课）', 12],
    ['24课时，12次', 12],
    ['12次，每次2课时', 12],
    ['12次左右', 12],
  ])('课次 %s', (count, lessons) => {
    expect(rowOf({ 课次: count }).draft?.lessons).toHaveLength(lessons);
  });

  test.each<[Cell, string]>([
    ['24课时', '“24课时”是时长，不是次数，请写上一共几次，例如 共12次'],
    ['24课时左右', '“24课时”是时长，不是次数，请写上一共几次，例如 共12次'],
    ['6-8次', '请填一个数字，例如 12'],
    ['12次+2次', '请填一个数字，例如 12'],
    ['每周1次', '请填一个数字，例如 12'],
    ['待定', '请填一个数字，例如 12'],
    [0, '请填 1 或更大的数字'],
    [201, '最多 200，请核对'],
  ])('课次 %s is asked about', (count, why) => {
    expect(rowOf({ 课次: count })).toMatchObject({ errors: [`「课次」写的是“${count}”，${why}`], warnings: [] });
  });

  test('what is not understood of it is said once', () => {
    const { errors, warnings } = rowOf({ 课次: '24课时，6-8次' });

    expect([...errors, ...warnings].filter(text => text.includes('“6-8次”没有读懂'))).toHaveLength(1);
  });

  test('how often in a week is compared with the days', () => {
    expect(rowOf({ 课次: '每周1次，共12次' }).errors).toEqual([]);
    expect(rowOf({ 课次: '每周2次，共12次' }).errors).toEqual([
      '「上课时间」写的是“每周二 19:00-20:30”，写的是每周 2 次，却写了 1 个上课的日子，请核对',
    ]);
  });

  test('课时 never is the number of lessons, whether 课次 stands beside it or not', () => {
    expect(rowOf({ 课时: 24 })).toMatchObject({ errors: [], warnings: [] });
    expect(rowOf({ 课时: 24 }).draft.lessons).toHaveLength(12);
    expect(rowOf({ 课时: 25 }).warnings).toEqual(['「课次」写的是“12”，“25课时”没有算作次数，按 12 次排，请核对']);
    expect(rowOf({ 课次: undefined, 课时: 24 }).errors).toEqual([
      '「课时」写的是“24”，“24课时”是时长，不是次数，请写上一共几次，例如 共12次',
    ]);
    expect(rowOf({ 课次: undefined, 课时: '12次' }).draft.lessons).toHaveLength(12);
    expect(rowOf({ 课时: 300 })).toMatchObject({ errors: [], warnings: [] });
    expect(rowOf({ 课次: undefined, 课时: '24（12次）' }).draft.lessons).toHaveLength(12);
    expect(rowOf({ 课时: '若干' })).toMatchObject({
      errors: [],
      warnings: ['「课时」写的是“若干”，“若干”没有读懂，请核对'],
    });
    expect(rowOf({ 课时: '10次' }).errors).toEqual(['「课次」写的是“12”，和课时那一列写的 10 次对不上，请核对']);
  });

  test('words and columns that disagree are told at the column', () => {
    expect(rowOf({ 上课时间: '每周二 19:00-20:30 共10次' }).errors).toEqual([
      '「课次」写的是“12”，上课时间里写的是共10次，这里是12次，请改成一样',
    ]);
    expect(rowOf({ 上课时间: '每周二 19:00-20:30 4月6日起' }).errors).toEqual([
      '「首课」写的是“3月9日”，上课时间里写的是 4月6日（周二）开课，这里是 3月9日（周二），请改成一样',
    ]);
    expect(rowOf({ 上课时间: '每周二 19:00-20:30 至5月25日', 结束日期: '5月18日' }).errors).toEqual([
      '「结束日期」写的是“5月18日”，上课时间里写的是 5月25日（周二）结束，这里是 5月18日（周二），请改成一样',
    ]);
  });

  test('fewer lessons than the end has room for are hinted at', () => {
    expect(rowOf({ 课次: 10, 结束日期: '5月25日' }).warnings).toEqual([
      '「结束日期」写的是“5月25日”，按 10 次排，最后一次在 5月11日（周二），比写的 5月25日（周二）早，请核对',
    ]);
    expect(rowOf({ 课次: 12, 结束日期: '5月25日' }).warnings).toEqual([]);
  });
});

test('a fault of a formula is told at its cell, and the rest of the row too', () => {
  const fault = { fault: 'FORMULA_ERROR' as const, shown: '#REF!' };

  expect(rowOf({ 首课: fault, 名额: '若干' }).errors).toEqual([
    '「首课」公式的结果是 #REF!，请直接填写内容',
    '「名额」写的是“若干”，请填一个数字，例如 30',
  ]);
  expect(rowOf({ 备注: { fault: 'TOO_LONG', shown: '很长' } }).errors).toEqual([
    '「备注」“很长”太长了，一格最多 500 个字，请缩短',
  ]);
  expect(rowOf({ 名额: fault }).errors).toEqual(['「名额」公式的结果是 #REF!，请直接填写内容']);
  expect(rowOf({ 序号: fault }).errors).toEqual([]);
});

test('a lesson before eight is asked about, unless early is said', () => {
  expect(rowOf({ 上课时间: '每周二 7:00-8:30' }).warnings[0]).toContain('是不是晚上');
  const { draft } = rowOf({ 上课时间: '每周二 早7:00-8:30' });
  expect(timeText(draft.lessons[0]!.startsAt)).toBe('07:00');
});

test.each<[Record<string, Cell>, string]>([
  [{ 单双周: '单周' }, '“单周”请改成上课日期的清单'],
  [{ 频次: '每两周一次' }, '“每两周一次”请改成上课日期的清单'],
  [{ 上课频率: '隔周' }, '“隔周”请改成上课日期的清单'],
  [{ 补课日期: '6月8日' }, '“补课日期:6月8日”不能照每周的时间排'],
  [{ 加课: '6月8日' }, '“加课:6月8日”不能照每周的时间排'],
  [{ 调课安排: '4月6日调至4月7日' }, '不能照每周的时间排'],
  [{ 停补课安排: '4月6日停，4月7日补' }, '不能照每周的时间排'],
])('a column that moves lessons is read: %j', (cells, why) => {
  expect(rowOf(cells).errors.join()).toContain(why);
});

test('a column of moved lessons that says 无 says nothing', () => {
  for (const none of ['无', '-', '/', null])
    expect(rowOf({ 补课日期: none })).toMatchObject({ errors: [], warnings: [] });
});

test('how many weeks, in 周次, is no weekday', () => {
  for (const weeks of ['1-12周', '一至十二周', 12])
    expect(daysOf(rowOf({ 周次: weeks }).draft)).toEqual(daysOf(rowOf({}).draft));
  expect(rowOf({ 上课时间: '19:00-20:30', 星期: '二' }).draft.schedule).toBe('每周二 19:00-20:30');
  expect(rowOf({ 上课时间: '19:00-20:30', 星期: '2、4' }).draft.schedule).toBe('每周二、四 19:00-20:30');
});

test('a list of days without 日 is read to its end', () => {
  expect(daysOf(rowOf({ 上课时间: '3.9、16、23 19:00-20:30', 首课: null, 课次: null }).draft)).toEqual([
    '03-09',
    '03-16',
    '03-23',
  ]);
});

test('a day in 课次 is not dropped, and a number before a bracket is the number', () => {
  expect(rowOf({ 课次: '12次（其中4月6日停课）' }).errors[0]).toContain('日期请写到上课时间、停课日期这些列里');
  expect(rowOf({ 课次: '12（24课时）' }).draft.lessons).toHaveLength(12);
});

test.each(['12次 3月9日、16日', '3月9日起12次', '12次至5月25日', '12次，4月6日停课'])(
  'a day in 课次 belongs elsewhere: %s',
  count => {
    expect(rowOf({ 课次: count }).errors).toEqual([
      `「课次」写的是“${count}”，日期请写到上课时间、停课日期这些列里，这里只写次数，例如 12`,
    ]);
  },
);

test.each(['同上', '〃', '"'])('%s is nobody and nowhere', ditto => {
  expect(rowOf({ 地点: ditto, 讲师: ditto }).errors).toEqual([
    `「讲师」写的是“${ditto}”，请把内容写全`,
    `「地点」写的是“${ditto}”，请把内容写全`,
  ]);
});

test.each<[Record<string, Cell>, string]>([
  [{ 课程: '合唱（取消）' }, '合唱（取消）'],
  [{ 课程: '【停办】合唱' }, '【停办】合唱'],
  [{ 备注: '本班已取消' }, '本班已取消'],
  [{ 状态: '已取消' }, '已取消'],
  [{ 状态: '暂停招生' }, '暂停招生'],
])('a class that is perhaps called off is hinted at: %j', (cells, said) => {
  expect(rowOf(cells).warnings.join()).toContain(`这一行写着“${said}”，请核对这个班还要不要`);
});

test('that is said once a row, and a time that is called off is said with the time', () => {
  const said = (cells: Record<string, Cell>) =>
    rowOf(cells).warnings.filter(text => text.includes('请核对这个班还要不要')).length;

  expect(said({ 课程: '合唱（取消）', 备注: '本班已取消' })).toBe(1);
  expect(said({ 上课时间: '每周二 19:00-20:30（4月6日取消）' })).toBe(0);
});

test('a column that nobody knows may say what it likes', () => {
  const fault = { fault: 'FORMULA_ERROR' as const, shown: '#REF!' };

  for (const cell of ['同上', fault]) expect(rowOf({ 联系电话: cell }).errors).toEqual([]);
});

test.each(['4月6日停课', '第5次改到4月20日', '补课：6月8日', '国庆停课'])(
  'the note %s moves nothing, which is hinted at',
  note => {
    expect(rowOf({ 备注: note }).warnings).toEqual([
      `「备注」写的是“${note}”，不会照这里排课，请核对上课时间和停课日期`,
    ]);
  },
);

test.each(['如需取消请提前联系', '开课后不可取消', '3楼停车方便', '缺课不补课', '第一次课请带舞鞋'])(
  'the note %s says nothing of lessons',
  note => {
    expect(rowOf({ 备注: note }).warnings).toEqual([]);
  },
);

describe('what to bring, the room and the topics', () => {
  test('are read from their columns', () => {
    const { draft, errors, warnings } = rowOf({
      自带: '谱夹、水杯',
      场地容量: '80人',
      每次课的主题: '1. 发声\r\n第二次课：识谱\n\n 4、合唱 \n',
    });
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(draft).toMatchObject({ bring: '谱夹、水杯', roomCapacity: 80 });
    expect(draft.lessons.map(({ topic }) => topic).slice(0, 5)).toEqual(['发声', '识谱', undefined, '合唱', undefined]);
  });

  test.each(['无', '-', null, undefined])('%j is none', cell => {
    const { draft, errors } = rowOf({ 自带: cell, 场地容量: cell, 每次课的主题: cell });
    expect(errors).toEqual([]);
    expect(draft).not.toHaveProperty('bring');
    expect(draft).not.toHaveProperty('roomCapacity');
    expect(draft.lessons.some(lesson => 'topic' in lesson)).toBe(false);
  });

  test.each<[Record<string, Cell>, string]>([
    [{ 场地容量: '很大' }, '「场地容量」写的是“很大”，请填一个数字，例如 40'],
    [{ 场地容量: 0 }, '「场地容量」写的是“0”，请填 1 或更大的数字'],
    [{ 场地容量: 5_001 }, '「场地容量」写的是“5001”，最多 5000，请核对'],
    [{ 自带: '带'.repeat(101) }, expect.stringContaining('太长了（101 个字），最多 100 个字') as string],
    [
      { 课次: 2, 每次课的主题: '一\n二\n三' },
      '「每次课的主题」写的是“一 二 三”，有 3 行，只有 2 次课：一行写一次课的主题，请核对',
    ],
    [{ 每次课的主题: '好'.repeat(41) }, expect.stringContaining('第 1 次课的主题太长了，最多 40 个字') as string],
    [{ 场地容量: 20 }, '「名额」30 个名额太多，场地只能坐 20 人，名额最多 24'],
  ])('%j is a problem of the row', (cells, text) => {
    expect(rowOf(cells).errors).toEqual([text]);
  });

  test('up to the bounds, all is well', () => {
    const { draft, errors } = rowOf({ 课次: 2, 自带: '带'.repeat(100), 每次课的主题: `${'好'.repeat(40)}\n二` });
    expect(errors).toEqual([]);
    expect(draft.lessons[0]!.topic).toHaveLength(40);
  });

  test('a class that is too large for its room by less than a fifth is to be looked at', () => {
    expect(rowOf({ 场地容量: 25 })).toMatchObject({
      errors: [],
      warnings: ['「名额」30 个名额比场地容量 25 多，请核对坐不坐得下'],
    });
  });
});
