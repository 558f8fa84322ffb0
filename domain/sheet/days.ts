import { DAY, dayKey, instantOf, startOfDay, weekdayText } from '../base/clock';
import type { DayKey } from './grid';
import { plain } from './words';

/** The day from which Excel counts. It allows for Excel's 29 February 1900, which never existed. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** The serial numbers that can be days of courses: the years 2000 to 2099. */
const SERIALS = { from: 36_526, to: 73_050 };

/** The day of an Excel serial number, or `undefined` if it lies outside this century. */
export function dayOfSerial(serial: number): DayKey | undefined {
  if (!(serial >= SERIALS.from && serial < SERIALS.to + 1)) return undefined;
  return new Date(SERIAL_ZERO + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** A day without a year lies in the year that starts this long before `now`. */
const LOOK_BACK = 30 * DAY;

/** `undefined` if the day does not exist. Without a year, it is the first such day from `from` on. */
function dayOf(year: number | undefined, month: number, day: number, from: number): DayKey | undefined {
  const key = (y: number): DayKey | undefined => {
    const text = `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return instantOf(text, '00:00') === undefined ? undefined : text;
  };
  if (year !== undefined) return key(year < 100 ? 2000 + year : year);
  const first = Number(dayKey(from).slice(0, 4));
  // The next 29 February may be four years away, but a course is not, so only two years are tried.
  for (const y of [first, first + 1]) {
    const found = key(y);
    if (found !== undefined && found >= dayKey(from)) return found;
  }
  return undefined;
}

/** The weekday of a day: in brackets, or bare if no other weekday follows (`3月9日 周二、四`). */
const OF_WEEK = String.raw`(?:\s*\((?:周|星期|礼拜)([一二三四五六日天])\)|\s*(?:周|星期|礼拜)([一二三四五六日天])(?!\s*(?:[、,和及至到~-]\s*)?(?:周|星期|礼拜)?[一二三四五六日天1-7](?![月\d])))?`;
/**
 * One day; its year and month may both be missing. Groups: year, month, day; then the same for `2027-03-09` and `3/9`.
 */
const ONE = String.raw`(?:(?:(20\d\d|\d\d)\s*年\s*)?(?:(\d{1,2})\s*月份?\s*)(\d{1,2})\s*[日号]?|(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]0?0:00(?::00)?)?|(?<![\d./]|\d:)(\d{1,2})[/.](\d{1,2})(?![\d:/.]))${OF_WEEK}`;
const ANY = new RegExp(ONE, 'y');
const DAY_ONLY = new RegExp(String.raw`(\d{1,2})(?:\s*[日号])?${OF_WEEK}`, 'y');
const COMMA = /\s*(?:[、,;和及与]|\s)\s*/y;
const DASH = /\s*(?:--?|[~—–―]+|至|到)\s*/y;

export interface ReadDays {
  days: DayKey[];
  /** True for `3月9日-5月25日`. Then `days` has only the two ends. */
  range: boolean;
  /** The index in the text after the last character that belongs to the days. */
  end: number;
  /** Words that look like a day that does not exist, such as 2月30日. */
  noDay?: string;
  /** A day beside a wrong weekday: 3月9日（周三）. */
  wrongWeekday?: string;
}

/**
 * Reads the days in `text` at `start`: `3月9日`, `2027/3/9`, a list `3月10、17、24日`, or a range `3月9日至5月25日`. `undefined`
 * if there is no day. `text` is plain (`words.ts`). A day without a year is the first one from 30 days before `now` on.
 * Later days of a list come after it.
 */
export function daysAt(text: string, start: number, now: number): ReadDays | undefined {
  const read: ReadDays = { days: [], range: false, end: start };
  let month = 0;
  let year: number | undefined;
  let from = startOfDay(now) - LOOK_BACK;

  const take = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const push = (
    match: RegExpExecArray,
    y: string | undefined,
    m: number,
    d: string | undefined,
    weekday?: string,
  ): void => {
    // A year that was given applies until the months start over.
    if (y !== undefined) year = Number(y);
    else if (year !== undefined && m < month) year += 1;
    month = m;
    const day = dayOf(year, m, Number(d), from);
    if (day === undefined) read.noDay ??= match[0].trim();
    else {
      read.days.push(day);
      from = instantOf(day, '00:00') ?? from;
      if (weekday !== undefined && weekdayText(from) !== weekday.replace('天', '日')) read.wrongWeekday ??= match[0];
    }
    read.end = match.index + match[0].length;
  };
  const full = (at: number): boolean => {
    const match = take(ANY, at);
    if (!match) return false;
    const [, y1, m1, d1, y2, m2, d2, m3, d3, inBrackets, bare] = match;
    push(match, y1 ?? y2, Number(m1 ?? m2 ?? m3), d1 ?? d2 ?? d3, inBrackets ?? bare);
    return true;
  };

  // 4月6日、5月1日-5月5日: a range within a list is read separately.
  const beginsRange = (at: number): boolean => {
    const first = take(ANY, at) ?? take(DAY_ONLY, at);
    const through = first && take(DASH, at + first[0].length);
    if (!through) return false;
    const next = through.index + through[0].length;
    return take(ANY, next) !== null || /[日号]/.test(take(DAY_ONLY, next)?.[0] ?? '');
  };

  if (!full(start)) return undefined;
  const dash = take(DASH, read.end);
  if (dash) {
    const at = dash.index + dash[0].length;
    const short = take(DAY_ONLY, at);
    // 3月9日-19:00: a dash that no day follows ends the days.
    if (full(at)) read.range = true;
    else if (short && /[日号]/.test(short[0])) {
      push(short, undefined, month, short[1], short[2] ?? short[3]);
      read.range = true;
    }
    return read;
  }
  for (;;) {
    const comma = take(COMMA, read.end);
    if (!comma) return read;
    const at = comma.index + comma[0].length;
    // After a comma, a whole date may be about something else: 4月6日停课，5月25日汇报.
    if (beginsRange(at)) return read;
    if (/[、和及与]/.test(comma[0]) && full(at)) continue;
    const short = take(DAY_ONLY, at);
    // A bare number after a space is no day: `3月9日 19:00`. Nor is a part of a number.
    if (!short || !/[、,和及与]/.test(comma[0]) || /^\d{3}|^\d{1,2}\s*[:点时月年次课讲节/.]/.test(text.slice(at)))
      return read;
    push(short, undefined, month, short[1], short[2] ?? short[3]);
  }
}

/** All days in a cell: a list, or both ends of a range. `undefined` if the cell says anything else. */
export function readDays(cell: string | number, now: number): ReadDays | undefined {
  if (typeof cell === 'number' || /^\d{5}(?:\.\d+)?$/.test(plain(cell))) {
    const day = dayOfSerial(Number(cell));
    return day === undefined ? undefined : { days: [day], range: false, end: 0 };
  }
  const text = plain(cell).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const read = daysAt(text, 0, now);
  const rest = read && text.slice(read.end);
  return read && /^\s*(?:起|开始|开课|首课|止|结束|[,。;])*\s*$/.test(rest ?? '') ? read : undefined;
}

/** No course pauses for longer than this. If a range is longer, its days are the wrong way round. */
const RANGE_LIMIT = 120;

/** All days from one to another, both included. There are none if they are the wrong way round or too far apart. */
export function daysBetween(first: DayKey, last: DayKey): DayKey[] {
  const from = instantOf(first, '00:00');
  const to = instantOf(last, '00:00');
  if (from === undefined || to === undefined || to - from > RANGE_LIMIT * DAY) return [];
  // The wrong way round, the length is negative, which is none.
  return Array.from({ length: Math.round((to - from) / DAY) + 1 }, (_, day) => dayKey(from + day * DAY));
}

/**
 * The question for a cell that holds 3.1, because Excel stores 3.10 as the same number. `undefined` if only one of the
 * two is a day (2.3: there is no 30 February), or if the cell says something else.
 */
export function twoDays(cell: string): string | undefined {
  const match = /^(\d{1,2})\.([123])$/.exec(plain(cell));
  if (!match) return undefined;
  const [, month = '', day = ''] = match;
  const isDay = (d: number) =>
    instantOf(`2028-${month.padStart(2, '0')}-${String(d).padStart(2, '0')}`, '00:00') !== undefined;
  if (!isDay(Number(day)) || !isDay(Number(day) * 10)) return undefined;
  const [one, ten] = [`${Number(month)}月${day}日`, `${Number(month)}月${day}0日`];
  return `分不清是 ${one}还是 ${ten}（表格会把 ${month}.${day}0 存成 ${month}.${day}），请写成 ${one} 或 ${ten}`;
}
