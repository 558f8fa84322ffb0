import { DAY, dayKey, instantOf, startOfDay } from '../clock';
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

/** One day, its year and month both perhaps left out. Groups: year, month, day; then the same for `2027-03-09` and `3/9`. */
const ONE = String.raw`(?:(?:(20\d\d|\d\d)\s*年\s*)?(?:(\d{1,2})\s*月份?\s*)(\d{1,2})\s*[日号]?|(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00)?)?|(?<![\d.:/])(\d{1,2})[/.](\d{1,2})(?![\d:/.]))(?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?`;
const ANY = new RegExp(ONE, 'y');
const DAY_ONLY = /(\d{1,2})\s*[日号]?(?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?/y;
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
  const push = (match: RegExpExecArray, y: string | undefined, m: number, d: string | undefined): void => {
    // The year that was said goes on until the months begin anew.
    if (y !== undefined) year = Number(y);
    else if (year !== undefined && m < month) year += 1;
    month = m;
    const day = dayOf(year, m, Number(d), from);
    if (day === undefined) read.noDay ??= match[0].trim();
    else {
      read.days.push(day);
      from = instantOf(day, '00:00') ?? from;
    }
    read.end = match.index + match[0].length;
  };
  const full = (at: number): boolean => {
    const match = take(ANY, at);
    if (!match) return false;
    const [, y1, m1, d1, y2, m2, d2, m3, d3] = match;
    push(match, y1 ?? y2, Number(m1 ?? m2 ?? m3), d1 ?? d2 ?? d3);
    return true;
  };

  if (!full(start)) return undefined;
  const dash = take(DASH, read.end);
  if (dash) {
    const at = dash.index + dash[0].length;
    const short = take(DAY_ONLY, at);
    if (full(at)) read.range = true;
    else if (short && /[日号]/.test(short[0])) {
      push(short, undefined, month, short[1]);
      read.range = true;
    }
    if (read.range) return read;
  }
  for (;;) {
    const comma = take(COMMA, read.end);
    if (!comma || comma[0] === '') return read;
    const at = comma.index + comma[0].length;
    if (full(at)) continue;
    const short = take(DAY_ONLY, at);
    // A bare number after a space is no day: `3月9日 19:00`.
    if (!short || !/[、,和及与]/.test(comma[0]) || /^[:点时]/.test(text.slice(at + short[0].length))) return read;
    push(short, undefined, month, short[1]);
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
