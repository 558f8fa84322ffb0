import fc from 'fast-check';
import { dayKey, instantOf } from '../../../domain/base/clock';
import { CATEGORIES } from '../../../domain/model';
import { categoryOf } from '../../../domain/sheet/category';
import { isClean, type SheetReading, type UnderstandOptions } from '../../../domain/sheet/draft';
import { textCell, type Cell, type Merge, type SheetGrid } from '../../../domain/sheet/grid';
import { fieldOf } from '../../../domain/sheet/headers';
import { readNumber } from '../../../domain/sheet/numbers';
import { understand } from '../../../domain/sheet/understand';
import { letterOf, quote } from '../../../domain/sheet/words';

const OPTIONS = { now: instantOf('2027-02-20', '09:00') ?? 0, holidays: ['2027-04-05'] };
const HEADER = ['课程', '班次', '讲师', '上课时间', '首课', '课次', '地点', '名额'];
const GOOD: Cell[] = ['合唱', '一班', '陈静', '每周二 19:00-20:30', '3月9日', 12, '301室', 30];

const read = (rows: Cell[][], merges: Merge[] = [], options = {}): SheetReading =>
  understand({ fileName: 'x.xlsx', sheets: [{ name: '表', rows, merges }] }, { ...OPTIONS, ...options });
const NO_HEADER = '没有找到表头。请在一行里写上“课程名称、上课时间、上课地点、名额”等列名，或下载模板照着填写';
const EMPTY = '这张表是空的，请下载模板，照着填写';
const errorsOf = (reading: SheetReading) => reading.rows.flatMap(row => row.errors.map(error => error.text));

describe('headers', () => {
  test.each([
    ['course', ['课程', '课程名称', '项目', '项目名称', '科目', '培训项目', '课 程*', '课程名称（必填）']],
    ['name', ['班次', '班别', '分班']],
    ['schedule', ['时间', '上课时间', '授课时间', '课程安排', '上课时间（每次1.5小时）']],
    ['firstDay', ['开课日期', '首课', '起止日期', '首次上课', '开班时间', '日期']],
    ['lastDay', ['结束日期', '结课日期']],
    ['count', ['次数', '课次', '共几次', '总课次']],
    ['place', ['地点', '上课地点', '教学点']],
    ['room', ['教室', '场地']],
    ['instructor', ['老师', '教师', '授课老师', '任课教师', '讲师', '主讲人', '授课教师姓名']],
    ['capacity', ['名额', '人数', '招生人数', '计划招生名额', '名额（人）', '人数上限']],
    ['waitlistLimit', ['候补', '候补名额', '候补人数']],
    ['organisation', ['承办单位', '机构', '承办机构', '社会力量']],
    ['audienceText', ['面向', '对象', '报名对象', '招生对象']],
    ['note', ['备注', '说明', '注意事项']],
    ['skipDays', ['停课日期', '停课']],
    ['number', ['序号', '编号']],
  ])('%s', (field, headers) => {
    expect(headers.map(header => [header, fieldOf(header)])).toEqual(headers.map(header => [header, field]));
  });

  test.each(['联系电话', '身份证号', '是否收费', '学费', '姓名', '', 12])('%s is not understood', header => {
    expect(fieldOf(header)).toBeUndefined();
  });

  test('班级 is the 班次 beside a 课程, on either side of it, and the course where there is none', () => {
    const swap = (row: Cell[]): Cell[] => [row[1] ?? null, row[0] ?? null, ...row.slice(2)];
    const called = (header: string[]) => header.map(text => (text === '班次' ? '班级' : text));

    expect(read([swap(called(HEADER)), swap(GOOD)]).rows[0]?.draft).toMatchObject({ course: '合唱', name: '一班' });
    const only = read([
      ['班级', ...HEADER.slice(2)],
      ['书法班', ...GOOD.slice(2)],
    ]);
    expect(only.rows[0]?.draft).toMatchObject({ course: '书法班', category: 'calligraphy', name: '一班' });
  });

  test('columns in any order give the same draft, and unknown ones are named', () => {
    const order = [7, 3, 0, 6, 2, 5, 1, 4];
    const reading = read([
      [...order.map(at => HEADER[at] ?? ''), '联系电话'],
      [...order.map(at => GOOD[at] ?? null), '023-1'],
    ]);

    expect(reading.rows[0]?.draft).toEqual(read([HEADER, GOOD]).rows[0]?.draft);
    expect(reading.columns.at(-1)).toEqual({ letter: 'I', header: '联系电话' });
  });
});

describe('a capacity', () => {
  test.each([
    ['30', 30],
    ['30人', 30],
    ['３０名', 30],
    ['限30人', 30],
    ['1,200', 1_200],
    ['三十', 30],
    ['一百二十', 120],
    ['十二人', 12],
    ['1', 1],
    ['5000', 5_000],
  ])('%s', (text, value) => {
    expect(readNumber(text, 1, 5_000, 30)).toEqual({ value });
  });

  test.each([
    ['若干', '请填一个数字，例如 30'],
    ['', '请填一个数字，例如 30'],
    ['20-30', '请填一个数字，例如 30'],
    ['-1', '请填 1 或更大的数字'],
    ['0', '请填 1 或更大的数字'],
    ['2.5', '请填整数，例如 30'],
    ['5001', '最多 5000，请核对'],
  ])('“%s” is none', (text, why) => {
    expect(readNumber(text, 1, 5_000, 30)).toEqual({ why });
  });
});

describe('rows', () => {
  test('a date as Excel keeps it, without a format', () => {
    const reading = read([HEADER, GOOD.map((cell, at) => (at === 4 ? 46_455 : cell))]);

    expect(reading.rows[0]?.draft).toEqual(read([HEADER, GOOD]).rows[0]?.draft);
  });

  test('a merged value counts for all cells that it covers', () => {
    const merges = [0, 2, 3, 4, 5, 7].map(left => ({ top: 1, left, bottom: 2, right: left }));
    const second: Cell[] = [null, '二班', null, null, null, null, '302室', null];

    const reading = read([HEADER, GOOD, second], merges);

    // The instructor is one person: two classes at one time are an error, and it names both rows.
    expect(errorsOf(reading)).toEqual([
      '第 3 行「讲师」陈静老师在 3月9日 周二 19:00 同时在第 2 行上课，请改时间或换老师',
    ]);
  });

  test('a capacity merged over two rows counts for each, and that is said', () => {
    const second = GOOD.map((cell, at) =>
      at === 1 ? '二班' : at === 2 ? '李芳' : at === 6 ? '302室' : at === 7 ? null : cell,
    );

    const reading = read([HEADER, GOOD, second], [{ top: 1, left: 7, bottom: 2, right: 7 }]);

    expect(reading.rows.map(row => row.draft?.capacity)).toEqual([30, 30]);
    expect(reading.rows[1]?.warnings.map(warning => warning.text)).toEqual([
      '第 3 行「名额」写的是“30”，这一格合并了几行，每个班都按这个数算，请核对',
    ]);
  });

  test('classes without a name are numbered, and a name in the course is taken out', () => {
    const at = (course: string, index: number) =>
      [course, null, `老师${index}`, '每周二 19:00-20:30', '3月9日', 12, `${300 + index}室`, 30] as Cell[];
    const reading = read([HEADER, at('茶艺', 1), at('茶艺', 2), at('瑜伽（初级班）', 3), at('书法3班', 4)]);

    expect(reading.rows.map(row => [row.draft?.course, row.draft?.name])).toEqual([
      ['茶艺', '一班'],
      ['茶艺', '二班'],
      ['瑜伽', '初级班'],
      ['书法', '3班'],
    ]);
  });

  test('defaults of the batch fill what is blank', () => {
    const reading = read([HEADER, GOOD], [], { defaults: { waitlistLimit: 7, organisation: '区总工会' } });

    expect(reading.rows[0]?.draft).toMatchObject({ waitlistLimit: 7, organisation: '区总工会' });
  });

  test('a chosen day that is a holiday is a warning', () => {
    const reading = read([
      HEADER,
      GOOD.map((cell, at) => (at === 3 ? '4月5、6日 19:00-20:30' : at > 3 && at < 6 ? null : cell)),
    ]);

    expect(reading.rows[0]?.warnings.map(warning => warning.text)).toEqual([
      '第 2 行「上课时间」4月5日 周一是法定节假日，请核对要不要上课',
    ]);
    expect(isClean(reading)).toBe(true);
  });

  test('one wrong row: its neighbours are understood, and the whole is not clean', () => {
    const reading = read([HEADER, GOOD, GOOD.map((cell, at) => (at === 7 ? '若干' : at === 1 ? '二班' : cell))]);

    expect(reading.rows.map(row => row.draft !== undefined)).toEqual([true, false]);
    expect(isClean(reading)).toBe(false);
  });

  test('lessons that touch do not clash, and 待定 is nobody', () => {
    const later = GOOD.map((cell, at) => (at === 1 ? '二班' : at === 3 ? '每周二 20:30-22:00' : cell));
    const open = (name: string, room: string) =>
      GOOD.map((cell, at) => (at === 1 ? name : at === 2 ? '待定' : at === 6 ? room : cell));

    expect(errorsOf(read([HEADER, GOOD, later]))).toEqual([]);
    expect(errorsOf(read([HEADER, open('三班', '1室'), open('四班', '2室')]))).toEqual([]);
  });
});

/** The days of a class whose columns say this instead; `undefined` takes a column away. Then what is wrong, or hinted at. */
function told(change: Record<string, Cell | undefined>): [string, string[]] {
  const columns = Object.entries({
    ...Object.fromEntries(HEADER.map((name, at) => [name, GOOD[at]])),
    课次: 3,
    ...change,
  });
  const kept = columns.filter(([, cell]) => cell !== undefined);
  const [row] = read([kept.map(([name]) => name), kept.map(([, cell]) => cell ?? null)]).rows;
  return [
    row?.draft?.lessons.map(lesson => dayKey(lesson.startsAt).slice(5)).join(' ') ?? '',
    [...(row?.errors ?? []), ...(row?.warnings ?? [])].map(({ text }) =>
      text.replace(/^第 2 行「(.*?)」(?:写的是“.*?”，)?/, '$1：'),
    ),
  ];
}
const THREE = '03-09 03-16 03-23';
const RANGE = { 首课: undefined, 课次: undefined, 起止日期: '3月9日-3月23日' };
const HOURS = '上课时间：没有读到几点到几点，请写成 每周三 19:00-20:30';

test.each<[Record<string, Cell | undefined>, string, string[]]>([
  [{ ...RANGE, 结束日期: '3月23日' }, THREE, []],
  [{ ...RANGE, 结束日期: '3月30日' }, '', ['结束日期：和「起止日期」里写的 3月23日不一样，请改成一样']],
  [{ 上课时间: '每周二', 开始时间: '19:00', 结束时间: '20:30' }, THREE, []],
  [{ 上课时间: '每周二', 开始时间: '19:00', 结束时间: null }, '', [HOURS]],
  [{ 上课时间: '每周二', 开始时间: null, 结束时间: '20:30' }, '', [HOURS]],
  [{ 课次: '若干' }, '', ['课次：请填一个数字，例如 12']],
  [{ 课次: '3月' }, '', ['课次：请填一个数字，例如 12']],
  [{ 课次: '3次（9课时）' }, THREE, []],
  [{ 课次: '3次，自备水杯' }, THREE, ['课次：“自备水杯”没有读懂，请核对']],
  [{ 课次: '9课时' }, '', ['课次：“9课时”是时长，不是次数，请写上一共几次，例如 共12次']],
  [{ 课时: '9课时' }, THREE, []],
  [{ 课时: '3次' }, THREE, []],
  [{ 课时: '4次' }, '', ['课次：和课时那一列写的 4 次对不上，请核对']],
  [{ 停课日期: '无' }, THREE, []],
  [{ 停课日期: '3月16日' }, '03-09 03-23 03-30', ['上课时间：3月16日放假或停课，课往后顺延']],
  [
    { 首课: '2027年12月7日', 课次: 5, 停课日期: '1月4日' },
    '12-07 12-14 12-21 12-28 01-11',
    ['上课时间：1月4日放假或停课，课往后顺延'],
  ],
  [{ 首课: '无' }, '', ['首课：请写成日期，例如 2027年3月9日']],
  [{ 首课: '2月30日' }, '', ['首课：没有“2月30日”这一天']],
  [{ 首课: '3月9日、3月16日', 课次: null, 上课时间: '19:00-20:30' }, '03-09 03-16', []],
  [{ 星期: '二', 上课时间: '19:00-20:30' }, THREE, []],
  [{ 星期: '46455', 上课时间: '19:00-20:30' }, THREE, []],
  [{ 星期: '2027-03-09', 上课时间: '19:00-20:30' }, THREE, []],
  [{ 上课时间: '每周二 19:00-20:30，'.padEnd(300, '水') }, THREE, [`上课时间：“${'水'.repeat(20)}…”没有读懂，请核对`]],
  [
    { 上课时间: '每周二 19:00-20:30，'.padEnd(301, '水') },
    '',
    ['上课时间：太长了（301 个字），最多 300 个字，请写短一些'],
  ],
])('columns %j', (change, days, words) => {
  expect(told(change)).toEqual([days, words]);
});

test('a question that is open, or a problem of the whole sheet, keeps it from being clean', () => {
  const hidden = { fileName: 'x.xlsx', sheets: [{ name: '表', rows: [HEADER, GOOD], merges: [], hiddenColumns: [2] }] };

  expect(isClean(read([HEADER, GOOD]))).toBe(true);
  expect(isClean(understand(hidden, OPTIONS))).toBe(false);
  expect(isClean(understand(hidden, { ...OPTIONS, hidden: 'take' }))).toBe(true);
  expect(isClean(read([HEADER, GOOD, ['课程名称', '老师', '名额'], ['书法', '李芳', 20]]))).toBe(false);
});

test('a cell may hold 500 characters', () => {
  expect(textCell('水'.repeat(500))).toBe('水'.repeat(500));
  expect(textCell('水'.repeat(501))).toMatchObject({ fault: 'TOO_LONG' });
});

describe('what keeps a sheet from being read', () => {
  const without = (...names: string[]) => {
    const kept = HEADER.flatMap((name, at) => (names.includes(name) ? [] : [at]));
    return [HEADER, GOOD].map(row => kept.map(at => row[at] ?? null));
  };

  test.each<[string, Cell[][], string[]]>([
    ['no capacity', without('名额'), ['表里没有“名额”这一列，请加上']],
    ['no hours', without('上课时间'), ['表里没有“上课时间”这一列，请加上，写成 每周三 19:00-20:30']],
    [
      'no capacity, and a column that is not known',
      without('名额').map((row, at) => [...row, at === 0 ? '联系电话' : '023-1']),
      ['表里没有“名额”这一列，请加上', '没有认出的列：H 列“联系电话”。如果就是其中一列，请改它的列名'],
    ],
    [
      'a column that is not known',
      [
        [...HEADER, '联系电话'],
        [...GOOD, '023-1'],
      ],
      [],
    ],
    ['a header and no class', [HEADER], ['表头下面没有一个班，请从表头的下一行起填写']],
    ['words without a header', [['通知'], ['请各单位填写']], [NO_HEADER]],
    ['a title above blank rows', [['通知'], []], [NO_HEADER]],
    ['a blank cell beside a word', [[null, '通知']], [NO_HEADER]],
    ['blank rows', [[null, ' '], []], [EMPTY]],
    ['no rows', [], [EMPTY]],
  ])('%s', (_title, rows, problems) => {
    expect(read(rows).problems).toEqual(problems);
  });

  test('a blank tab beside one with words is no empty file', () => {
    const sheets = [[], [['通知']]].map((rows, at) => ({ name: `表${at}`, rows, merges: [] }));

    expect(understand({ fileName: 'x.xlsx', sheets }, OPTIONS).problems).toEqual([NO_HEADER]);
  });

  test.each([
    [1_000, []],
    [1_001, ['这张表有 1,001 行，一次最多读 1,000 行，请分成几张表']],
  ])('%i rows', (lastRow, problems) => {
    const sheets = [{ name: '表', rows: [HEADER, GOOD], merges: [], lastRow }];

    expect(understand({ fileName: 'x.xlsx', sheets }, OPTIONS).problems).toEqual(problems);
  });

  test('a second header of three columns', () => {
    expect(read([HEADER, GOOD, ['课程名称', '老师', '名额'], ['书法', '李芳', 20]]).problems).toEqual([
      '第 3 行又是一个表头，和第 1 行的列不一样。请把下面的班排成同样的列，或放到另一个文件里',
    ]);
  });
});

describe('a merged capacity is said of the rows that it covers', () => {
  const rowFor = (at: number): Cell[] => [
    '合唱',
    `${at}班`,
    `老师${at}`,
    '每周二 19:00-20:30',
    '3月9日',
    12,
    `${at}室`,
    30,
  ];
  const told = (...merges: Merge[]) =>
    read([HEADER, ...[1, 2, 3, 4].map(rowFor)], merges).rows.flatMap(row => (row.warnings.length > 0 ? [row.row] : []));

  test.each<[string, Merge, number[]]>([
    ['rows 3 and 4', { top: 2, left: 7, bottom: 3, right: 7 }, [3, 4]],
    ['rows 3 and 4, with the room', { top: 2, left: 6, bottom: 3, right: 7 }, [3, 4]],
    ['rows 3 and 4, with a blank column', { top: 2, left: 7, bottom: 3, right: 8 }, [3, 4]],
    ['one row', { top: 2, left: 7, bottom: 2, right: 8 }, []],
    ['the course', { top: 2, left: 0, bottom: 3, right: 0 }, []],
    ['a blank column', { top: 2, left: 8, bottom: 3, right: 9 }, []],
  ])('%s', (_title, merge, rows) => {
    expect(told(merge)).toEqual(rows);
  });
});

describe('a lesson a row', () => {
  const lessonsOf = (count: number, columns = HEADER.map((_, at) => at)) =>
    read(
      [
        HEADER,
        ...Array.from({ length: count }, (_, at) => [
          '合唱',
          '一班',
          '陈静',
          `3月${at + 9}日 19:00-20:30`,
          null,
          null,
          '301室',
          30,
        ]),
      ].map(row => columns.map(at => row[at] ?? null)),
    ).rows[0]?.errors[0];

  test.each([
    [6, '第 2、3、4、5、6、7 行'],
    [7, '第 2、3、4、5、6、7 等 7 行'],
  ])('%i rows are named', (count, rows) => {
    expect(lessonsOf(count)).toMatchObject({ column: '班次', at: 'B', field: 'name' });
    expect(lessonsOf(count)?.text).toContain(`第 2 行「班次」${rows}每行只有一次课，像是合唱同一个班的几次课`);
  });

  test('without a column for the 班次 its usual name is said', () => {
    expect(lessonsOf(2, [0, 2, 3, 6, 7])).toMatchObject({ column: '班次', at: 'name' });
  });
});

describe('a hidden column', () => {
  const asked = (rows: Cell[][], hiddenColumns: number[]) =>
    understand(
      { fileName: 'x.xlsx', sheets: [{ name: '表', rows, merges: [], hiddenColumns }] },
      OPTIONS,
    ).questions.map(({ text }) => text);

  test('with words is asked about', () => {
    expect(asked([HEADER, GOOD], [2])).toEqual([
      'C 列“讲师”在表里是隐藏的。请选一起导入，还是不要；也可以在表里取消隐藏或删掉，再上传',
    ]);
  });

  test('that nobody understands is not', () => {
    expect(
      asked(
        [
          [...HEADER, '联系电话'],
          [...GOOD, '023-1'],
        ],
        [8],
      ),
    ).toEqual([]);
  });

  test('with nothing but its header is not', () => {
    expect(asked([HEADER, GOOD.map((cell, at) => (at === 2 ? null : cell))], [2])).toEqual([]);
  });
});

test('classes without a name are counted in Chinese, and from a hundred on in digits', () => {
  const rows = Array.from({ length: 101 }, (_, at): Cell[] => [
    '茶艺',
    null,
    `老师${at}`,
    '每周二 19:00-20:30',
    '3月9日',
    12,
    `${at}室`,
    30,
  ]);
  const names = read([HEADER, ...rows]).rows.map(row => row.draft?.name);

  expect([1, 9, 10, 11, 19, 20, 21, 99, 100, 101].map(count => names[count - 1])).toEqual([
    '一班',
    '九班',
    '十班',
    '十一班',
    '十九班',
    '二十班',
    '二十一班',
    '九十九班',
    '100班',
    '101班',
  ]);
});

test('a name that another class has is passed over', () => {
  const named = (name: string | null, at: number): Cell[] => [
    '茶艺',
    name,
    `老师${at}`,
    '每周二 19:00-20:30',
    '3月9日',
    12,
    `${at}室`,
    30,
  ];

  expect(read([HEADER, named(null, 1), named('一班', 2), named(null, 3)]).rows.map(row => row.draft?.name)).toEqual([
    '二班',
    '一班',
    '三班',
  ]);
});

test('a column is called as Excel calls it, and what was written is quoted up to 20 characters', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(['水'.repeat(20), '水'.repeat(21)].map(quote)).toEqual([`“${'水'.repeat(20)}”`, `“${'水'.repeat(20)}…”`]);
});

test('each motif is known by a course that is named like it', () => {
  const names = [
    '合唱',
    '茶艺',
    '古琴',
    '剪纸',
    '葫芦丝',
    '瑜伽',
    '乒乓球',
    '书法',
    '民族舞',
    '太极拳',
    '手机摄影',
    '家常川菜',
    '急救',
  ];

  expect(names.map(categoryOf)).toEqual([...CATEGORIES]);
});

const word = fc.constantFrom(
  ...HEADER,
  ...GOOD.map(cell => String(cell)),
  ...[
    '合计',
    '注：',
    '若干',
    '-1',
    '二班',
    '每周三19:00—20:30（3月10日起，共12次）',
    '3月9日-5月25日',
    '１２',
    '星期',
    '教室',
    '候补',
    ' ',
  ],
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.oneof(fc.double(), fc.integer({ min: -2, max: 60_000 })) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ fault: fc.constant('FORMULA_ERROR' as const), shown: fc.string() }) },
);
const rows = fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 8 });
const at = fc.nat({ max: 12 });
const merge: fc.Arbitrary<Merge> = fc.record({ top: at, left: at, bottom: at, right: at });
const sheet: fc.Arbitrary<SheetGrid> = fc.record({
  name: fc.string(),
  rows: fc.tuple(fc.boolean(), rows).map(([headed, body]) => (headed ? [HEADER, ...body] : body)),
  merges: fc.array(merge, { maxLength: 3 }),
});

test('no grid makes it throw; a draft has no errors, and every error names its row', () => {
  let drafts = 0;
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 3 }), fc.boolean(), (sheets, withGood) => {
      const grid = {
        fileName: 'x',
        sheets: withGood ? [...sheets, { name: '', rows: [HEADER, GOOD], merges: [] }] : sheets,
      };
      const reading = understand(grid, OPTIONS);

      for (const row of reading.rows) {
        expect(row.draft === undefined).toBe(row.errors.length > 0);
        for (const issue of [...row.errors, ...row.warnings])
          expect(issue.text.startsWith(`第 ${row.row} 行「`)).toBe(true);
        if (!row.draft) continue;
        drafts += 1;
        expect(row.draft.capacity).toBeGreaterThanOrEqual(1);
        expect(row.draft.lessons.length).toBeGreaterThan(0);
        expect(row.draft.course).not.toBe('');
        expect(row.draft.name).not.toBe('');
      }
      if (reading.rows.length === 0) expect(reading.problems).not.toEqual([]);
    }),
    { numRuns: 300, seed: 2027 },
  );
  expect(drafts).toBeGreaterThan(0);
});

describe('a row that staff decide about', () => {
  const sheet = (more: Partial<SheetGrid>, options: Partial<UnderstandOptions> = {}, ...rows: Cell[][]) =>
    understand(
      { fileName: 'x.xlsx', sheets: [{ name: '表', rows: [HEADER, GOOD, ...rows], merges: [], ...more }] },
      { ...OPTIONS, ...options },
    );
  const wrong: Cell[] = [...GOOD.slice(0, 7), '若干'];
  const [good, bad] = [{ course: '合唱', name: '一班' }, 'draft'] as const;

  test('left out: it is shown as it was read, without what is wrong with it', () => {
    const [first, second] = sheet({}, { without: [2, 3] }, wrong).rows;

    expect(first).toMatchObject({ row: 2, leftOut: true, draft: good, errors: [], warnings: [] });
    expect(second).toMatchObject({ row: 3, leftOut: true, errors: [], warnings: [] });
    expect(second).not.toHaveProperty(bad);
  });

  test('hidden and not decided: it is shown as it was read', () => {
    const [first, second] = sheet({ hiddenRows: [1, 2] }, {}, wrong).rows;

    expect(first).toMatchObject({ hidden: true, draft: good });
    expect(second).not.toHaveProperty(bad);
  });

  test.each<[string, Partial<SheetGrid>, string[]]>([
    ['hidden', { hiddenRows: [1] }, ['是隐藏的']],
    ['struck through', { struckRows: [1] }, ['划掉了']],
    ['both', { hiddenRows: [1], struckRows: [1] }, ['是隐藏的，也划掉了']],
  ])('%s: that is an error until they have decided', (_, more, words) => {
    const say = (options = {}) => sheet(more, options).rows[0]?.errors.map(({ text }) => text);
    const asked = words.map(word => expect.stringContaining(`这一行在表里${word}，请先选要不要导入`));

    expect(say()).toEqual(asked);
    expect(say({ hidden: 'take', struck: 'take' })).toEqual([]);
  });

  test('hidden rows are asked about by their numbers', () => {
    expect(sheet({ hiddenRows: [1, 2] }, {}, wrong).questions).toEqual([
      { about: 'hidden', rows: [2, 3], columns: [], text: expect.stringMatching(/^第 2、3 行在表里是隐藏的。/) },
    ]);
    expect(sheet({ hiddenRows: [1] }, { hidden: 'take' }).questions).toEqual([]);
  });

  test('struck through and ignored: it is told', () => {
    expect(sheet({ struckRows: [1] }, { struck: 'leave' }, wrong).skipped).toEqual([
      { row: 2, text: expect.stringMatching(/^（划掉的行）合唱/) },
    ]);
  });

  test('ignored: its words are named, without blanks for what it does not say', () => {
    const fault = (kind: 'TOO_LONG' | 'FORMULA_ERROR', shown: string) => ({ fault: kind, shown });
    const cells: Cell[] = ['合唱', null, fault('FORMULA_ERROR', '#REF!'), '每周二', fault('TOO_LONG', '很长'), null];

    expect(sheet({ hiddenRows: [2] }, { hidden: 'leave' }, cells).skipped).toEqual([
      { row: 3, text: '（隐藏的行）合唱 每周二 很长' },
    ]);
  });

  test('struck through and taken: nobody is asked again', () => {
    expect(sheet({ struckRows: [1] }).questions).toHaveLength(1);
    expect(sheet({ struckRows: [1] }, { struck: 'take' })).toMatchObject({ questions: [], rows: [{ struck: true }] });
  });
});

test('a file without a tab, and one without a header, have no columns', () => {
  const nothing = understand({ fileName: 'x.xlsx', sheets: [] }, { ...OPTIONS, sheet: '表' });

  expect([nothing.columns, nothing.questions]).toEqual([[], []]);
  expect(read([['说明']]).columns).toEqual([]);
});

test('two columns that may both be the course are two tables only if they are called alike', () => {
  const beside = (header: string) =>
    read([
      [...HEADER, header],
      [...GOOD, '艺术'],
    ]).problems;

  expect(beside('项目')).toEqual([]);
  expect(
    read([
      [...HEADER, '备注', '备注'],
      [...GOOD, '带水', '带纸'],
    ]).problems,
  ).toEqual([]);
  expect(beside('课 程')).toEqual([expect.stringContaining('A 列和 I 列都是“课程”，像是左右排了两张表')]);
});

test('the course above counts for a blank one, also where the row above has an error of its own', () => {
  const below: Cell[] = [null, '二班', '李芳', '每周三 19:00-20:30', '3月10日', 12, '302室', 30];
  const above = (change: Record<number, Cell>) =>
    read([HEADER, GOOD.map((cell, at) => (at in change ? change[at]! : cell)), below]).rows[1];

  expect(above({ 7: '若干' })).toMatchObject({ draft: { course: '合唱', name: '二班' }, errors: [] });
  expect(above({ 0: null })).toMatchObject({ errors: [{ field: 'course' }] });
});

test('what is wrong between classes is said at its column, or at the course where the sheet has none', () => {
  const other: Cell[] = ['书法', '一班', '陈静', ...GOOD.slice(3, 6), '302室', 20];
  expect(read([HEADER, GOOD, other]).rows[1]?.errors).toMatchObject([{ column: '讲师', at: 'C', field: 'instructor' }]);

  const split = ['课程', '名额', '地点', '日期', '时段'];
  const onHoliday: Cell[] = ['合唱', 30, '301室', '3月29日、4月5日', '19:00-20:30'];
  expect(read([split, onHoliday]).rows[0]?.warnings.at(-1)).toMatchObject({ column: '课程名称', at: 'schedule' });
});

test('what stands above the header is neither a class nor a note', () => {
  expect(read([['区总工会课程表'], HEADER, GOOD])).toMatchObject({ headerRow: 2, skipped: [], rows: [{ row: 3 }] });
});
