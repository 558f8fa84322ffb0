import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { readSheet } from '../../../server/sheet/read';
import { dayKey, instantOf, timeText } from '../../../domain/base/clock';
import { withTopic } from '../../../domain/lesson/topics';
import type { OfferedSection } from '../../../domain/model';
import { isClean, type SheetReading } from '../../../domain/sheet/draft';
import { isProblem, type Grid } from '../../../domain/sheet/grid';
import { understand } from '../../../domain/sheet/understand';
import { careless, chengdu, metro, pudong, street, tabbed, yiyuan } from '../../sheets/authors';

const NOW = instantOf('2027-02-20', '09:00') ?? 0;
const HOLIDAYS = ['2027-04-05', '2027-05-01', '2027-05-02', '2027-05-03'];

async function gridOf(bytes: Uint8Array, fileName: string): Promise<Grid> {
  const grid = await readSheet(bytes, fileName);
  if (isProblem(grid)) throw new Error(grid.problem);
  return grid;
}

const readingOf = async (bytes: Uint8Array, fileName = '课程表.xlsx'): Promise<SheetReading> =>
  understand(await gridOf(bytes, fileName), { now: NOW, holidays: HOLIDAYS });

const draftsOf = (reading: SheetReading) => reading.rows.flatMap(row => (row.draft ? [row.draft] : []));
const numbersOf = (reading: SheetReading) => ({
  sections: draftsOf(reading).length,
  courses: new Set(draftsOf(reading).map(draft => draft.course)).size,
  seats: draftsOf(reading).reduce((sum, draft) => sum + draft.capacity, 0),
});
const errorsOf = (reading: SheetReading) => reading.rows.flatMap(row => row.errors.map(error => error.text));
const warningsOf = (reading: SheetReading) => reading.rows.flatMap(row => row.warnings.map(warning => warning.text));
const lessonsOf = (reading: SheetReading, index: number) =>
  (draftsOf(reading)[index]?.lessons ?? []).map(
    ({ startsAt, endsAt }) => `${dayKey(startsAt)} ${timeText(startsAt)}-${timeText(endsAt)}`,
  );

test('沂源: titles, merged courses, Excel dates, a total and signatures: 39 sections, 34 courses, 1,026 seats', async () => {
  const reading = await readingOf(yiyuan());

  expect(errorsOf(reading)).toEqual([]);
  expect(isClean(reading)).toBe(true);
  expect(numbersOf(reading)).toEqual({ sections: 39, courses: 34, seats: 1_026 });
  expect(reading.headerRow).toBe(3);
  expect(reading.sheet).toBe('课程表');
  expect(reading.skipped.map(line => line.row)).toEqual([44, 45]);
  expect(
    draftsOf(reading)
      .slice(0, 2)
      .map(draft => draft.course + draft.name),
  ).toEqual(['合唱一班', '合唱二班']);
  expect(draftsOf(reading)[11]?.name).toBe('一班');
  expect(lessonsOf(reading, 0)).toHaveLength(12);
  expect(lessonsOf(reading, 0)[0]).toBe('2027-03-08 19:00-20:30');
});

test('成都: a cover before, full-width forms, a header on each page: 75 sections, 2,075 seats', async () => {
  const reading = await readingOf(chengdu());

  expect(errorsOf(reading)).toEqual([]);
  expect(isClean(reading)).toBe(true);
  expect(numbersOf(reading)).toMatchObject({ sections: 75, seats: 2_075 });
  expect([reading.sheet, reading.otherSheets]).toEqual(['课表', ['封面']]);
  expect(draftsOf(reading)[0]).toMatchObject({
    course: '合唱',
    category: 'choir',
    name: '1班',
    place: '锦江区职工学校 100室',
    schedule: '每周一 18:30-20:00',
    waitlistLimit: 0,
    organisation: '成都市职工大学',
  });
  expect(draftsOf(reading)[0]?.instructor).toMatch(/^..$/);
  // Mondays from 8 March to 30 May, without 5 April (清明) and 3 May (劳动节).
  expect(lessonsOf(reading, 0)).toHaveLength(10);
});

test('上海地铁: days in a cell, prefixed XML', async () => {
  const reading = await readingOf(metro());

  expect(errorsOf(reading)).toEqual([]);
  expect(numbersOf(reading)).toEqual({ sections: 11, courses: 11, seats: 110 });
  expect(lessonsOf(reading, 3)).toEqual([
    '2027-03-12 18:30-20:00',
    '2027-03-19 18:30-20:00',
    '2027-03-26 18:30-20:00',
    '2027-04-02 18:30-20:00',
    '2027-04-09 18:30-20:00',
    '2027-04-16 18:30-20:00',
  ]);
  expect(draftsOf(reading)[0]).toMatchObject({ audienceText: '运营一线职工', bring: '便装', waitlistLimit: 3 });
});

test('浦东: a header of two rows, hours as Excel times, capacity by formula: 20 sections of 12 lessons, 450 seats', async () => {
  const reading = await readingOf(pudong());

  expect(errorsOf(reading)).toEqual([]);
  expect(numbersOf(reading)).toEqual({ sections: 20, courses: 20, seats: 450 });
  expect(reading.headerRow).toBe(3);
  expect(draftsOf(reading).every(draft => draft.lessons.length === 12)).toBe(true);
  expect(lessonsOf(reading, 1)[0]).toBe('2027-03-09 19:00-20:30');
});

test('a street: all in one cell, 30人, a course named once, headings between, no addresses in the XML', async () => {
  const reading = await readingOf(street());

  expect(errorsOf(reading)).toEqual([]);
  expect(numbersOf(reading)).toEqual({ sections: 4, courses: 3, seats: 145 });
  expect(reading.skipped.map(line => line.text)).toEqual([
    '一、文艺类',
    '二、体育类',
    '注：课程如有变动以通知为准。',
    '联系人：张老师 023-49800000',
  ]);
  const [first, second, third, fourth] = draftsOf(reading);
  expect(first).toMatchObject({ instructor: '陈静', schedule: '每周三 19:00-20:30', capacity: 40, waitlistLimit: 20 });
  expect(second).toMatchObject({ course: '合唱', name: '二班', schedule: '每周四 19:00-20:30' });
  expect(third).toMatchObject({ course: '剪纸（亲子班）', schedule: '3月13日、20日、27日 09:30-11:30' });
  expect(fourth?.schedule).toBe('每周二、四、六 07:00-08:00');
  expect(warningsOf(reading)).toContain('第 5 行「项目」空着，按上面一行的“合唱”读');
  expect(warningsOf(reading).join()).toContain('上课时间是早上 07:00，请核对是不是晚上');
});

test('UTF-16 with tabs: dates without a year, a day off and a holiday are passed over', async () => {
  const reading = await readingOf(tabbed(), '课程.txt');

  expect(errorsOf(reading)).toEqual([]);
  expect(numbersOf(reading)).toEqual({ sections: 2, courses: 2, seats: 80 });
  expect(lessonsOf(reading, 0).map(text => text.slice(5, 10))).toEqual([
    '03-08',
    '03-15',
    '03-29',
    '04-12',
    '04-19',
    '04-26',
    '05-10',
    '05-17',
  ]);
  expect(warningsOf(reading)).toContain(
    '第 2 行「时间」写的是“每周一 19:00-20:30”，3月22日、4月5日、5月3日放假或停课，课往后顺延',
  );
});

test('永川: as UTF-8 with and without BOM, and as GB18030 with a title and quoted line breaks: the same six sections', async () => {
  const utf8 = readFileSync(join(__dirname, '../../../sample/yongchuan-batch-1.csv'));
  const without = utf8.subarray(utf8[0] === 0xef ? 3 : 0);
  const withBom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), without]);
  const gb = readFileSync(join(__dirname, '../../sheets/yongchuan-gb18030.csv'));

  const [a, b, c] = await Promise.all([without, withBom, gb].map(bytes => readingOf(bytes, '永川.csv')));

  if (!a || !b || !c) throw new Error('not read');
  expect(numbersOf(a)).toEqual({ sections: 6, courses: 5, seats: 260 });
  expect(isClean(a)).toBe(true);
  expect(draftsOf(b)).toEqual(draftsOf(a));
  expect(c.headerRow).toBe(2);
  // The older sheet had no columns for the room, for what to bring, and for topics.
  const withoutFacts = ({ bring: _b, roomCapacity: _r, lessons, ...draft }: OfferedSection) => ({
    ...draft,
    note: '',
    lessons: lessons.map(lesson => withTopic(lesson, '')),
  });
  expect(draftsOf(c).map(withoutFacts)).toEqual(draftsOf(a).map(withoutFacts));
  expect(draftsOf(a)[0]).toMatchObject({
    bring: '谱夹',
    roomCapacity: 100,
    lessons: { 1: { topic: '识谱：简谱和节奏' } },
  });
  expect(draftsOf(c)[0]?.note).toBe('自备谱夹, 水杯 第一课带学员证');
});

test('a careless sheet: every mistake is told with its row, its column and what to write', async () => {
  const reading = await readingOf(careless());

  expect(isClean(reading)).toBe(false);
  expect(errorsOf(reading)).toEqual([
    '第 3 行「名额」写的是“若干”，请填一个数字，例如 30',
    '第 4 行「名额」写的是“-1”，请填 1 或更大的数字',
    '第 5 行「讲师」陈静老师在 3月9日 周二 20:00 同时在第 2 行上课，请改时间或换老师',
    '第 6 行「上课地点」301排练厅在 3月9日 周二 20:00 已经排给第 2 行，请改时间或换教室',
    '第 7 行「班次」和第 2 行同名，请改班次，例如 二班',
    '第 8 行「开课日期」写的是“2月30日”，没有“2月30日”这一天',
    '第 9 行「上课时间」写的是“每周二晚上”，没有读到几点到几点，请写成 每周三 19:00-20:30',
    '第 10 行「课次」写的是“待定”，请填一个数字，例如 12',
    '第 11 行「名额」公式的结果是 #REF!，请直接填写内容',
    '第 12 行「名额」公式“=B2+C2”没有保存结果，请直接填写内容',
    '第 13 行「上课地点」空着，请写上课地点和教室',
    '第 15 行「上课时间」写的是“隔周二 19:00-20:30”，“隔周”请改成上课日期的清单，例如 3月10日、24日 19:00-20:30',
    '第 16 行「开课日期」写的是“下个月”，请写成日期，例如 2027年3月9日',
  ]);
  expect(warningsOf(reading)).toEqual(['第 14 行「上课地点」没有写到哪一间教室，学员会找不到']);
  // Rows that only clash with others can be read, and are shown.
  expect(draftsOf(reading).map(draft => draft.name)).toEqual(['一班', '二班', '三班', '一班', '14班']);
});

test('another reader sees the same cells', async () => {
  for (const bytes of [yiyuan(), chengdu(), pudong()]) {
    const ours = await gridOf(bytes, 'x.xlsx');
    const theirs = await readXlsxFile(Buffer.from(bytes));
    ours.sheets.forEach((sheet, index) => {
      const other = theirs[index]?.data ?? [];
      const text = (cell: unknown): string =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : cell == null ? '' : String(cell);
      sheet.rows.forEach((row, at) =>
        row.forEach((cell, column) => {
          // Times of day are dates of 1899 there.
          if (typeof cell !== 'string' || !/^\d\d:\d\d$/.test(cell))
            expect(text(other[at]?.[column])).toBe(typeof cell === 'object' ? '' : String(cell));
        }),
      );
    });
  }
});
