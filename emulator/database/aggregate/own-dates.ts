import { evalExpr } from 'mingo/core';
import * as dates from 'mingo/operators/expression/date';
import { isPlainObject } from '../document';
import { isNone, type Operate, typeNameOf } from './operate';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How far a zone (`+0800`, `+08:00`, `+08`, `Asia/Shanghai`) is ahead of UTC at a moment. */
function aheadOf(date: Date, timezone: unknown): number {
  if (timezone === undefined) return 0;
  if (typeof timezone !== 'string')
    throw new Error(`timezone must evaluate to a string, found ${typeNameOf(timezone)}`);
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(timezone) ?? [];
  if (hours) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  try {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    const format = new Intl.DateTimeFormat('en-US', { ...numeric, hourCycle: 'h23', timeZone: timezone });
    const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
    const there = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute);
    return there - Math.floor(date.getTime() / MINUTE) * MINUTE;
  } catch {
    throw new Error(`unrecognized time zone identifier: "${timezone}"`);
  }
}

const daysInto = (there: Date): number =>
  Math.floor((there.getTime() - new Date(0).setUTCFullYear(there.getUTCFullYear(), 0, 1)) / DAY) + 1;

const isoDay = (there: Date): number => there.getUTCDay() || 7;

/** An ISO week belongs to the year of its Thursday. */
const thursdayOf = (there: Date): Date => new Date(there.getTime() + (4 - isoDay(there)) * DAY);

/** Parts of a moment that was shifted into its zone, so that UTC's getters read the zone's clock. */
const PARTS = {
  $year: there => there.getUTCFullYear(),
  $month: there => there.getUTCMonth() + 1,
  $dayOfMonth: there => there.getUTCDate(),
  $dayOfWeek: there => there.getUTCDay() + 1,
  $dayOfYear: daysInto,
  $hour: there => there.getUTCHours(),
  $minute: there => there.getUTCMinutes(),
  $second: there => there.getUTCSeconds(),
  $millisecond: there => there.getUTCMilliseconds(),
  // A week begins on Sunday, and the days before the first Sunday are week 0.
  $week: there => Math.floor((daysInto(there) + 6 - there.getUTCDay()) / 7),
  $isoWeek: there => Math.ceil(daysInto(thursdayOf(there)) / 7),
  $isoWeekYear: there => thursdayOf(there).getUTCFullYear(),
  $isoDayOfWeek: isoDay,
} satisfies Record<string, (there: Date) => number>;

const asDate = (date: unknown): Date => {
  if (!(date instanceof Date)) throw new Error(`can't convert from BSON type ${typeNameOf(date)} to Date`);
  return date;
};

/** The part of null or absent is null (manual: $year and its like); a value that is no date is an error. */
const partOf =
  (part: (there: Date) => number): Operate =>
  (document, argument, options) => {
    // `'$at'`, or `{ date: '$at', timezone: '+08' }`.
    const wide = isPlainObject(argument) && 'date' in argument;
    const value = evalExpr(document, argument, options) as unknown;
    const { date, timezone } = wide ? (value as Record<string, unknown>) : { date: value, timezone: undefined };
    if (isNone(date) || (wide && 'timezone' in argument && isNone(timezone))) return null;
    const moment = asDate(date);
    return part(new Date(moment.getTime() + aheadOf(moment, timezone)));
  };

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const FORMATS: Record<string, [part: (there: Date) => number, digits: number]> = {
  d: [PARTS.$dayOfMonth, 2],
  G: [PARTS.$isoWeekYear, 4],
  H: [PARTS.$hour, 2],
  j: [PARTS.$dayOfYear, 3],
  L: [PARTS.$millisecond, 3],
  m: [PARTS.$month, 2],
  M: [PARTS.$minute, 2],
  S: [PARTS.$second, 2],
  u: [PARTS.$isoDayOfWeek, 1],
  U: [PARTS.$week, 2],
  V: [PARTS.$isoWeek, 2],
  w: [PARTS.$dayOfWeek, 1],
  Y: [PARTS.$year, 4],
};

const digits = (value: number, count: number): string => String(Math.abs(value)).padStart(count, '0');

function write(letter: string, there: Date, ahead: number): string {
  const minutes = ahead / MINUTE;
  const sign = minutes < 0 ? '-' : '+';
  if (letter === '%') return '%';
  if (letter === 'B') return MONTHS[there.getUTCMonth()]!;
  if (letter === 'b') return MONTHS[there.getUTCMonth()]!.slice(0, 3);
  if (letter === 'Z') return `${sign}${Math.abs(minutes)}`;
  if (letter === 'z') return `${sign}${digits(Math.trunc(minutes / 60), 2)}${digits(minutes % 60, 2)}`;
  const format = Object.hasOwn(FORMATS, letter) ? FORMATS[letter] : undefined;
  if (!format) throw new Error(`Invalid format character '%${letter}' in format string`);
  return digits(format[0](there), format[1]);
}

const $dateToString: Operate = (document, argument, options) => {
  const given = evalExpr(document, argument, options) as Record<string, unknown>;
  if (isNone(given.date)) return given.onNull ?? null;
  if ('timezone' in (argument as object) && isNone(given.timezone)) return null;
  const { format = '%Y-%m-%dT%H:%M:%S.%LZ' } = given;
  if (format === null) return null;
  if (typeof format !== 'string') throw new Error('$dateToString requires a string as its format');
  const date = asDate(given.date);
  const ahead = aheadOf(date, given.timezone);
  return format.replaceAll(/%([^]?)/g, (_, letter: string) => write(letter, new Date(date.getTime() + ahead), ahead));
};

/** A text that is no date is an error, unless `onError` gives a value for it. */
const $dateFromString: Operate = (document, argument, options) => {
  const given = evalExpr(document, argument, options) as Record<string, unknown>;
  const { dateString: text, timezone, format, onNull = null } = given;
  if (isNone(text) || ('timezone' in (argument as object) && isNone(timezone))) return onNull;
  const zoned = typeof text === 'string' && /\d(Z|[+-]\d\d:?\d\d)$/.test(text);
  const wrong = typeof text !== 'string' || (zoned && timezone !== undefined && format === undefined);
  const date = wrong ? undefined : (dates.$dateFromString as Operate)(document, argument, options);
  if (date instanceof Date && !Number.isNaN(date.getTime())) return date;
  if ('onError' in (argument as object)) return given.onError;
  throw new Error(`Error parsing date string '${String(text)}'`);
};

const OF_CALENDAR = { year: undefined, month: 1, day: 1 };
const OF_WEEKS = { isoWeekYear: undefined, isoWeek: 1, isoDayOfWeek: 1 };
const OF_CLOCK = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Parts beyond their range carry over into the next larger one (manual: $dateFromParts, Value Range). */
const $dateFromParts: Operate = (document, argument, options) => {
  const given = evalExpr(document, argument, options) as Record<string, unknown>;
  const names = Object.keys(argument as object);
  const byWeeks = names.includes('isoWeekYear');
  const defaults: Record<string, number | undefined> = { ...(byWeeks ? OF_WEEKS : OF_CALENDAR), ...OF_CLOCK };
  const strange = names.find(name => !(name in defaults) && name !== 'timezone');
  if (strange) throw new Error(`$dateFromParts does not take ${strange} here`);
  if (!byWeeks && !names.includes('year')) throw new Error("$dateFromParts requires either 'year' or 'isoWeekYear'");
  if (names.some(name => isNone(given[name]))) return null;
  const [year, month, day, hour, minute, second, millisecond] = Object.entries(defaults).map(([name, otherwise]) => {
    const part = given[name] ?? otherwise;
    if (!Number.isInteger(part)) throw new Error(`'${name}' must evaluate to an integer`);
    return part as number;
  }) as [number, number, number, number, number, number, number];
  const date = new Date(0);
  if (byWeeks) {
    date.setUTCFullYear(year, 0, 4);
    date.setUTCDate(date.getUTCDate() - isoDay(date) + 1 + (month - 1) * 7 + day - 1);
  } else date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  const guess = new Date(date.getTime() - aheadOf(date, given.timezone));
  return new Date(date.getTime() - aheadOf(guess, given.timezone));
};

export const DATES: Record<string, Operate> = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, partOf(part)])),
  $dateToString,
  $dateFromString,
  $dateFromParts,
};
