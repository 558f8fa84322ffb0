import { daysBetween, dayOfSerial, type ReadDays } from './days';
import type { DayKey } from './grid';
import { tokensOf } from './schedule-tokens';
import { plain } from './words';

const ALSO = new Set(['gap', 'and', 'break', 'filler', 'off', 'holiday']);

/**
 * All days in a cell of days off: single ones, lists, and every day of a range. `undefined` if the cell says anything
 * else. A holiday may be named beside its day.
 */
export function readDaysOff(cell: string, now: number): ReadDays | undefined {
  const serial = dayOfSerial(Number(plain(cell)));
  if (serial !== undefined) return { days: [serial], range: false, end: 0 };
  const read: ReadDays = { days: [], range: false, end: 0 };
  for (const token of tokensOf(cell, now)) {
    if (ALSO.has(token.kind)) continue;
    if (token.kind !== 'days') return undefined;
    read.noDay ??= token.noDay;
    read.wrongWeekday ??= token.wrongWeekday;
    const [first = '', last = ''] = [token.days[0], token.days[token.days.length - 1]] as (DayKey | undefined)[];
    const days = token.range ? daysBetween(first, last) : token.days;
    if (days.length === 0) return read.noDay === undefined ? undefined : read;
    read.days.push(...days);
  }
  return read.days.length === 0 ? undefined : read;
}
