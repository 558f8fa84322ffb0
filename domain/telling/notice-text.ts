import { DAY, dateText, startOfDay } from '../base/clock';
import type { Notice } from '../model';

/** 今天, 明天, or else the date, as people call that day at `now`. */
export function dayWord(at: number, now: number): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  return days === 0 ? '今天' : days === 1 ? '明天' : dateText(at);
}

const DAY_WORD = /^(?:明天|今天|\d{1,2}月\d{1,2}日 周.)(?= )/;

/**
 * The text of a notice for a person who reads it at `now`. It was written earlier, when the same day had another name.
 */
export const textAt = (
  { kind, text, push }: Pick<Notice, 'kind' | 'text' | 'push'>,
  now: number,
): string | undefined =>
  kind === 'TOMORROW' && push?.lessonAt != null ? text?.replace(DAY_WORD, dayWord(push.lessonAt, now)) : text;
