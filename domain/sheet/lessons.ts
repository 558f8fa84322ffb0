import { DAY, MINUTE, dayKey, instantOf, weekdayText } from '../base/clock';
import type { Lesson } from '../model';
import type { DayKey } from './grid';
import type { Hours } from './hours';

/** The same hours on some weekdays (`一` … `日`). */
export interface Slot {
  weekdays: string[];
  hours: Hours;
}

const WEEK = '一二三四五六日';

/** A clock as milliseconds from midnight; Shanghai has no summer time. */
const offsetOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return (hour * 60 + minute) * MINUTE;
};

const lessonFrom = (midnight: number, { from, to }: Hours): Lesson => ({
  startsAt: midnight + offsetOf(from),
  endsAt: midnight + offsetOf(to),
});

/** `undefined` where the day is none. `to` may be `24:00`. */
export function lessonAt(day: DayKey, hours: Hours): Lesson | undefined {
  const midnight = instantOf(day, '00:00');
  return midnight === undefined ? undefined : lessonFrom(midnight, hours);
}

/**
 * Whether an instant lies in one of these days. Days are counted from a midnight and not asked of the calendar each
 * time: a sheet has thousands of lessons.
 */
export function dayTest(days: Iterable<DayKey>): (at: number) => boolean {
  const midnights = [...days].map(day => instantOf(day, '00:00')).filter(at => at !== undefined);
  const [first] = midnights;
  if (first === undefined) return () => false;
  const numbers = new Set(midnights.map(at => (at - first) / DAY));
  return at => numbers.has(Math.floor((at - first) / DAY));
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
  /** Of an instant: is its day without lessons? The course goes on a lesson later. */
  isOff: (at: number) => boolean;
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
  if (begin === undefined) return { lessons, skipped };
  const most = Math.min(options.count ?? options.limit, options.limit);
  const lastDay = options.lastDay === undefined ? undefined : instantOf(options.lastDay, '00:00');
  const end = Math.min(begin + options.span - DAY, lastDay ?? Infinity);
  // The weekday is counted on and not asked of the calendar each day: a sheet has thousands of lessons.
  let weekday = WEEK.indexOf(weekdayText(begin));
  for (let at = begin; at <= end && lessons.length < most; at += DAY, weekday = (weekday + 1) % 7) {
    const today = slots.filter(slot => slot.weekdays.includes(WEEK[weekday] ?? ''));
    if (today.length === 0) continue;
    if (options.isOff(at)) skipped.push(dayKey(at));
    else lessons.push(...sorted(today.map(slot => lessonFrom(at, slot.hours))));
  }
  return { lessons: lessons.slice(0, most), skipped };
}
