import { instantOf } from '../../../domain/base/clock';
import { isClean, type SheetReading } from '../../../domain/sheet/draft';
import type { Cell, SheetGrid } from '../../../domain/sheet/grid';
import { headersIn } from '../../../domain/sheet/lines';
import { hintsOf, isAbout } from '../../../domain/sheet/hints';
import { mended } from '../../../domain/sheet/mend';
import { understand } from '../../../domain/sheet/understand';
import { rowsToImport } from '../../../domain/sheet/sheet-rows';
import { isRefused } from '../../../domain/base/refuse';

/** No class of a sheet vanishes: a row with a time and a number of seats is a class, whatever it is called. */
const OPTIONS = { now: instantOf('2027-02-20', '09:00')!, holidays: [] as string[] };
const HEADER: Cell[] = ['课程', '班次', '讲师', '上课时间', '首课', '课次', '地点', '名额'];
const GOOD: Cell[] = ['合唱', '一班', '陈静', '每周二 19:00-20:30', '3月9日', 12, '301室', 30];
const but = (change: Record<number, Cell>): Cell[] => GOOD.map((cell, at) => (at in change ? change[at]! : cell));
const own = (at: number) => ({ 1: `${at}班`, 2: `老师甲${'乙丙丁戊己庚'[at] ?? ''}`, 6: `${400 + at}室` });
const grid = (rows: Cell[][], more: Partial<SheetGrid> = {}) => ({
  fileName: 'x',
  sheets: [{ name: '表', rows, merges: [], ...more }],
});
const read = (rows: Cell[][], more: Partial<SheetGrid> = {}): SheetReading =>
  understand(grid([HEADER, ...rows], more), OPTIONS);
const courses = (reading: SheetReading) => reading.rows.map(row => row.draft?.course);

const NAMES = [
  '注册安全工程师考前辅导',
  '说明文写作',
  '合计与统计入门',
  '注意力训练',
  '报名摄影师',
  '备注式书法',
  '附中合唱',
  '联系与沟通',
  '咨询技巧',
  '审核员培训',
  '以上海话说故事',
  '小计算机',
  '示例教学',
  '例如手工',
  '★明星舞蹈',
  '总共十八式太极',
];
test.each(NAMES)('%s is a class', course => {
  const reading = read([but({ 0: course })]);

  expect([courses(reading), reading.skipped]).toEqual([[course], []]);
});

test.each<[string, Record<number, Cell>]>([
  ['seats in words alone', { 0: '说明文写作', 3: null, 4: null, 7: '三十人' }],
  ['a day as Excel keeps it alone', { 0: '注意力训练', 3: null, 4: 46_455, 7: null }],
  ['a word of a note only further on', { 2: '备注老师', 3: null, 4: null, 7: null }],
])('a class with %s is told and does not vanish', (_, change) => {
  expect(read([but(change)]).rows.map(each => each.errors.length > 0)).toEqual([true]);
});

test('so is a row that holds nothing but a formula without a result', () => {
  const fault = { fault: 'FORMULA_ERROR' as const, shown: '#REF!' };

  expect(read([GOOD, [null, null, null, fault]]).rows).toHaveLength(2);
});

test('a note with a time in words for nobody, and one with 若干 seats, are notes', () => {
  const reading = read([GOOD, but({ 0: '说明', 3: null, 4: null, 7: '若干' })]);

  expect([reading.rows.length, reading.skipped.map(each => each.row)]).toEqual([1, [3]]);
});

test('a text that is merged over the line is a heading, whatever it says and whatever its number', () => {
  const words = '每周二上课，每班 30 人';
  const rows = [
    ['序号', ...HEADER],
    [1, ...Array<Cell>(8).fill(words)],
    [2, ...GOOD],
  ];
  const reading = understand(grid(rows), OPTIONS);

  expect([courses(reading), reading.skipped]).toEqual([['合唱'], [{ row: 2, text: expect.stringContaining(words) }]]);
});

test('a header again, in whole or in part, is passed over; two of its words are none', () => {
  const [whole, part, three] = [HEADER, HEADER.map((cell, at) => (at === 2 ? null : cell)), HEADER.slice(0, 3)];
  const two = HEADER.map((cell, at) => (at === 0 || at === 7 ? cell : null));

  const reading = read([GOOD, whole, part, three, two]);

  expect(reading.problems).toEqual([]);
  expect(reading.rows.map(each => each.row)).toEqual([2, 6]);
  expect(headersIn(two)).toBe(2);
  expect(headersIn(['课程', '名额', '张三', '李四'])).toBe(2);
});

test('each row of a header of two rows may come again', () => {
  const upper = ['课程', '班次', '讲师', '时间', '时间', '课次', '地点', '名额'];
  const lower = ['课程', '班次', '讲师', '星期', '时段', '课次', '地点', '名额'];
  const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }];
  const dated = but({ 3: '二', 4: '19:00-20:30' });
  const reading = understand(grid([upper, lower, dated, upper, lower, dated], { merges }), OPTIONS);

  expect([reading.problems, reading.skipped, reading.rows.map(each => each.row)]).toEqual([[], [], [3, 6]]);
});

test('a note among whose words are those of a header is a note', () => {
  const note: Cell[] = ['说明', '课程', '名额', '地点'];

  expect(read([GOOD, note])).toMatchObject({ problems: [], skipped: [{ row: 3 }] });
});

const TOTAL = /^(合计|总计|小计|共计|总共|累计)(?!\p{Script=Han}{2})/u;
test.each(NAMES)('%s is told, and does not vanish, where it has only a time or only a number of seats', course => {
  // A total has a number of seats and no time.
  for (const blank of TOTAL.test(course) ? [7] : [3, 7]) {
    const reading = read([but({ 0: course, [blank]: null })]);

    expect(reading.rows.map(each => each.errors.length > 0)).toEqual([true]);
  }
});

test.each<[string, Cell[]]>([
  ['a total', ['合计', null, null, null, null, 12, null, 30]],
  ['a total in words', ['合计：1个班 30人', null]],
  ['a total with a number before it', [null, '总计', null, null, null, null, null, 30]],
  ['a note', ['备注：每周二停课一次']],
  ['a note over several cells', ['填表人：', '孙老师', '审核：', '王主任']],
  ['a heading', ['一、文艺类']],
  ['the example of the template', but({ 0: '示例：茶艺' })],
])('%s is no class, and is named', (_what, row) => {
  const reading = read([GOOD, row]);

  expect([courses(reading), reading.skipped.map(line => line.row)]).toEqual([['合唱'], [3]]);
});

test('a note that is merged over the whole line is no class, though it speaks of times', () => {
  const note = '说明：每周二 19:00-20:30 上课，限30人';
  const reading = read([GOOD, [note]], { merges: [{ top: 2, left: 0, bottom: 2, right: 7 }] });

  expect([courses(reading), reading.skipped]).toEqual([['合唱'], [{ row: 3, text: expect.stringContaining(note) }]]);
});

test('a second time below a class is told, not dropped', () => {
  expect(read([GOOD, [null, null, null, '每周四 19:00-20:30']]).rows[1]?.errors.map(error => error.field)).toContain(
    'course',
  );
});

test('a header printed again is passed over; one with other columns is told', () => {
  expect(courses(read([GOOD, HEADER, but({ 0: '茶艺', ...own(1) })]))).toEqual(['合唱', '茶艺']);
  const turned = ['课程', '讲师', '班次', ...HEADER.slice(3)];
  expect(read([GOOD, turned, but({ 0: '茶艺', ...own(1) })]).problems).toEqual([
    '第 3 行又是一个表头，和第 1 行的列不一样。请把下面的班排成同样的列，或放到另一个文件里',
  ]);
});

test.each<[string, string, string | undefined]>([
  ['陈静、李芳', '李芳老师', '李芳'],
  ['陈静，李芳（助教）', '陈　静', '陈静'],
  ['主讲：陈静', '助教：陈静', '陈静'],
  ['外聘教师1', '外聘教师1', '外聘教师1'],
  ['外聘教师1', '外聘教师2', undefined],
  ['待定', '待定', undefined],
  ['老师', '老师', undefined],
  ['陈静', '陈静怡', undefined],
])('%s and %s at one time', (one, other, both) => {
  const reading = read([but({ 2: one }), but({ 0: '茶艺', ...own(1), 2: other })]);

  expect(reading.rows[1]?.errors.map(error => error.text)).toEqual(
    both === undefined ? [] : [expect.stringContaining(`「讲师」${both}老师在 3月9日 周二 19:00 同时在第 2 行上课`)],
  );
});

describe('several tabs', () => {
  const tab = (name: string, ...rows: Cell[][]): SheetGrid => ({ name, rows: [HEADER, ...rows], merges: [] });
  const two = {
    fileName: 'x',
    sheets: [tab('春季', GOOD), tab('周末', but({ 0: '茶艺' }), but({ 0: '古琴', ...own(1) }))],
  };

  test('which of them is asked, with the number of their classes', () => {
    const reading = understand(two, OPTIONS);

    expect(reading.questions).toMatchObject([
      {
        about: 'sheets',
        text: '文件里有 2 张课程表：“春季”1 个班，“周末”2 个班。一次导入一张，请选一张；别的一张可以接着导入，加在后面',
      },
    ]);
    expect([reading.sheet, reading.otherSheets]).toEqual(['春季', ['周末']]);
  });

  test('the one that was named is read, and nothing is asked any more', () => {
    const reading = understand(two, { ...OPTIONS, sheet: '周末' });

    expect([courses(reading), reading.questions, reading.tabs.map(each => each.sections)]).toEqual([
      ['茶艺', '古琴'],
      [],
      [1, 2],
    ]);
  });

  test('a tab of a name that is not there is not taken for another one unsaid', () => {
    expect(understand(two, { ...OPTIONS, sheet: '秋季' }).questions).toHaveLength(1);
  });

  test('an empty course sheet before the full one is passed over', () => {
    const reading = understand({ fileName: 'x', sheets: [tab('空表'), tab('课表', GOOD)] }, OPTIONS);

    expect([reading.sheet, reading.questions]).toEqual(['课表', []]);
  });
});

describe('cells mended on the page', () => {
  const bad = grid([HEADER, but({ 7: '若干' }), but({ 0: '茶艺', ...own(1) })]);

  test('are read as if they stood in the sheet, which itself stays as it is', () => {
    const reading = understand(mended(bad, [{ row: 2, column: 'H', value: '25人' }], {}), OPTIONS);

    expect(reading.rows.map(row => row.draft?.capacity)).toEqual([25, 30]);
    expect(understand(bad, OPTIONS).rows[0]?.draft).toBeUndefined();
  });

  test('an issue says how its cell is called, and that mends it', () => {
    const cells = understand(bad, OPTIONS).rows.flatMap(row =>
      row.errors.map(error => ({ row: row.row, column: error.at, value: '9' })),
    );

    expect(understand(mended(bad, cells, {}), OPTIONS).rows.every(row => row.errors.length === 0)).toBe(true);
  });

  test('a field that has no column gets one', () => {
    const without = grid([HEADER.filter(cell => cell !== '地点'), GOOD.filter((_, at) => at !== 6)]);
    const [issue] = understand(without, OPTIONS).rows[0]!.errors;
    expect(issue).toMatchObject({ at: 'place', column: '上课地点' });

    const reading = understand(mended(without, [{ row: 2, column: issue!.at, value: '301室' }], {}), OPTIONS);

    expect(reading.rows[0]?.draft?.place).toBe('301室');
  });

  test('one cell of a merged block is mended alone', () => {
    const merged = grid([HEADER, GOOD, but({ ...own(2), 7: null })], {
      merges: [{ top: 1, left: 7, bottom: 2, right: 7 }],
    });

    const reading = understand(mended(merged, [{ row: 3, column: 'H', value: '18' }], {}), OPTIONS);

    expect(reading.rows.map(row => row.draft?.capacity)).toEqual([30, 18]);
  });

  test('an emptied cell is blank, and the header can be mended too', () => {
    expect(
      understand(mended(bad, [{ row: 2, column: 'H', value: ' ' }], {}), OPTIONS).rows[0]?.errors[0]?.text,
    ).toContain('空着');
    const renamed = grid([['特色课', ...HEADER.slice(1)], GOOD]);
    expect(courses(understand(mended(renamed, [{ row: 1, column: 'A', value: '课程名称' }], {}), OPTIONS))).toEqual([
      '合唱',
    ]);
  });

  test('cells that are nowhere are passed over', () => {
    const nowhere = [
      { row: 99, column: 'A', value: 'x' },
      { row: 2, column: 'XFD', value: 'x' },
      { row: 2, column: 'nothing', value: 'x' },
    ];

    expect(understand(mended(bad, nowhere, {}), OPTIONS)).toEqual(understand(bad, OPTIONS));
  });
});

describe('what is imported', () => {
  const rows = [GOOD, but({ 0: '茶艺', ...own(1), 7: '若干' }), but({ 0: '古琴', ...own(2) })];
  const chosen = (reading: SheetReading, only: 'right' | number[] | undefined) => {
    const taken = rowsToImport(reading, only);
    return isRefused(taken) ? taken.refused : taken.map(row => row.draft.course);
  };

  test('all or nothing, unless less is asked for', () => {
    expect(chosen(read(rows), undefined)).toBe('SHEET_HAS_ERRORS');
    expect(chosen(read(rows), 'right')).toEqual(['合唱', '古琴']);
    expect(chosen(read(rows), [4])).toEqual(['古琴']);
    expect(chosen(read(rows), [3])).toBe('SHEET_HAS_ERRORS');
    expect(chosen(read([rows[0]!]), undefined)).toEqual(['合唱']);
    expect(chosen(read([rows[1]!]), 'right')).toBe('SHEET_HAS_ERRORS');
  });

  test('a hidden row that nobody has decided about is left out; a hidden column stands in the way', () => {
    expect(chosen(read(rows, { hiddenRows: [1] }), 'right')).toEqual(['古琴']);
    expect(chosen(read(rows, { hiddenRows: [1] }), [2])).toBe('SHEET_HAS_ERRORS');
    expect(chosen(read(rows, { hiddenColumns: [7] }), 'right')).toBe('SHEET_HAS_ERRORS');
  });
});

test('hints are the warnings of the words, without the row; what is found again at every look is not kept', () => {
  const [row] = read([but({ 2: null, 6: '职工服务中心' })]).rows;

  expect(row?.warnings.map(warning => warning.field)).toEqual(['instructor', 'place']);
  expect(hintsOf(row!)).toEqual([{ field: 'instructor', text: '「讲师」空着，先记为“待定”' }]);
});

test('a hint is about the fields that are read together', () => {
  expect(isAbout('count', ['schedule'])).toBe(true);
  expect(isAbout('room', ['place'])).toBe(true);
  expect(isAbout('capacity', ['schedule', 'place'])).toBe(false);
  expect(isAbout('capacity', ['capacity'])).toBe(true);
});

describe('a lesson a row', () => {
  const lesson = (day: string, change: Record<number, Cell> = {}) =>
    but({ 1: null, 3: '19:00-20:30', 4: day, 5: 1, ...change });
  const told = (reading: SheetReading) => reading.rows.map(row => row.errors.map(error => error.text));

  test('is refused, with how to write it; the other rows point to the first', () => {
    const reading = read([
      but({ 0: '茶艺', 2: '李芳', 6: '302室' }),
      lesson('3月9日'),
      lesson('3月16日'),
      lesson('3月23日'),
    ]);

    expect(told(reading)).toEqual([
      [],
      [
        expect.stringMatching(
          /^第 3 行「班次」第 3、4、5 行每行只有一次课，像是合唱同一个班的几次课.*写全日期.*一班、二班$/,
        ),
      ],
      ['第 4 行「班次」像是第 3 行那个班的另一次课，请看第 3 行'],
      ['第 5 行「班次」像是第 3 行那个班的另一次课，请看第 3 行'],
    ]);
  });

  test('with one 班次 on all of them too, and not as one name twice', () => {
    const same = { 1: '一班' };
    const [first] = told(read([lesson('3月9日', same), lesson('3月16日', same)]));

    expect(first).toEqual([expect.stringContaining('同一个班的几次课')]);
  });

  test.each<[string, Record<number, Cell>]>([
    ['another 班次', { 1: '二班' }],
    ['another course', { 0: '剪纸' }],
    ['another instructor', { 2: '李芳' }],
  ])('%s is another class', (_, change) => {
    const rows = [lesson('3月9日'), lesson('3月16日', change)];

    expect(told(read(rows)).flat()).toEqual([]);
  });

  test('is mended by one row with all the days, the others left out', () => {
    const file = grid([HEADER, lesson('3月9日'), lesson('3月16日')]);
    const list = mended(
      file,
      [
        { row: 2, column: 'E', value: '3月9日、3月16日' },
        { row: 2, column: 'F', value: '2' },
      ],
      {},
    );

    const reading = understand(list, { ...OPTIONS, without: [3] });

    expect(told(reading).flat()).toEqual([]);
    expect(reading.rows.map(row => [row.draft?.lessons.length, row.leftOut])).toEqual([
      [2, undefined],
      [1, true],
    ]);
    expect(isClean(reading)).toBe(true);
  });
});

test('a row that is left out has no issues, takes nobody’s room, and gives its course to the row below', () => {
  const rows = [HEADER, GOOD, but({ 1: '二班', 7: '若干' }), but({ 0: null, 1: '三班', 6: '303室', 2: '李芳' })];
  const asked = understand(grid(rows), OPTIONS);
  const reading = understand(grid(rows), { ...OPTIONS, without: [2, 3] });

  expect(asked.rows.map(row => row.errors.length > 0)).toEqual([false, true, false]);
  expect(reading.rows.map(row => [row.leftOut, row.errors.length])).toEqual([
    [true, 0],
    [true, 0],
    [undefined, 0],
  ]);
  expect(isClean(reading)).toBe(true);
  expect(rowsToImport(reading, undefined)).toMatchObject([{ row: 4, draft: { course: '合唱', name: '三班' } }]);
  expect(isRefused(rowsToImport(reading, [2]))).toBe(true);
  expect(isClean(understand(grid(rows), { ...OPTIONS, without: [2, 3, 4] }))).toBe(false);
});

test('a row that is still wrong keeps its number among the classes of its course, so that no name changes when it is mended', () => {
  const unnamed = (change: Record<number, Cell>) => but({ 1: null, ...change });
  const rows = [unnamed({ 7: '若干' }), unnamed({ 2: '李芳', 6: '302室' })];

  expect(read(rows).rows.map(row => row.draft?.name)).toEqual([undefined, '二班']);
});

test('a row tells what stands in its cells, as it can be typed again', () => {
  const [row] = read([but({ 4: '３月９日', 7: { fault: 'FORMULA_ERROR', shown: '#REF!' } })]).rows;

  expect(row?.cells).toEqual({
    A: '合唱',
    B: '一班',
    C: '陈静',
    D: '每周二 19:00-20:30',
    E: '3月9日',
    F: '12',
    G: '301室',
    H: '',
  });
});

test('a second table beside the first is told, not dropped or mixed into it', () => {
  const rows: Cell[][] = [
    [...HEADER, null, ...HEADER],
    [...GOOD, null, ...but({ 0: '瑜伽', 2: '李芳', 6: '302室' })],
  ];

  expect(understand(grid(rows), OPTIONS)).toMatchObject({
    rows: [],
    problems: ['A 列和 J 列都是“课程”，像是左右排了两张表。请把右边的班排到左边的下面'],
  });
});

test('同上 is no course for the rows below it', () => {
  const reading = read([GOOD, but({ 0: '同上', 1: '二班' }), but({ 0: null, 1: '三班' })]);

  expect(reading.rows.map(row => row.errors.map(error => error.field).includes('course'))).toEqual([
    false,
    true,
    false,
  ]);
  expect(reading.rows[2]?.draft?.course).toBe('合唱');
});
