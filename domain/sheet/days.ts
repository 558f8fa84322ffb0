import { DAY, dayKey, instantOf, startOfDay, weekdayText } from '../base/clock';
import type { DayKey } from './grid';
import { plain } from './words';

/** Excel counts days from here, its 29 February 1900 included. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** Serial numbers that can be days of courses: the years 2000 to 2099. */
const SERIALS = { from: 36_526, to: 73_050 };

/** The day of an Excel serial number, or `undefined` where the number is none of this century. */
export function dayOfSerial(serial: number): DayKey | undefined {
  if (!(serial >= SERIALS.from && serial < SERIALS.to + 1)) return undefined;
  return new Date(SERIAL_ZERO + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** A day without a year lies in the year that starts this long before `now`. */
const LOOK_BACK = 30 * DAY;

/** `undefined` where there is no such day. Without a year: the first such day from `from` on. */
function dayOf(year: number | undefined, month: number, day: number, from: number): DayKey | undefined {
  const key = (y: number): DayKey | undefined => {
    const text = `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return instantOf(text, '00:00') === undefined ? undefined : text;
  };
  if (year !== undefined) return key(year < 100 ? 2000 + year : year);
  const first = Number(dayKey(from).slice(0, 4));
  // 29 February may be four years away, but a course is not: two years are looked at.
  for (const y of [first, first + 1]) {
    const found = key(y);
    if (found !== undefined && found >= dayKey(from)) return found;
  }
  return undefined;
}

/** The weekday that is said of a day: in brackets, or bare where no other weekday follows (`3月9日 周二、四`). */
const OF_WEEK = String.raw`(?:\s*\((?:周|星期|礼拜)([一二三四五六日天])\)|\s*(?:周|星期|礼拜)([一二三四五六日天])(?!\s*(?:[、,和及至到~-]\s*)?(?:周|星期|礼拜)?[一二三四五六日天1-7](?![月\d])))?`;
/** One day, its year and month both perhaps left out. Groups: year, month, day; then the same for `2027-03-09` and `3/9`. */
const ONE = String.raw`(?:(?:(20\d\d|\d\d)\s*年\s*)?(?:(\d{1,2})\s*月份?\s*)(\d{1,2})\s*[日号]?|(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]0?0:00(?::00)?)?|(?<![\d./]|\d:)(\d{1,2})[/.](\d{1,2})(?![\d:/.]))${OF_WEEK}`;
const ANY = new RegExp(ONE, 'y');
const DAY_ONLY = new RegExp(String.raw`(\d{1,2})(?:\s*[日号])?${OF_WEEK}`, 'y');
const COMMA = /\s*(?:[、,;和及与]|\s)\s*/y;
const DASH = /\s*(?:--?|[~—–―]+|至|到)\s*/y;

export interface ReadDays {
  days: DayKey[];
  /** `3月9日-5月25日`: only the two ends are in `days`. */
  range: boolean;
  /** How far the words reach into the text. */
  end: number;
  /** Words that look like a day and are none, such as 2月30日. */
  noDay?: string;
  /** A day beside a weekday that it is not: 3月9日（周三）. */
  wrongWeekday?: string;
}

/**
 * The days that stand in `text` at `start`: `3月9日`, `2027/3/9`, a list `3月10、17、24日`, or a range `3月9日至5月25日`.
 * `undefined` where no day stands there. `text` is plain (`words.ts`); a day without a year is the first one from 30 days
 * before `now` on, and those after it in a list follow it.
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
    // The year that was said goes on until the months begin anew.
    if (y !== undefined) year = Number(y);
    else if (year !== undefined && m < month) year += 1;
    month = m;
    const day = dayOf(year, m, Number(d), from);
    if (day === undefined) read.noDay ??= match[0].trim();
    else {
      read.days.push(day);
      from = instantOf(day, '00:00') ?? from;
      if (weekday !== undefined && weekdayText(from) !== weekday.replace('天', '日'))
        read.wrongWeekday ??= match[0].trim();
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

  // 4月6日、5月1日-5月5日: a range within a list is read by itself.
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
    if (full(at)) read.range = true;
    else if (short && /[日号]/.test(short[0])) {
      push(short, undefined, month, short[1], short[2] ?? short[3]);
      read.range = true;
    }
    if (read.range) return read;
  }
  for (;;) {
    const comma = take(COMMA, read.end);
    if (!comma || comma[0] === '') return read;
    const at = comma.index + comma[0].length;
    // Behind a comma a whole date may be about something else: 4月6日停课，5月25日汇报.
    if (beginsRange(at)) return read;
    if (/[、和及与]/.test(comma[0]) && full(at)) continue;
    const short = take(DAY_ONLY, at);
    // A bare number after a space is no day: `3月9日 19:00`.
    if (
      !short ||
      !/[、,和及与]/.test(comma[0]) ||
      /^\d|^\s*[:点时月年次课讲节/.]/.test(text.slice(at + short[0].length))
    )
      return read;
    push(short, undefined, month, short[1], short[2] ?? short[3]);
  }
}

/** All the days of a cell: a list, or both ends of a range. `undefined` where it says anything else. */
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

/** No course pauses longer: the days of a range that is, are the wrong way round. */
const RANGE_LIMIT = 120;

/** All the days from one to another, both included; none where they are the wrong way round, or too far apart. */
export function daysBetween(first: DayKey, last: DayKey): DayKey[] {
  const from = instantOf(first, '00:00');
  const to = instantOf(last, '00:00');
  if (from === undefined || to === undefined || to < from || to - from > RANGE_LIMIT * DAY) return [];
  return Array.from({ length: Math.round((to - from) / DAY) + 1 }, (_, day) => dayKey(from + day * DAY));
}

/**
 * What to ask where a cell holds 3.1: Excel keeps 3.10 as the same number. `undefined` where only one of the two is a day
 * (2.3: there is no 30 February), or where it says something else.
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
