import { DAY, instantOf, startOfDay, weekdayText } from '../clock';
import type { Lesson } from '../model';

/** A weekly schedule as people write it: `每周三 19:00-20:30`, `每周二、四 18:30—20:00`. */
export interface Schedule {
  /** `一` … `日`. */
  weekdays: string[];
  from: string;
  to: string;
}

const WEEKLY =
  /^每?(?:周|星期|礼拜)([一二三四五六日天](?:[、,/和及 ]*(?:周|星期)?[一二三四五六日天])*)\s*(\d{1,2}):(\d{2})\s*[-~—–至到]+\s*(\d{1,2}):(\d{2})$/;

/** `undefined` where the text says no weekly schedule or ends before it begins. */
export function parseSchedule(text: string): Schedule | undefined {
  const match = WEEKLY.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, days = '', fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const to = `${toHour.padStart(2, '0')}:${toMinute}`;
  const isTime = (time: string) => instantOf('2000-01-01', time) !== undefined;
  if (!isTime(from) || !isTime(to) || from >= to) return undefined;
  const weekdays = [...days.replace(/[^一二三四五六日天]/g, '').replaceAll('天', '日')];
  return { weekdays: [...new Set(weekdays)], from, to };
}

/**
 * The lessons (课次) of a weekly schedule: `count` of them, the first on the first fitting day from `firstDay`
 * (`2027-03-09`) on. `undefined` where the day is no date.
 */
export function lessonsOf(schedule: Schedule, firstDay: string, count: number): Lesson[] | undefined {
  const begin = instantOf(firstDay, '00:00');
  if (begin === undefined || schedule.weekdays.length === 0) return undefined;
  const lessons: Lesson[] = [];
  const fromMs = offsetOf(schedule.from);
  const toMs = offsetOf(schedule.to);
  for (let day = startOfDay(begin); lessons.length < count; day += DAY) {
    if (!schedule.weekdays.includes(weekdayText(day))) continue;
    lessons.push({ startsAt: day + fromMs, endsAt: day + toMs });
  }
  return lessons;
}

/** Milliseconds from midnight. Shanghai has no summer time, so every day has 24 hours. */
const offsetOf = (time: string): number =>
  (instantOf('2000-01-01', time) ?? 0) - (instantOf('2000-01-01', '00:00') ?? 0);
