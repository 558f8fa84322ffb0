import type { SectionCard } from '../../domain/api';
import { heldLessons } from '../../domain/lesson/held-lessons';
import { isLecture } from '../../domain/lesson/lecture';
import {
  DAY,
  dateText,
  dayKey,
  dayText,
  endText,
  EVENING,
  HOUR,
  isMidnight,
  MINUTE,
  SECOND,
  startOfDay,
  timeText,
  weekdayText,
} from '../../domain/base/clock';
import type { Lesson, SectionAudience } from '../../domain/model';

/** `今晚 20:00`, `明天 09:30`, `9月14日 20:00`: the words that people use for a time. */
export function whenText(at: number, now: number): string {
  const time = timeText(at);
  const evening = time >= EVENING;
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return `${evening ? '今晚' : '今天'} ${time}`;
  if (days === 1) return `${evening ? '明晚' : '明天'} ${time}`;
  if (days === 2) return `后天 ${time}`;
  return `${dayText(at, now)} ${time}`;
}

/**
 * The end (exclusive) of a time in which something can be done. Written like `whenText`, but midnight is `今晚 12 点`
 * or `12月20日 周日 24:00`.
 */
export function untilText(at: number, now: number): string {
  if (!isMidnight(at)) return whenText(at, now);
  const days = Math.round((startOfDay(at - 1) - startOfDay(now)) / DAY);
  if (days === 0) return '今晚 12 点';
  return days === 1 ? '明晚 12 点' : endText(at, now);
}

/** `今晚 20:00 开放`, and once it has: `今天 17:52 开放的`, `昨天 20:00 开放的`. */
export function opensText(at: number, now: number): string {
  if (at > now) return `${whenText(at, now)} 开放`;
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  const day = days === 0 ? '今天' : days === 1 ? '昨天' : dayText(at);
  return `${day} ${timeText(at)} 开放的`;
}

/** `今天`, `明天`, else `9月22日 周二`. */
export function dayWords(at: number, now: number): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  return dateText(at, now);
}

/** `38 秒`, `12 分钟`, `3 小时`, `2 天`: how long something has lasted or will last. */
export function spanText(ms: number): string {
  const span = Math.max(0, ms);
  if (span < MINUTE) return `${Math.floor(span / SECOND)} 秒`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} 分钟`;
  if (span < DAY) return `${Math.floor(span / HOUR)} 小时`;
  return `${Math.floor(span / DAY)} 天`;
}

/** `刚刚`, `12 分钟前`: when something was done, if the seconds do not matter. */
export const agoText = (ms: number): string => (ms < MINUTE ? '刚刚' : `${spanText(ms)}前`);

/** `19:00–20:30` */
export const lessonHours = ({ startsAt, endsAt }: Lesson): string => `${timeText(startsAt)}–${timeText(endsAt)}`;

/** `每周三 19:00-20:30` with a real dash, and without `每` if a row has little room. */
export const scheduleText = (schedule: string): string => schedule.replace(/(\d)\s*[-~—]\s*(\d)/g, '$1–$2');

/** When a class is held: its hours of the week. A lecture has a day, and its day moves with it. */
export const timesOf = (section: Pick<SectionCard, 'kind' | 'schedule' | 'lessons'>): string => {
  const [only] = isLecture(section) ? heldLessons(section.lessons) : [];
  return only ? `${dateText(only.startsAt)} ${lessonHours(only)}` : scheduleText(section.schedule);
};

export const shortTimes = (section: Pick<SectionCard, 'kind' | 'schedule' | 'lessons'>): string =>
  timesOf(section).replace(/^每/, '');

export const shortSchedule = (schedule: string): string => scheduleText(schedule).replace(/^每/, '');

export const isEvening = ({ startsAt }: Lesson): boolean => timeText(startsAt) >= EVENING;

export const isWeekend = ({ startsAt }: Lesson): boolean => ['六', '日'].includes(weekdayText(startsAt));

export const sameDay = (a: number, b: number): boolean => dayKey(a) === dayKey(b);

export { titleOf as sectionTitle } from '../../domain/batch/title';

/** A sentence that stands under its title, without what the title has said already. */
export const underTitle = (title: string, sentence: string): string =>
  sentence.startsWith(`${title}，`) ? sentence.slice(title.length + 1) : sentence;

/** The employers and districts that a class is for. Somebody has to be of both, if both are named. */
export const invitedText = ({ employers, districts }: SectionAudience): string =>
  [employers, districts].flatMap(names => (names ? [names.join('、')] : [])).join('，同时在');
