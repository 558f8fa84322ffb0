import { instantOf, weekdayText } from '../base/clock';
import { lastOf } from '../base/last-of';
import { dayOfSerial, readDays, twoDays, type ReadDays } from './days';
import { readDaysOff } from './days-off';
import type { UnderstandOptions } from './draft';
import type { SheetField } from './field';
import type { OfferedSection } from '../model';
import type { DayKey } from './grid';
import { SCHEDULE_LIMIT } from './limits';
import { readNumber } from './numbers';
import type { RowCells } from './row-cells';
import { LESSONS_LIMIT, parseSchedule, type ScheduleOptions } from './schedule';
import { wordsOf } from './schedule-words';
import { quote } from './words';

/** 二, 二四 or 2、4 without 周. 1-12周 and 12 are numbers of weeks and no weekdays. */
const BARE_WEEKDAY = /^(?=[一二三四五六日天](?!.*[周次]$)|[1-7](?:[\s、，,/和及至到~-]+[1-7])*$)/;

/** The weekdays in a column of weekdays: 二, 2, 周二, or a date whose format shows the weekday. */
function weekdayIn(row: RowCells): string {
  const text = row.text('weekday');
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? text : dayOfSerial(Number(text));
  const at = day === undefined ? undefined : instantOf(day, '00:00');
  return at === undefined ? text.replace(BARE_WEEKDAY, '周') : `周${weekdayText(at)}`;
}

/** A note that changes lessons: 4月6日停课, 第一次课改到3月10日. It is shown, but moves no lesson. */
const LESSONS_IN_NOTE =
  /(?:\d\s*[日号]|\d[月./]\d|第.{1,3}[次节讲课周]|清明|五一|端午|中秋|国庆|元旦|春节).{0,12}(?:停(?![车用放])|补[课上]|调[至到课]|改[到至在为]|放假|不上|(?<![可需])取消|提前[到至]|推迟|顺延)|[停补调加]课[^。；;]{0,6}\d/;

/**
 * The time of a class, from all columns that say something about it. If `row.read` has errors, there are no lessons.
 *
 * @param isOnce it takes place once, so that the number of lessons need not be written
 */
export function whenOf(
  row: RowCells,
  given: UnderstandOptions,
  isOnce: boolean,
): Pick<OfferedSection, 'schedule' | 'lessons'> {
  const from = row.text('fromTime');
  const to = row.text('toTime');
  const options: ScheduleOptions = { now: given.now, holidays: given.holidays };
  const list = readDayColumns(row, options, given);
  const words = [list, weekdayIn(row), row.text('schedule'), row.text('time'), from && to ? `${from}-${to}` : from]
    .filter(text => text !== '')
    .join(' ');
  readCounts(row, options, given);
  if (isOnce && options.firstDay !== undefined && list === '') options.count ??= 1;
  const note = row.text('note');
  if (LESSONS_IN_NOTE.test(note)) row.say('warnings', 'note', '不会照这里排课，请核对上课时间和停课日期');
  if (words.length > SCHEDULE_LIMIT) {
    row.say('errors', 'schedule', `太长了（${words.length} 个字），最多 ${SCHEDULE_LIMIT} 个字，请写短一些`);
    return { schedule: '', lessons: [] };
  }
  // A cell that has an error already is not reported as missing as well.
  const told = new Set(row.read.errors.map(error => error.field));
  const isTold = (field: SheetField) => told.has(field) || (field === 'schedule' && WHEN.some(each => told.has(each)));
  const { schedule, lessons, skipped, problems, notes } = parseSchedule(words, options);
  for (const { field, text } of problems) if (!isTold(field)) row.say('errors', field, text);
  if (problems.length > 0) return { schedule: '', lessons: [] };
  for (const { field, text } of notes) row.say('warnings', field, text);
  if (skipped.length > 0) row.say('warnings', 'schedule', `${skipped.map(dayWords).join('、')}放假或停课，课往后顺延`);
  return { schedule, lessons };
}

/** Reads the number of lessons, and their length altogether, which is a different number. */
function readCounts(row: RowCells, options: ScheduleOptions, given: UnderstandOptions): void {
  const read = (field: 'count' | 'length'): void => {
    const text = row.text(field);
    if (text === '' || row.faulty(field)) return;
    const plainly = readNumber(text, 1, field === 'count' ? LESSONS_LIMIT : 9_999, 12);
    const isLength = field === 'length' ? !/[次讲堂]/.test(text) : /(?:课时|学时)$/.test(text);
    if ('value' in plainly && !isLength) options.count = plainly.value;
    else if ('value' in plainly)
      options.lengths = [{ amount: plainly.value, unit: '课时', text: /时$/.test(text) ? text : `${text}课时` }];
    else {
      // 12（24课时）: the number in front is the one that the column is for.
      const words = wordsOf(field === 'count' ? text.replace(/^(\d{1,3})(?=\s*[（(])/, '$1次') : text, given.now);
      if (words.days.length > 0 || words.off.length > 0 || words.start !== undefined || words.end !== undefined)
        return row.say('errors', field, '日期请写到上课时间、停课日期这些列里，这里只写次数，例如 12');
      options.lengths = words.lengths;
      options.often = words.often;
      if (words.count !== undefined && words.problems.length === 0) options.count = words.count;
      else if (field === 'count' && words.lengths.length === 0) return row.say('errors', field, plainly.why);
      for (const { text: why } of words.problems) row.say('errors', field, why);
      for (const piece of words.rest)
        if (!words.problems.some(each => each.text.includes(quote(piece))))
          row.say('warnings', field, `${quote(piece)}没有读懂，请核对`);
      for (const { text: why } of words.notes) row.say('warnings', field, why);
    }
  };
  read('length');
  const fromLength = options.count;
  read('count');
  if (fromLength !== undefined && options.count !== undefined && options.count !== fromLength)
    row.say('errors', 'count', `和课时那一列写的 ${fromLength} 次对不上，请核对`);
}

/**
 * Reads the columns of days. `起止日期` says two. A day without a year is taken to lie in the time of the course. Returns
 * the words of the schedule if 上课日期 lists all lessons.
 */
function readDayColumns(row: RowCells, options: ScheduleOptions, given: UnderstandOptions): string {
  const read = (field: 'firstDay' | 'lastDay' | 'skipDays', now: number): ReadDays | undefined => {
    const text = row.text(field);
    if (row.faulty(field) || text === '' || (field === 'skipDays' && /^(无|没有|-+|\/)$/.test(text))) return undefined;
    const either = twoDays(text);
    if (either !== undefined) {
      row.say('errors', field, either);
      return undefined;
    }
    const days = field === 'skipDays' ? readDaysOff(text, now) : readDays(text, now);
    if (days && days.noDay === undefined && days.wrongWeekday === undefined) return days;
    row.say(
      'errors',
      field,
      days?.noDay
        ? `没有“${days.noDay}”这一天`
        : days?.wrongWeekday
          ? `${quote(days.wrongWeekday)}的日期和星期对不上，请核对`
          : '请写成日期，例如 2027年3月9日',
    );
    return undefined;
  };
  const first = read('firstDay', given.now);
  // 上课日期 may list every lesson. Its words then serve as those of the schedule.
  const isList = first !== undefined && first.days.length > 1 && !first.range;
  options.firstDay = first?.days[0];
  // Days without a year are counted from the first lesson on.
  const begin = first?.days[0] === undefined ? undefined : instantOf(first.days[0], '00:00');
  if (begin !== undefined) options.now = begin;
  const now = begin ?? given.now;
  const last = lastOf(read('lastDay', now)?.days ?? []);
  const through = first?.range ? lastOf(first.days) : undefined;
  if (last !== undefined && through !== undefined && last !== through)
    row.say(
      'errors',
      'lastDay',
      `和「${row.columns('firstDay')[0]?.header ?? ''}」里写的 ${dayWords(through)}不一样，请改成一样`,
    );
  options.lastDay = last ?? through;
  options.skip = read('skipDays', now)?.days;
  return isList ? row.text('firstDay') : '';
}

const WHEN: readonly SheetField[] = ['schedule', 'weekday', 'time', 'fromTime', 'toTime'];

const dayWords = (day: DayKey): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
