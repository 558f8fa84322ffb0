import fc from 'fast-check';
import { DAY, dayKey, dayText, instantOf, weekdayText } from '../../../domain/base/clock';
import { parseSchedule, type ScheduleOptions } from '../../../domain/sheet/schedule';

/**
 * One list of lessons, written in many human ways: in columns, in words, in any order, with what else people write
 * beside it. The reading is that list, or a refusal that names the field; never another list.
 */
const NOW = instantOf('2027-02-20', '09:00')!;
const WEEK = '一二三四五六日';

interface Course {
  weekdays: string[];
  from: string;
  to: string;
  firstDay: string;
  count: number;
  /** Days on which there is no lesson: each would have one. */
  off: string[];
}

/** The lessons of a course by counting days, in other words than the ones that are tested. */
function daysOf({ weekdays, firstDay, count, off }: Course): string[] {
  const days: string[] = [];
  for (let at = instantOf(firstDay, '00:00')!; days.length < count; at += DAY)
    if (weekdays.includes(weekdayText(at)) && !off.includes(dayKey(at))) days.push(dayKey(at));
  return days;
}

const course: fc.Arbitrary<Course> = fc
  .record({
    weekdays: fc.subarray([...WEEK], { minLength: 1, maxLength: 2 }),
    hour: fc.integer({ min: 9, max: 20 }),
    start: fc.nat({ max: 40 }),
    count: fc.integer({ min: 2, max: 14 }),
    skipped: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
  })
  .map(({ weekdays, hour, start, count, skipped }) => {
    let at = instantOf('2027-03-01', '00:00')! + start * DAY;
    while (!weekdays.includes(weekdayText(at))) at += DAY;
    const bare = { weekdays, from: `${hour}:00`, to: `${hour + 1}:30`, firstDay: dayKey(at), count, off: [] };
    const days = daysOf({ ...bare, count: count + 8 });
    return { ...bare, off: skipped.filter(index => index < count).map(index => days[index]!) };
  });

const say = (day: string): string => dayText(instantOf(day, '00:00')!);
const slash = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

/** How often, and at what time. */
const weekly = ({ weekdays, from, to }: Course): fc.Arbitrary<string> => {
  const hour = Number(from.split(':')[0]);
  const spoken = hour >= 18 ? `晚上${hour - 12}点-${hour - 11}点半` : `${hour}点到${hour + 1}点半`;
  const words = [
    `每周${weekdays.join('、')}`,
    weekdays.map(day => `周${day}`).join('、'),
    `每周${weekdays.length}次，${weekdays.map(day => `周${day}`).join('、')}`,
    `星期${weekdays.join('和')}`,
    `每周${weekdays.map(day => WEEK.indexOf(day) + 1).join('、')}`,
  ];
  const hours = [`${from}-${to}`, `${from}—${to}`, `${from.replace(':', '：')}～${to.replace(':', '：')}`, spoken];
  return fc
    .tuple(oneOf(...words), oneOf('', ' '), oneOf(...hours), fc.boolean())
    .map(([day, gap, clock, first]) => (first ? `${day}${/\d$/.test(day) ? ' ' : gap}${clock}` : `${clock} ${day}`));
};

interface Piece {
  words?: string;
  column?: Partial<ScheduleOptions>;
}

const start = ({ firstDay }: Course): fc.Arbitrary<Piece> =>
  oneOf<Piece>(
    { column: { firstDay } },
    { words: `${say(firstDay)}起` },
    { words: `自${say(firstDay)}起` },
    { words: `${firstDay.slice(0, 4)}年${say(firstDay)}开课` },
    { words: `开课日期：${say(firstDay)}` },
    { words: `${slash(firstDay)}开始` },
    { words: `第一课${say(firstDay)}` },
    { words: `${say(firstDay)}起`, column: { firstDay } },
  );

const length = (one: Course): fc.Arbitrary<Piece> => {
  const { count } = one;
  const days = daysOf(one);
  const last = days[days.length - 1]!;
  return oneOf<Piece>(
    { column: { count } },
    { words: `共${count}次` },
    { words: `共${count}次（含加课）` },
    { words: `共计${count}讲` },
    { words: `共${count * 2}课时，${count}次` },
    { words: `${count}次课，每次2课时` },
    { words: `至${say(last)}` },
    { words: `${say(last)}止` },
    { words: `${say(last)}结课` },
    { words: `最后一课${say(last)}` },
    { column: { lastDay: last } },
    { words: `共${count}次，至${say(last)}` },
    { words: `至${say(last)}`, column: { count } },
  );
};

const stops = ({ off }: Course): fc.Arbitrary<Piece> => {
  const days = [...off].sort();
  if (days.length === 0) return fc.constant<Piece>({});
  const [first = '', ...others] = days;
  return oneOf<Piece>(
    { column: { skip: days } },
    { words: `${days.map(say).join('、')}停课` },
    { words: `停课：${days.map(say).join('、')}` },
    { words: days.map(day => `${say(day)}清明停课`).join('，') },
    { words: days.map(day => `${say(day)}（周${weekdayText(instantOf(day, '00:00')!)}）不上课`).join('；') },
    { words: days.map(day => `${say(day)}因故暂停`).join('，') },
    { words: days.map(day => `除${say(day)}外`).join('，') },
    { words: `${say(first)}放假`, column: { skip: others } },
    { words: days.map(day => `${say(day)}-${say(day)}停`).join('、') },
  );
};

/** What people write beside it. None of it is a lesson, and none is the beginning. */
const beside = (one: Course): fc.Arbitrary<string> => {
  const far = say(dayKey(instantOf(one.firstDay, '00:00')! + 200 * DAY));
  return oneOf(
    '',
    '',
    '遇法定节假日顺延',
    '每次90分钟',
    '自带水杯',
    `${far}汇报演出`,
    `${far}结业展示`,
    `报名截止${say('2027-03-01')}`,
    '如有调整另行通知',
    '8:30签到',
  );
};

const written = course.chain(one =>
  fc
    .tuple(
      weekly(one),
      start(one),
      length(one),
      stops(one),
      beside(one),
      fc.nat(),
      oneOf('，', '；', ' ，', '。'),
      fc.boolean(),
    )
    .map(([slot, begins, long, without, aside, order, separator, bracket]) => {
      const others = [begins.words, long.words, without.words, aside].filter(
        (words): words is string => words !== undefined && words !== '',
      );
      const turned = others.map((_, index) => others[(index + order) % others.length]!);
      const text = bracket
        ? `${slot}${turned.map(words => `（${words}）`).join('')}`
        : order % 2 === 0
          ? [slot, ...turned].join(separator)
          : [...turned, slot].join(separator);
      return { one, text, options: { ...begins.column, ...long.column, ...without.column } };
    }),
);

test('a list of lessons, written in many ways, is read as that list or refused', () => {
  let read = 0;
  let all = 0;
  fc.assert(
    fc.property(written, ({ one, text, options }) => {
      const reading = parseSchedule(text, { now: NOW, holidays: [], ...options });
      all += 1;
      if (reading.problems.length > 0) {
        expect(reading.problems.every(problem => problem.field !== undefined && problem.text !== '')).toBe(true);
        return;
      }
      read += 1;
      expect(reading.lessons.map(lesson => dayKey(lesson.startsAt))).toEqual(daysOf(one));
      expect(reading.schedule).toBe(
        `${one.weekdays.length === 7 ? '每天' : `每周${one.weekdays.join('、')}`} ${one.from.padStart(5, '0')}-${one.to}`,
      );
    }),
    { numRuns: 1_000, seed: 2027 },
  );
  // A reader that refuses everything would be right too, and of no use.
  expect(read / all).toBeGreaterThan(0.85);
});

const sayings = oneOf(
  '每两周一次',
  '隔周',
  '双周',
  '每月第一个',
  '或周日',
  '任选一次',
  '2次/周',
  '3月-6月',
  '单周',
  '第3次改到{day}',
  '{day}补课',
  '{day}调至{other}',
  '加课{day}',
  '{day}清明',
  '{day}照常上课',
  '{day}不停课',
  '{day}起停课',
  '至{day}停课',
  '共6-8次',
  '另加2次',
  '各6次',
  '周六',
);

test('what cannot be read as it stands is refused, and no list is made of it', () => {
  fc.assert(
    fc.property(course, sayings, fc.boolean(), (one, saying, bracket) => {
      const [, second = '', third = ''] = daysOf({ ...one, count: 4, off: [] });
      const words = saying.replace('{day}', say(second)).replace('{other}', say(third));
      fc.pre(
        !(saying === '周六' && one.weekdays.includes('六')) && !(saying === '2次/周' && one.weekdays.length === 2),
      );
      const slot = `每周${one.weekdays.join('、')} ${one.from}-${one.to}`;
      const text = bracket ? `${slot}（${words}）` : `${slot}，${words}`;

      const reading = parseSchedule(text, { now: NOW, holidays: [], firstDay: one.firstDay, count: one.count });

      expect(reading.lessons).toEqual([]);
      expect(reading.problems).not.toEqual([]);
    }),
    { numRuns: 300, seed: 2027 },
  );
});
