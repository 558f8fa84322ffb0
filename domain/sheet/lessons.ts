import { DAY, dayKey, instantOf, weekdayText } from '../clock';
import type { Lesson } from '../model';
import type { DayKey } from './grid';
import type { Hours } from './hours';

/** The same hours on some weekdays (`一` … `日`). */
export interface Slot {
  weekdays: string[];
  hours: Hours;
}

/** `undefined` where the day is none. `to` may be `24:00`. */
export function lessonAt(day: DayKey, hours: Hours): Lesson | undefined {
  const midnight = instantOf(day, '00:00');
  if (midnight === undefined) return undefined;
  const offset = (clock: string) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return (hour * 60 + minute) * 60_000;
  };
  return { startsAt: midnight + offset(hours.from), endsAt: midnight + offset(hours.to) };
}

/** By start; what is no lesson is left out. */
export const sorted = (lessons: readonly (Lesson | undefined)[]): Lesson[] =>
  lessons.filter(lesson => lesson !== undefined).sort((a, b) => a.startsAt - b.startsAt);

export interface WeeklyOptions {
  firstDay: DayKey;
  /** Inclusive. At least one of the two is needed. */
  lastDay?: DayKey;
  count?: number;
  /** No more lessons than this, and none that begins later than `span` (ms) after the first day. */
  limit: number;
  span: number;
  /** Days without lessons: the course goes on a lesson later. */
  isOff: (day: DayKey) => boolean;
}

/**
 * The lessons of weekly slots from the first day on, sorted, and the days that were passed over. Fewer than `count`
 * where the last day or the span comes first; none where the first day is no day.
 */
export function weeklyLessons(
  slots: readonly Slot[],
  options: WeeklyOptions,
): { lessons: Lesson[]; skipped: DayKey[] } {
  const lessons: Lesson[] = [];
  const skipped: DayKey[] = [];
  const begin = instantOf(options.firstDay, '00:00');
  const most = Math.min(options.count ?? options.limit, options.limit);
  for (let at = begin ?? Infinity; at < (begin ?? 0) + options.span && lessons.length < most; at += DAY) {
    const day = dayKey(at);
    if (options.lastDay !== undefined && day > options.lastDay) break;
    const today = slots.filter(slot => slot.weekdays.includes(weekdayText(at)));
    if (today.length === 0) continue;
    if (options.isOff(day)) skipped.push(day);
    else lessons.push(...sorted(today.map(slot => lessonAt(day, slot.hours))));
  }
  return { lessons: lessons.slice(0, most), skipped };
}
