import { DAY, dayKey, instantOf } from '../base/clock';
import { refuse, type Refused } from '../base/refuse';

/** Days of Shanghai such as `2027-03-09`, both included. */
export interface Span {
  from: string;
  to: string;
}

/** A leap year is the longest span. */
export const MOST_DAYS = 366;

/** - day: there is no such day. - order: it ends before it begins. - long: it is longer than a year. */
export type BadSpan = 'day' | 'order' | 'long';

/** The instants of a span: from `from` (inclusive) until `until` (exclusive). */
export interface Instants {
  from: number;
  until: number;
}

const midnightOf = (day: string): number | undefined => instantOf(day, '00:00');

/** The instants of a span, or why it is none. */
export function instantsOf({ from, to }: Span): Instants | Refused<'BAD_SPAN'> {
  const [first, last] = [midnightOf(from), midnightOf(to)];
  if (first === undefined || last === undefined) return refuse('BAD_SPAN', { why: 'day' });
  if (last < first) return refuse('BAD_SPAN', { why: 'order' });
  const until = last + DAY;
  return until - first > MOST_DAYS * DAY ? refuse('BAD_SPAN', { why: 'long' }) : { from: first, until };
}

/** The same days a year earlier. 29 February becomes the 28th. A span of a year and a day loses that day, which would be its own first. */
export function yearBefore({ from, to }: Span): Span {
  const before = { from: aYearBefore(from), to: aYearBefore(to) };
  return before.to < from ? before : { ...before, to: dayKey((midnightOf(from) ?? 0) - 1) };
}

function aYearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** The calendar year that this span is, or `null`. */
export const yearOf = ({ from, to }: Span): number | null =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31')
    ? Number(from.slice(0, 4))
    : null;

const halfOf = ({ from, to }: Span): string | null => {
  const year = from.slice(0, 4);
  if (year !== to.slice(0, 4)) return null;
  if (from === `${year}-01-01` && to === `${year}-06-30`) return `${year}年上半年`;
  return from === `${year}-07-01` && to === `${year}-12-31` ? `${year}年下半年` : null;
};

const words = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 2027年, 2027年上半年, or 2027年3月1日至5月31日. */
export function spanWords(span: Span): string {
  const year = yearOf(span);
  if (year !== null) return `${year}年`;
  const half = halfOf(span);
  if (half) return half;
  const { from, to } = span;
  if (from === to) return words(from);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${words(from)}至${isOneYear ? words(to).replace(/^\d+年/, '') : words(to)}`;
}

export const SPAN_KINDS = ['this', 'last', 'half', 'own'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];
export const SPAN_WORDS: Record<SpanKind, string> = { this: '今年', last: '去年', half: '上半年', own: '自选' };

/** 今年, 去年 and 上半年, as they are now. */
export function spanOf(kind: Exclude<SpanKind, 'own'>, now: number): Span {
  const year = Number(dayKey(now).slice(0, 4)) - (kind === 'last' ? 1 : 0);
  return { from: `${year}-01-01`, to: kind === 'half' ? `${year}-06-30` : `${year}-12-31` };
}

/** Every month that a span touches, as `2027-03`. */
export function monthsOf({ from, to }: Span): string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const [year, month] = [Math.floor((first + index) / 12), (first + index) % 12];
    return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
  });
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
