import { lastOf } from '../last-of';
import type { ScheduleIssue } from './schedule';
import { daysAt } from './days';
import type { DayKey } from './grid';
import { hoursAt } from './hours';
import type { Slot } from './lessons';
import { chineseNumber, readNumber } from './numbers';
import { weekdaysAt } from './weekdays';
import { plain } from './words';

export interface ScheduleWords {
  /** `weekdays` is empty where only hours were said. */
  slots: Slot[];
  /** Days that were named, in order, each once. */
  days: DayKey[];
  range?: { from: DayKey; to: DayKey };
  skip: DayKey[];
  count?: number;
  early: boolean;
  /** What was not understood, piece by piece. */
  rest: string[];
  problems: ScheduleIssue[];
}

const COUNT = /(?:共计?|合计|总共)?\s*(?:\d{1,4}|[一二两三四五六七八九十百]+)\s*(?:次课?|节课?|课时|讲|堂课?)/y;
const ALTERNATE = /(?:隔|单|双|逢单|逢双|大|小)(?:周|星期)/y;
const STOP = /\s*\)?\s*(?:停课|停|不上课|放假|休息|除外)/y;
/** Words that add nothing. */
const FILLER =
  /上课|开课|首课|首次课?|时间|日期|开始|起始|结束|截止|节假日(?:顺延|不上课|除外|休息)?|法定|顺延|每次|左右|从|自|于|起|止|共|课|为|在|即|[\s()（）【】[\],，、;；:：。.·|/~-]/g;

const EDGES = /^[\s()[\],、;:.。·|/~-]+|[\s()[\],、;:.。·|/~-]+$/g;

const at = (pattern: RegExp, text: string, start: number): string | undefined => {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
};

/** `晚上七点半` → `晚上7点半`, `三月十日` → `3月10日`. */
const withDigits = (text: string): string => {
  const digits = (words: string) => String(chineseNumber(words) ?? words);
  return text
    .replace(/[一二两三四五六七八九十]+(?=[点月])/g, (words: string, index: number) =>
      /[周期拜]/.test(text[index - 1] ?? '') ? words : digits(words),
    )
    .replace(/(?<=月)[一二三四五六七八九十]+(?=[日号])/g, digits);
};

/** Reads the words of a schedule from left to right. Weekdays wait for the hours that follow them. Never throws. */
export function tokensOf(raw: string, now: number): ScheduleWords {
  const text = withDigits(plain(raw));
  const words: ScheduleWords = { slots: [], days: [], skip: [], early: false, rest: [], problems: [] };
  let waiting: string[] = [];
  let position = 0;
  let gap = -1;

  const step = (): number | undefined => {
    const hours = hoursAt(text, position);
    if (hours) {
      if (hours.wrong)
        words.problems.push({ field: 'schedule', text: '上课时间不对，请写成 19:00-20:30，结束要晚于开始' });
      words.early ||= hours.early;
      words.slots.push({ weekdays: waiting, hours: hours.hours });
      waiting = [];
      return hours.end;
    }
    const count = at(COUNT, text, position);
    if (count !== undefined) {
      const number = readNumber(count.replace(/^(?:共计?|合计|总共)\s*/, ''), 1, 9_999, 12);
      if ('value' in number) words.count ??= number.value;
      return position + count.length;
    }
    const alternate = at(ALTERNATE, text, position);
    if (alternate !== undefined) {
      words.problems.push({
        field: 'schedule',
        text: `“${alternate}”请改成上课日期的清单，例如 3月10日、24日 19:00-20:30`,
      });
      return position + alternate.length;
    }
    const weekdays = weekdaysAt(text, position);
    if (weekdays) {
      // 周二、周四 in two pieces, or 周二 and its hours before: 19:00-20:30（周二、四）.
      const last = lastOf(words.slots);
      if (last && last.weekdays.length === 0) last.weekdays = weekdays.weekdays;
      else waiting = [...new Set([...waiting, ...weekdays.weekdays])];
      return weekdays.end;
    }
    const days = daysAt(text, position, now);
    if (!days) return undefined;
    if (days.noDay !== undefined)
      words.problems.push({ field: 'schedule', text: `没有“${days.noDay}”这一天，请核对日期` });
    const stop = at(STOP, text, days.end);
    const [from, to] = days.days;
    if (stop !== undefined) words.skip.push(...days.days);
    else if (days.range && from !== undefined && to !== undefined) words.range ??= { from, to };
    else words.days.push(...days.days);
    return days.end + (stop?.length ?? 0);
  };

  while (position < text.length) {
    const next = step();
    if (next !== undefined && next > position) position = next;
    else {
      // One piece a gap, so that it can be quoted as it was written.
      if (gap !== position) words.rest.push('');
      words.rest.push((words.rest.pop() ?? '') + text[position++]);
      gap = position;
    }
  }
  // The hours were said first: 19:00-20:30 每周二.
  const [only] = words.slots;
  if (waiting.length > 0 && only && words.slots.length === 1 && only.weekdays.length === 0) only.weekdays = waiting;
  words.days = [...new Set(words.days)].sort();
  words.rest = words.rest.filter(piece => piece.replace(FILLER, '') !== '').map(piece => piece.replace(EDGES, ''));
  return words;
}
