import fc from 'fast-check';
import { dayKey, instantOf, timeText } from '../../../domain/base/clock';
import { parseSchedule, type ScheduleOptions } from '../../../domain/sheet/schedule';

const NOW = instantOf('2027-02-20', '09:00') ?? 0;
const HOLIDAYS = ['2027-04-05', '2027-05-01'];
const parse = (text: string, options: Partial<ScheduleOptions> = {}) =>
  parseSchedule(text, { now: NOW, holidays: HOLIDAYS, ...options });
const daysOf = (text: string, options: Partial<ScheduleOptions> = {}) =>
  parse(text, options).lessons.map(lesson => dayKey(lesson.startsAt).slice(5));

describe('weekly hours, however they are written', () => {
  test.each([
    ['每周二、四 19:00-20:30', '每周二、四 19:00-20:30'],
    ['周二 晚上7点-8点半', '每周二 19:00-20:30'],
    ['每周三19:00—20:30', '每周三 19:00-20:30'],
    ['星期二１９：００～２０：３０', '每周二 19:00-20:30'],
    ['19:00至20:30 每周日', '每周日 19:00-20:30'],
    ['周一至周四 19:00-20:30', '每周一、二、三、四 19:00-20:30'],
    ['每周3 19:00-20:30', '每周三 19:00-20:30'],
    ['周六日下午2点-4点', '每周六、日 14:00-16:00'],
    ['周六/周日 上午9:30—11:30', '每周六、日 09:30-11:30'],
    ['每天早上7点到8点', '每天 07:00-08:00'],
    ['每晚7点-8点', '每天 19:00-20:00'],
    ['周末 14:00-16:00', '每周六、日 14:00-16:00'],
    ['工作日12:00-13:00', '每周一、二、三、四、五 12:00-13:00'],
    ['周三晚上七点到八点半', '每周三 19:00-20:30'],
    ['礼拜天 上午10点-12点', '每周日 10:00-12:00'],
    ['周三 中午11点-12点半', '每周三 11:00-12:30'],
    ['周三 中午10点-11点', '每周三 10:00-11:00'],
    ['周三 中午1点-2点半', '每周三 13:00-14:30'],
    ['周二至周四 19:00-20:30', '每周二、三、四 19:00-20:30'],
    ['周五 上午11:00-1:00', '每周五 11:00-13:00'],
    ['周三 19:00开始，90分钟', '每周三 19:00-20:30'],
    ['周三 下午2点半，1.5小时', '每周三 14:30-16:00'],
    ['周二19:00-20:30、周六9:30-11:00', '每周二 19:00-20:30，每周六 09:30-11:00'],
  ])('%s', (text, schedule) => {
    const read = parse(text, { firstDay: '2027-03-08', count: 4 });

    expect(read.problems).toEqual([]);
    expect(read.schedule).toBe(schedule);
    expect(read.lessons).toHaveLength(4);
  });
});

describe('which days', () => {
  test.each<[string, Partial<ScheduleOptions>, string[]]>([
    ['每周三19:00-20:30（3月10日起，共3次）', {}, ['03-10', '03-17', '03-24']],
    ['3月10、17、24日 19:00-20:30', {}, ['03-10', '03-17', '03-24']],
    ['3月24日、4月7、14日晚7:00—8:30', {}, ['03-24', '04-07', '04-14']],
    ['3/10, 3/17 19:00-20:30', {}, ['03-10', '03-17']],
    ['2027-03-10、2027-03-17 19:00-20:30', {}, ['03-10', '03-17']],
    ['12月29日、1月5日 19:00-20:30', {}, ['12-29', '01-05']],
    ['每周三 19:00-20:30 3月10日-31日', {}, ['03-10', '03-17', '03-24', '03-31']],
    ['三月十日起每周三晚上六点半至八点，共两次', {}, ['03-10', '03-17']],
    ['每周三 19:00-20:30（3月10日—4月7日，3月24日停课）', {}, ['03-10', '03-17', '03-31', '04-07']],
    ['每周一 19:00-20:30', { firstDay: '2027-03-29', count: 3 }, ['03-29', '04-12', '04-19']],
    ['每周六 19:00-20:30', { firstDay: '2027-04-24', lastDay: '2027-05-08' }, ['04-24', '05-08']],
    ['每周二 19:00-20:30', { firstDay: '2027-03-08', count: 2, skip: ['2027-03-09'] }, ['03-16', '03-23']],
    ['19:00-20:30', { firstDay: '2027-03-09' }, ['03-09']],
    ['3月10日（周三）19:00-20:30', {}, ['03-10']],
  ])('%s %j', (text, options, days) => {
    const read = parse(text, options);

    expect(read.problems).toEqual([]);
    expect(daysOf(text, options)).toEqual(days);
  });

  test('a weekly lesson on a holiday moves on, and the holiday is named', () => {
    const read = parse('每周一 19:00-20:30', { firstDay: '2027-03-29', count: 3 });

    expect(read.skipped).toEqual(['2027-04-05']);
    const holidays = ['2027-02-30', '2027-04-05'];
    expect(parse('每周一 19:00-20:30', { firstDay: '2027-03-29', count: 3, holidays })).toEqual(read);
  });

  test('a holiday after the last lesson is none that was skipped', () => {
    expect(parse('每周一 19:00-20:30', { firstDay: '2027-03-22', count: 2 }).skipped).toEqual([]);
  });

  test('a first day on another weekday is taken and said', () => {
    const read = parse('每周三 19:00-20:30', { firstDay: '2027-03-09', count: 2 });

    expect(dayKey(read.lessons[0]?.startsAt ?? 0)).toBe('2027-03-10');
    expect(read.notes.map(note => note.text)).toEqual(['3月9日（周二）不上课，第一课在 3月10日（周三）']);
  });
});

describe('what is missing or wrong', () => {
  test.each<[string, Partial<ScheduleOptions>, string, string]>([
    ['', {}, 'schedule', '没有读到几点到几点'],
    ['待定', {}, 'schedule', '没有读到几点到几点'],
    ['每周三 19:00', { firstDay: '2027-03-10', count: 2 }, 'schedule', '没有读到几点到几点'],
    ['每周三 20:30-19:00', { firstDay: '2027-03-10', count: 2 }, 'schedule', '结束要晚于开始'],
    ['每周三 19:70-20:30', { firstDay: '2027-03-10', count: 2 }, 'schedule', '上课时间不对'],
    ['每周三 25:00-26:00', { firstDay: '2027-03-10', count: 2 }, 'schedule', '上课时间不对'],
    ['19:00-20:30', { firstDay: '2027-03-10', count: 2 }, 'schedule', '没有写周几'],
    ['每周三 19:00-20:30', { count: 2 }, 'firstDay', '没有写从哪天开始'],
    ['每周三 19:00-20:30', { firstDay: '2027-03-10' }, 'count', '没有写一共几次'],
    ['每周三 19:00-20:30', { firstDay: '2027-03-10', count: 201 }, 'count', '最多 200 次'],
    ['每周三 19:00-20:30', { firstDay: '2027-03-10', count: 60 }, 'count', '排不满 60 次'],
    ['每周三 19:00-20:30', { firstDay: '2027-03-10', lastDay: '2027-03-01' }, 'lastDay', '早于开课日期'],
    ['每周三 19:00-20:30', { firstDay: '2027-03-10', lastDay: '2027-03-31', count: 5 }, 'lastDay', '只排得下 4 次'],
    ['每周三 19:00-20:30', { firstDay: '2027-03-11', lastDay: '2027-03-12' }, 'schedule', '没有一次课'],
    ['2月30日 19:00-20:30', {}, 'schedule', '没有“2月30日”这一天'],
    ['每周三 3月10、18日 19:00-20:30', {}, 'schedule', '3月18日（周四）不是周三'],
    ['3月10、17日 19:00-20:30 共3次', {}, 'count', '写了 2 个上课日期，却说共 3 次'],
    ['单周三 19:00-20:30', {}, 'schedule', '“单周”请改成上课日期的清单'],
    ['周三19:00-20:30、周三20:00-21:00', { firstDay: '2027-03-10', count: 2 }, 'schedule', '重叠'],
  ])('%s %j', (text, options, field, words) => {
    const read = parse(text, options);

    expect(read).toMatchObject({ schedule: '', lessons: [], skipped: [] });
    expect(read.problems[0]?.field).toBe(field);
    expect(read.problems[0]?.text).toContain(words);
  });

  test.each<[string, Partial<ScheduleOptions>, string[]]>([
    ['每周三', { firstDay: '2027-03-10' }, ['schedule', 'count']],
    ['19:00-20:30', {}, ['schedule', 'firstDay', 'count']],
    ['每周三 19:00-20:30', {}, ['firstDay', 'count']],
  ])('%s %j: everything that is missing is said at once', (text, options, fields) => {
    expect(parse(text, options).problems.map(({ field }) => field)).toEqual(fields);
  });

  test('words that were not understood are quoted', () => {
    const read = parse('每周三 19:00-20:30 五一停课', { firstDay: '2027-03-10', count: 2 });

    expect(read.notes.map(note => note.text)).toEqual(['“五一停课”没有读懂，请核对']);
  });

  test('seven o’clock without a word may be the evening', () => {
    expect(parse('每周三 7:00-8:30', { firstDay: '2027-03-10', count: 2 }).notes[0]?.text).toContain('是不是晚上');
    expect(parse('每周三 早7:00-8:30', { firstDay: '2027-03-10', count: 2 }).notes).toEqual([]);
  });
});

const weekdays = fc.subarray(['一', '二', '三', '四', '五', '六', '日'], { minLength: 1 });

test('what it says of a weekly schedule is read as the same lessons', () => {
  fc.assert(
    fc.property(weekdays, fc.integer({ min: 8, max: 20 }), fc.integer({ min: 1, max: 30 }), (days, hour, count) => {
      const options = { firstDay: '2027-03-08', count };
      const first = parse(`周${days.join('、')} ${hour}点-${hour + 1}点半`, options);
      const again = parse(first.schedule, options);

      expect(first.problems).toEqual([]);
      expect(again.lessons).toEqual(first.lessons);
      expect(first.lessons).toHaveLength(count);
      expect(first.lessons.every(lesson => timeText(lesson.endsAt) === `${hour + 1}:30`.padStart(5, '0'))).toBe(true);
    }),
  );
});

test('no lesson of a weekly schedule is on a holiday or overlaps another, and none is lost', () => {
  const holiday = fc.integer({ min: 0, max: 120 }).map(day => dayKey(NOW + day * 86_400_000));
  fc.assert(
    fc.property(weekdays, fc.integer({ min: 1, max: 40 }), fc.array(holiday), (days, count, holidays) => {
      const read = parse(`每周${days.join('、')} 19:00-20:30`, { firstDay: '2027-03-01', count, holidays });

      expect(read.lessons).toHaveLength(count);
      expect(read.lessons.some(lesson => holidays.includes(dayKey(lesson.startsAt)))).toBe(false);
      expect(
        read.lessons.every((lesson, at) => at === 0 || lesson.startsAt >= (read.lessons[at - 1]?.endsAt ?? 0)),
      ).toBe(true);
    }),
  );
});

const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '每周',
      '周',
      '二',
      '、',
      '至',
      '-',
      '—',
      '19:00',
      '7点',
      '半',
      '晚上',
      '3月',
      '10日',
      '3/10',
      '共',
      '12次',
      '2027',
      '年',
      '（',
      '）',
      '停课',
      ' ',
      '１',
      '起',
      '隔周',
      '每天',
      '90分钟',
      '十',
      '.',
      '/',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

test.each([
  ['a first day that is none', '19:00-20:30', { firstDay: '2027-13-40' }],
  ['named days that are all without lessons', '3月10日、17日 19:00-20:30', { skip: ['2027-03-10', '2027-03-17'] }],
])('%s: no lesson, and it is said', (_title, text, options) => {
  const read = parse(text, options);

  expect(read.lessons).toEqual([]);
  expect(read.problems).toMatchObject([{ field: 'firstDay' }]);
});

test('no words make it throw or give lessons out of order', () => {
  fc.assert(
    fc.property(
      fc.array(fragment, { maxLength: 14 }).map(parts => parts.join('')),
      fc.option(fc.constantFrom('2027-03-09', '2027-13-40', 'x'), { nil: undefined }),
      fc.option(fc.integer({ min: -5, max: 500 }), { nil: undefined }),
      (text, firstDay, count) => {
        const read = parse(text, { ...(firstDay ? { firstDay } : {}), ...(count === undefined ? {} : { count }) });

        expect(read.lessons.length === 0).toBe(read.problems.length > 0);
        expect(read.lessons.length).toBeLessThanOrEqual(200);
        for (const [at, lesson] of read.lessons.entries()) {
          expect(lesson.startsAt).toBeLessThan(lesson.endsAt);
          expect(lesson.startsAt).toBeGreaterThanOrEqual(read.lessons[at - 1]?.endsAt ?? 0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

/**
 * A day that the text itself calls a lesson is held or asked about, and a day that it calls an end is either the last
 * lesson's or said not to be. The dates are a calendar's: 9 March 2027 is a Tuesday.
 */
describe('days that do not fit the week', () => {
  const THURSDAYS = ['03-11', '03-18', '03-25', '04-01', '04-08'];

  test.each([
    '3月9日首次，之后每周四 19:00-20:30，共5次',
    '首课3月9日，以后每周四 19:00-20:30，共5次',
    '每周四 19:00-20:30，第一课3月9日，共5次',
    '第1次3月9日，此后每周四 19:00-20:30，共5次',
    '首课：3月9日，以后每周四 19:00-20:30，共5次',
    '首课为3月9日，以后每周四 19:00-20:30，共5次',
    '3月9日（首次），之后每周四 19:00-20:30，共5次',
    '3月9日为首次，之后每周四 19:00-20:30，共5次',
  ])('%s: the first lesson is on its day, counts, and is said', text => {
    const { lessons, notes, problems, schedule } = parse(text);

    expect(problems).toEqual([]);
    expect(lessons.map(({ startsAt }) => `${dayKey(startsAt).slice(5)} ${timeText(startsAt)}`)).toEqual(
      ['03-09', ...THURSDAYS.slice(0, 4)].map(day => `${day} 19:00`),
    );
    expect(notes.map(note => note.text)).toEqual(['第一课照写的排在 3月9日（周二），以后是每周四 19:00-20:30，请核对']);
    // Its standard form means the same.
    expect(parse(schedule, { count: 5 }).lessons).toEqual(lessons);
  });

  test('with an end in place of a count, the first lesson is there too', () => {
    expect(daysOf('3月9日首次，之后每周四 19:00-20:30，至4月8日')).toEqual(['03-09', ...THURSDAYS]);
  });

  test('on a day of the week, on a day off, or where the text only says from when, it is not added', () => {
    expect(daysOf('3月11日首次，之后每周四 19:00-20:30，共5次')).toEqual(THURSDAYS);
    expect(daysOf('3月11日首次，之后每周二 19:00-20:30、每周四 19:00-20:30，共3次')).toEqual([
      '03-11',
      '03-16',
      '03-18',
    ]);
    expect(daysOf('3月9日首次，之后每周四 19:00-20:30，共5次，3月9日停课')).toEqual(THURSDAYS);
    expect(daysOf('3月9日起每周四 19:00-20:30，共5次')).toEqual(THURSDAYS);
  });

  test('with several hours in the week it is not guessed which are meant', () => {
    const { lessons, problems } = parse('3月9日首次，之后每周四 19:00-20:30、周六 9:00-10:00，共5次');

    expect(lessons).toEqual([]);
    expect(problems.map(one => one.text)).toEqual(['3月9日（周二）的第一课没有写几点到几点']);
  });

  test.each<[string, Partial<ScheduleOptions>, string[]]>([
    ['每周三 19:00-20:30，3月10日至3月30日', {}, ['3月30日（周二）不上课，最后一课在 3月24日（周三），请核对']],
    [
      '每周三 19:00-20:30，3月10日起',
      { lastDay: '2027-03-30' },
      ['3月30日（周二）不上课，最后一课在 3月24日（周三），请核对'],
    ],
    ['每周一 19:00-20:30，3月22日至4月5日', {}, ['4月5日（周一）不上课，最后一课在 3月29日（周一），请核对']],
    ['每周三 19:00-20:30，3月10日至3月24日', {}, []],
    ['每周三 19:00-20:30，3月10日至3月30日，共3次', {}, []],
  ])('%s %j: an end without a lesson is said, if the number of lessons follows from it', (text, options, hints) => {
    expect(parse(text, options).notes.map(note => note.text)).toEqual(hints);
  });
});
