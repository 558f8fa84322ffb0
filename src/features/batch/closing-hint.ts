import { dayOfMonth, dayText, endText, isMidnight } from '../../../domain/base/clock';

/**
 * People who choose midnight often mean the evening of that day, and would close a day too early. So the page asks
 * them. `undefined` for any other time.
 */
export function closingHint(closesAt: number | null, now: number): string | undefined {
  if (closesAt === null || !isMidnight(closesAt)) return undefined;
  const day = `${dayOfMonth(closesAt)}日`;
  return `${dayText(closesAt, now)} 00:00 就是 ${endText(closesAt, now)}，${day}当天已经不能报。要报到${day}晚上吗？那请选 ${day} 23:59`;
}
