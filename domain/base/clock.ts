import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/**
 * Time in this project is epoch milliseconds everywhere. Only this file turns instants into words and back, always in
 * Asia/Shanghai (UTC+8, no summer time). The offset is fixed because `dayjs.tz` misbehaves on Android WeChat.
 */
const SHANGHAI_OFFSET_MINUTES = 8 * 60;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** From this hour on people say 今晚 and 晚上. */
export const EVENING = '17:30';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

const shanghai = (at: number) => dayjs.utc(at).utcOffset(SHANGHAI_OFFSET_MINUTES);

/** `9月22日 周二`; if `now` is given and the date is in another year, `2027年9月22日 周二`. */
export const dateText = (at: number, now?: number): string => `${dayText(at, now)} 周${weekdayText(at)}`;

/** `9月22日`; if `now` is given and the date is in another year, `2027年9月22日`. */
export const dayText = (at: number, now?: number): string =>
  shanghai(at).format(now === undefined || shanghai(at).year() === shanghai(now).year() ? 'M月D日' : 'YYYY年M月D日');

/** `二` for a Tuesday. */
export const weekdayText = (at: number): string => WEEKDAYS[shanghai(at).day()] ?? '';

/** `19:30` */
export const timeText = (at: number): string => shanghai(at).format('HH:mm');

/** True at 00:00. As an end, that instant belongs to the day before. */
export const isMidnight = (at: number): boolean => startOfDay(at) === at;

/** An end (exclusive) such as `12月20日 周日 24:00`, because most people read 12月21日 00:00 as the evening of the 21st. */
export const endText = (at: number, now?: number): string =>
  isMidnight(at) ? `${dateText(at - 1, now)} 24:00` : `${dateText(at, now)} ${timeText(at)}`;

/** `20:00:03` */
export const secondText = (at: number): string => shanghai(at).format('HH:mm:ss');

/** `20:00:41.3`. Receipts show tenths of a second, cut off and not rounded. */
export const tenthText = (at: number): string =>
  `${secondText(at)}.${Math.floor((((at % SECOND) + SECOND) % SECOND) / 100)}`;

/** `2027-03-09`: the key of a Shanghai calendar day. */
export const dayKey = (at: number): string => shanghai(at).format('YYYY-MM-DD');

/** Day of the month, for a calendar strip. */
export const dayOfMonth = (at: number): number => shanghai(at).date();

/** Midnight (Shanghai) of the day that holds `at`. */
export const startOfDay = (at: number): number => shanghai(at).startOf('day').valueOf();

/** Midnight (Shanghai) of the Monday of the week that holds `at`. */
export const startOfWeek = (at: number): number => startOfDay(at) - ((shanghai(at).day() + 6) % 7) * DAY;

/** The instant of `2027-03-09` + `19:00` in Shanghai, or `undefined` if the day or the time does not exist. */
export function instantOf(day: string, time: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const at = dayjs.utc(`${day}T${time}:00Z`);
  if (!at.isValid() || at.format('YYYY-MM-DD') !== day) return undefined;
  return at.valueOf() - SHANGHAI_OFFSET_MINUTES * MINUTE;
}
