import fc from 'fast-check';
import { instantOf } from '../../../domain/base/clock';
import { CATEGORIES } from '../../../domain/model';
import { categoryOf } from '../../../domain/sheet/category';
import { isClean, type SheetReading } from '../../../domain/sheet/draft';
import type { Cell, Merge, SheetGrid } from '../../../domain/sheet/grid';
import { fieldOf } from '../../../domain/sheet/headers';
import { readNumber } from '../../../domain/sheet/numbers';
import { understand } from '../../../domain/sheet/understand';

const OPTIONS = { now: instantOf('2027-02-20', '09:00') ?? 0, holidays: ['2027-04-05'] };
const HEADER = ['课程', '班次', '讲师', '上课时间', '首课', '课次', '地点', '名额'];
const GOOD: Cell[] = ['合唱', '一班', '陈静', '每周二 19:00-20:30', '3月9日', 12, '301室', 30];

const read = (rows: Cell[][], merges: Merge[] = [], options = {}): SheetReading =>
  understand({ fileName: 'x.xlsx', sheets: [{ name: '表', rows, merges }] }, { ...OPTIONS, ...options });
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
