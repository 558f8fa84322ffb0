import { findHeader, fieldOf } from '../../../domain/sheet/headers';
import type { SheetField } from '../../../domain/sheet/field';
import type { Cell, SheetGrid } from '../../../domain/sheet/grid';
import { understand } from '../../../domain/sheet/understand';
import { instantOf } from '../../../domain/base/clock';

/** Every word by which people call a column, each by itself: a word that is lost loses a column. */
const CALLED: Record<SheetField, string> = {
  number: '序 序号 编号 № No No. NO # 课程编号 班级编号',
  course:
    '课 课程 课程名 课程名称 项目 项目名称 项目名 培训 培训名称 活动 活动名称 开设课程 公益课 公益课名称 培训课程 活动课程名称 课程内容 课程项目 培训项目 培训科目 活动主题 学习内容 课程类别名称 项目课程 主题 科目 开课项目 拟开课程 课名',
  kind: '类型 课程类型 活动类型 班级类型 开课类型',
  walkIn: '不报名也能来 不报名也可以来 免报名 免报名入场 不用报名 无需报名 是否免报名 可不报名参加',
  name: '班次 班 班级 班别 分班 班级名称 班名称 期班 班号 开设班次 层次 级别',
  instructor:
    '老师 教师 讲师 教练 师资 导师 授课人 主讲人 授课老师 任课教师 上课老师 主讲教师 执教教练 指导老师 代课老师 培训讲师 课程讲师 老师姓名 教师名单 师资安排 授课教师姓名',
  organisation:
    '单位 机构 社会力量 组织 承办单位 承接机构 实施单位 合作机构 培训机构 教学单位 授课机构 服务机构 主办单位 开课单位 办学机构 承办单位名称',
  room: '教室 课室 室 房间 具体教室 教室号 上课教室 场地 场馆',
  place: '地点 地址 位置 场所 校区 教学点 上课地点 授课地点 培训地址 活动地点 教学地点 开课地点 具体位置 报到地点',
  weekday: '星期 周几 每周 上课星期 星期几 周次 上课日 上课日期/星期',
  fromTime: '开始时间 起始时间 上课开始时间 开课开始时间 课程开始时刻 开始钟点 上课时刻',
  toTime: '结束时间 下课时间 终止时间 下课 结束时刻 课程结束时间',
  time: '时段 时间段 上课时段 授课时段 上课钟点 具体时段',
  skipDays: '停课 停课日期 停课日 停课时间 放假 放假安排 休息日 不上课日期 停课放假说明',
  lastDay: '结束日期 结课日期 截止日期 结业日 结课 结课时间',
  firstDay:
    '日期 开课日期 首课日期 首次日期 第一课日期 第一次日期 第一次课日期 开始日期 起始日期 起止日期 上课日期 开班日期 授课日期 培训日期 培训起止日期 课程起止日期 首课 首课时间 首次上课 第一次上课时间 开班 开班时间 起止 起止时间 周期 培训周期 课程周期 日程',
  schedule:
    '时间 安排 课表 上课时间 授课时间 培训时间 活动安排 教学安排 课程安排 具体时间 开课时间 学习时间 拟定时间 时间安排 时间表 开课时间及频次 上课时间与日期 时间及日期 时间日期',
  count:
    '次数 课次 节数 讲数 几次 共几次 次课 几节 共计次数 多少次 上课次数 授课次数 课程节次 培训次数 计划课次 总次数 总课次',
  length: '课时 课时数 学时 学时数 总课时 总学时 计划课时 课程学时 共课时',
  waitlistLimit: '候补 候补名额 候补人数 候补数 候补席 候补席位 候补上限 备选 备选名额 替补人数 后备名额 排队人数',
  capacity:
    '名额 名额数 人数 规模 容量 限额 上限 人数上限 名额人数 计划名额 招生人数 招收人数 招募名额 限招人数 拟招人数 开放名额 班级人数 班规模 报名人数 限报人数 学员人数 培训人数 参训人数 参加人数 计划招生名额 招生 限额',
  audienceText:
    '对象 人群 人员 范围 条件 报名对象 招生范围 面向对象 面向 参加对象 适合人群 培训对象 招收对象 参训人员 服务对象 报名要求 报名条件',
  employers: '只面向单位 面向单位 限单位 仅限单位 限报单位 限定企业 专场企业 报名单位',
  districts: '只面向镇街 面向街道 限镇街 仅限镇街道 限报乡镇 限定街镇 报名街道',
  note: '备注 说明 注意 注意事项 注意事 备注说明 其他 其它 温馨提示 课程要求 要求',
  bring:
    '自带 自备 带什么 要带 要带什么 携带物品 需带物品 自带物品 学员自备 学员自带 自备物品 需自备 需自带材料 请自备工具 要带的东西 物品准备',
  roomCapacity: '场地容量 教室容量 场所容量 容纳人数 可容纳人数 场地容纳人数 最多容纳人数 教室座位数 座位',
  topics:
    '每次课的主题 每次课主题 每次主题 每课主题 每节课主题 每节课的内容 每讲主题 各课主题 逐次主题 课次主题 课次内容 每次教学内容',
};

test.each(Object.entries(CALLED))('%s, under every name', (field, names) => {
  const read = names.split(' ').map(name => [name, fieldOf(name)]);

  expect(read).toEqual(names.split(' ').map(name => [name, field]));
});

test.each(['课 程*', '课程名称（必填）', '【必填】课程', '课程※', '[1]课程:', '★课程', '课\u200b程', '课　程'])(
  'marks and remarks in a header are passed over: %s',
  header => {
    expect(fieldOf(header)).toBe('course');
  },
);

test.each<[string, Cell]>([
  ['nothing', ''],
  ['a number', 12],
  ['blank', null],
  ['a fault', { fault: 'FORMULA_ERROR', shown: '#REF!' }],
  ['another word', '联系电话'],
  ['a sentence with a word of a header in it', '请在课程名称一列填写'],
  ['a long note', `课程（${'很长的说明'.repeat(40)}）`],
])('%s is no header', (_what, cell) => {
  expect(fieldOf(cell)).toBeUndefined();
});

const sheet = (rows: Cell[][], merges: SheetGrid['merges'] = []): SheetGrid => ({ name: '表', rows, merges });
const fieldsOf = (grid: SheetGrid) => findHeader(grid)?.columns.map(column => column.field);

test('the header is the row that names most, and the course wins over more of the rest', () => {
  expect(
    findHeader(
      sheet([
        ['课程', '名额'],
        ['课程', '时间', '名额'],
      ]),
    )?.bottom,
  ).toBe(1);
  expect(
    findHeader(
      sheet([
        ['时间', '地点', '名额', '讲师'],
        ['课程', '时间', '名额'],
      ]),
    )?.bottom,
  ).toBe(1);
  expect(findHeader(sheet([['课程', '名额']]))).toBeUndefined();
  expect(findHeader(sheet([...Array.from({ length: 29 }, () => ['标题']), ['课程', '时间', '名额']]))?.bottom).toBe(29);
  expect(findHeader(sheet([...Array.from({ length: 30 }, () => ['标题']), ['课程', '时间', '名额']]))).toBeUndefined();
});

test('of two columns of one meaning the first counts; times, notes and days are put together', () => {
  expect(fieldsOf(sheet([['课程', '时间', '名额', '人数', '上课时间', '备注', '说明', '日期', '开课日期']]))).toEqual([
    'course',
    'schedule',
    'capacity',
    undefined,
    'schedule',
    'note',
    'note',
    'firstDay',
    'firstDay',
  ]);
});

test('a header of two rows is read from both', () => {
  const merges = [0, 1].map(left => ({ top: 0, left, bottom: 1, right: left }));
  const header = findHeader(
    sheet(
      [
        ['课程', '名额', '上课', '上课'],
        ['课程', '名额', '日期', '时段'],
      ],
      merges,
    ),
  );

  expect([header?.bottom, header?.columns.map(column => column.field)]).toEqual([
    1,
    ['course', 'capacity', 'firstDay', 'time'],
  ]);
});

describe('a course column that was renamed', () => {
  const OPTIONS = { now: instantOf('2027-02-20', '09:00')!, holidays: [] };
  const rest: Cell[] = ['每周二 19:00-20:30', '3月9日', 12, '301室', 30];
  const read = (header: Cell[], ...rows: Cell[][]) =>
    understand(
      {
        fileName: 'x',
        sheets: [
          sheet([[...header, '上课时间', '首课', '课次', '地点', '名额'], ...rows.map(row => [...row, ...rest])]),
        ],
      },
      OPTIONS,
    );

  test.each(['班次', '班级', '班级名称'])('%s does not become the course where it holds 一班', called => {
    const reading = read(['特色课', called], ['合唱', '一班']);

    expect(reading.rows).toEqual([]);
    expect(reading.problems).toEqual([
      '表里没有“课程名称”这一列，请加上',
      '没有认出的列：A 列“特色课”。如果就是其中一列，请改它的列名',
    ]);
  });

  test.each(['一班', '1班', '第二班', '初级班', '提高班', 'A班', '3'])('%s is no course', name => {
    expect(read(['班级'], [name]).problems[0]).toContain('课程名称');
  });

  test('one 一班 among courses is enough to ask', () => {
    expect(read(['班级'], ['书法班'], ['一班']).problems[0]).toContain('课程名称');
  });

  test('班级 is the course where it holds courses', () => {
    expect(read(['班级'], ['书法班'], ['瑜伽班']).rows.map(row => row.draft?.course)).toEqual(['书法班', '瑜伽班']);
  });
});

describe('a header of several rows', () => {
  const down = (left: number, bottom = 1, top = 0) => ({ top, left, bottom, right: left });
  const header = (rows: Cell[][], ...merges: SheetGrid['merges']) => {
    const found = findHeader(sheet(rows, merges));
    return found && [found.bottom, found.columns.map(column => column.field)];
  };

  test('has at most three, and only what begins in its first row makes it deeper', () => {
    const rows = [
      ['课程', '名额', '上课'],
      ['课程', '名额', ''],
      ['课程', '名额', '时段'],
    ];
    expect(header(rows, down(0, 2), down(1, 2))).toEqual([2, ['course', 'capacity', 'time']]);
    // A block of four rows is no header, and neither is one that begins below.
    const deep = [
      ['课程', '名额', '上课'],
      ['课程', '名额', ''],
      ['课程', '', ''],
      ['课程', '', '时段'],
    ];
    expect(header(deep, down(0, 3))).toBeUndefined();
    expect(
      header(
        [
          ['课程', '名额', '时间'],
          ['茶艺', '12', '时段'],
          ['茶艺', '12', '教室'],
        ],
        down(0, 2, 1),
      ),
    ).toEqual([0, ['course', 'capacity', 'schedule']]);
  });

  test('is as wide as the widest of its rows, and no row below makes it wider', () => {
    expect(
      header(
        [
          ['课程', '名额'],
          ['课程', '名额', '时段', '地点'],
        ],
        down(0),
      ),
    ).toEqual([1, ['course', 'capacity', 'time', 'place']]);
    expect(
      header([
        ['课程', '名额', '时间'],
        ['茶艺', '12', '周二', '地点'],
      ]),
    ).toEqual([0, ['course', 'capacity', 'schedule']]);
  });

  test('says by both of its cells what neither says alone, and by the upper one where the lower says nothing', () => {
    expect(
      header(
        [
          ['课程', '名额', '开始', '地点'],
          ['课程', '名额', '时间', 12],
        ],
        down(0),
      ),
    ).toEqual([1, ['course', 'capacity', 'schedule', 'place']]);
    expect(
      header(
        [
          ['课程', '名额', '上课', '讲师'],
          ['课程', '名额', '星期', '甲'],
        ],
        down(0),
      ),
    ).toEqual([1, ['course', 'capacity', 'weekday', 'instructor']]);
  });
});

test('columns that say nothing are none; one that nobody knows is kept under its words', () => {
  const found = findHeader(sheet([['课程', null, '名额', 12, '（）', '时间', '联系电话']]));
  expect(found?.columns).toEqual([
    { index: 0, letter: 'A', header: '课程', field: 'course' },
    { index: 2, letter: 'C', header: '名额', field: 'capacity' },
    { index: 5, letter: 'F', header: '时间', field: 'schedule' },
    { index: 6, letter: 'G', header: '联系电话' },
  ]);
  expect(found?.lines).toEqual([['课程', null, '名额', 12, '（）', '时间', '联系电话']]);
});

test('fewer than three known columns are no header, however many others stand beside them', () => {
  expect(findHeader(sheet([['课程', '名额', '联系电话', '编码', '邮箱']]))).toBeUndefined();
});

test('what a shown column says counts before what a hidden one says, and both stay where they stand', () => {
  const rows = [['人数', '课程', '名额', '时间']];
  expect(fieldsOf({ ...sheet(rows), hiddenColumns: [0] })).toEqual([undefined, 'course', 'capacity', 'schedule']);
  expect(fieldsOf(sheet(rows))).toEqual(['capacity', 'course', undefined, 'schedule']);
});

test('a header of 120 characters is one, a longer text is a note', () => {
  expect(fieldOf(`课程（${'长'.repeat(116)}）`)).toBe('course');
  expect(fieldOf(`课程（${'长'.repeat(117)}）`)).toBeUndefined();
});

test('the class’s name is the course only where no other column is, and where no cell says 一班', () => {
  expect(fieldsOf(sheet([['班级', '名额', '时间'], ['书法班'], [3]]))).toEqual(['course', 'capacity', 'schedule']);
  expect(fieldsOf(sheet([['班级', '名额', '时间'], ['书法班'], ['二班']]))).toEqual(['name', 'capacity', 'schedule']);
  expect(fieldsOf(sheet([['班级', '课程', '名额', '时间'], ['书法班']]))).toEqual([
    'name',
    'course',
    'capacity',
    'schedule',
  ]);
  // What stands above the header is no class.
  expect(fieldsOf(sheet([['一班'], ['班级', '名额', '时间'], ['书法班']]))).toEqual(['course', 'capacity', 'schedule']);
});

describe('a header of several rows', () => {
  const down = (bottom: number, left = 0): SheetGrid['merges'][number] => ({ top: 0, left, bottom, right: left });
  const found = (rows: Cell[][], ...merges: SheetGrid['merges'][number][]) => {
    const header = findHeader({ name: '表', rows, merges });
    return [header?.bottom, header?.columns.map(({ header: text, field }) => [text, field])];
  };
  const CLASS: Cell[] = ['合唱', 30, '二', '19:00-20:30'];

  test('the lower row names a column, alone or together with the upper one, and may be the longer one', () => {
    const rows = [
      ['课程', '名额', '开始'],
      ['课程', '名额', '钟点', '下课'],
    ];
    expect(found([...rows, CLASS], down(1))).toEqual([
      1,
      [
        ['课程', 'course'],
        ['名额', 'capacity'],
        ['钟点', 'fromTime'],
        ['下课', 'toTime'],
      ],
    ]);
  });

  test('there may be three of them', () => {
    const rows = [
      ['课程', '名额', '开始'],
      ['课程', '名额', '开始'],
      ['课程', '名额', '钟点'],
    ];
    expect(found([...rows, CLASS], down(2))).toEqual([2, expect.arrayContaining([['钟点', 'fromTime']])]);
  });

  test.each([
    ['a block of classes', { top: 1, left: 0, bottom: 2, right: 0 }],
    ['a remark beside the table', down(3, 3)],
  ])('%s that is merged downwards is none', (_name, merge) => {
    const rows: Cell[][] = [
      ['课程', '时间', '名额', '类型'],
      ['合唱', '每周二', 30, '对象'],
      ['合唱', '每周三', 30, '对象'],
      ['书法', '每周四', 30, '对象'],
    ];
    expect(found(rows, merge)[0]).toBe(0);
  });
});

test('a column that is not understood has no field at all', () => {
  const rows = [
    ['课程', '名额', '时间', '电话'],
    ['合唱', 30, '每周二', '023'],
  ];
  expect(findHeader({ name: '表', rows, merges: [] })?.columns[3]).not.toHaveProperty('field');
});
