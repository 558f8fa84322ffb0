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

/** A clock time as milliseconds from midnight. That is enough because Shanghai has no summer time. */
const offsetOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return (hour * 60 + minute) * MINUTE;
};

const lessonFrom = (midnight: number, { from, to }: Hours): Lesson => ({
  startsAt: midnight + offsetOf(from),
  endsAt: midnight + offsetOf(to),
});

/** `undefined` if the day does not exist. `to` may be `24:00`. */
export function lessonAt(day: DayKey, hours: Hours): Lesson | undefined {
  const midnight = instantOf(day, '00:00');
  return midnight === undefined ? undefined : lessonFrom(midnight, hours);
}

/**
 * A test for whether an instant lies in one of these days. Days are counted from a midnight instead of being looked up
 * in the calendar each time, because a sheet has thousands of lessons.
 */
export function dayTest(days: Iterable<DayKey>): (at: number) => boolean {
  const midnights = [...days].map(day => instantOf(day, '00:00')).filter(at => at !== undefined);
  const [first] = midnights;
  if (first === undefined) return () => false;
  const numbers = new Set(midnights.map(at => (at - first) / DAY));
  return at => numbers.has(Math.floor((at - first) / DAY));
}

/** Sorted by start. Entries that are no lesson are left out. */
export const sorted = (lessons: readonly (Lesson | undefined)[]): Lesson[] =>
  lessons.filter(lesson => lesson !== undefined).sort((a, b) => a.startsAt - b.startsAt);

export interface WeeklyOptions {
  firstDay: DayKey;
  /** Inclusive. At least one of the two is needed. */
  lastDay?: DayKey | undefined;
  count?: number;
  /** The most lessons to make. No lesson begins later than `span` (ms) after the first day. */
  limit: number;
  span: number;
  /** True if the instant's day has no lessons. The course then ends one lesson later. */
  isOff: (at: number) => boolean;
}

/**
 * The lessons of weekly slots from the first day on, sorted, and the days that were skipped. There are fewer than
 * `count` if the last day or the span ends first, and none if the first day does not exist.
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
  // The weekday is counted on instead of being looked up each day, because a sheet has thousands of lessons.
  let weekday = WEEK.indexOf(weekdayText(begin));
  for (let at = begin; at <= end && lessons.length < most; at += DAY, weekday = (weekday + 1) % 7) {
    const today = slots.filter(slot => slot.weekdays.includes(WEEK[weekday] ?? ''));
    if (today.length === 0) continue;
    if (options.isOff(at)) skipped.push(dayKey(at));
    else lessons.push(...sorted(today.map(slot => lessonFrom(at, slot.hours))));
  }
  return { lessons: lessons.slice(0, most), skipped };
}
