import { dayText, instantOf } from '../base/clock';
import type { SheetField } from './field';
import type { DayKey } from './grid';
import type { Slot } from './lessons';
import { daysBetween } from './days';
import { rolesOf, type Role } from './schedule-roles';
import { tokensOf, type Token } from './schedule-tokens';
import { quote } from './words';

export interface ScheduleIssue {
  field: SheetField;
  /** What to write instead. It can stand alone or at the end of a sentence. */
  text: string;
}

/** Days that share hours. */
export interface Dated {
  days: DayKey[];
  slot: Slot;
}

export interface ScheduleWords {
  /** In the order of the text. `weekdays` is empty if only hours were given. */
  slots: Dated[];
  /** Days that the text names as lessons, in order, each once. A single day is none of them. */
  days: DayKey[];
  /** The first and the last day of the course. */
  start?: DayKey;
  /** 首次, 第一课: on that first day there is a lesson, whatever its weekday. */
  startsWithLesson: boolean;
  end?: DayKey;
  /** Days without a lesson, grouped as in the text. */
  off: DayKey[][];
  count?: number;
  /** The count in the words of the text: 24节 */
  counted?: string;
  /** 24课时: the total length, which is no number of lessons. */
  lengths: { amount: number; unit: string; text: string }[];
  /** 每次90分钟, in minutes. */
  minutes?: { amount: number; text: string };
  /** 每周2次 */
  often?: number;
  /** True if 隔周 was said. Staff are asked about it. */
  isUneven: boolean;
  /** Weekdays that no hours follow. */
  hourless: string[];
  early: boolean;
  /** The parts that were not understood, one by one. */
  rest: string[];
  problems: ScheduleIssue[];
  notes: ScheduleIssue[];
}

const LESSON_LIST = '请把上课日期一个一个写出来，例如 3月10日、24日 19:00-20:30';

/** The meaning of a schedule's words, each word in its role (`schedule-roles.ts`). Never throws. */
export function wordsOf(raw: string, now: number): ScheduleWords {
  const tokens = tokensOf(raw, now);
  const { roles, asides } = rolesOf(tokens);
  const words: ScheduleWords = {
    slots: [],
    days: [],
    off: [],
    lengths: [],
    isUneven: false,
    startsWithLesson: false,
    hourless: [],
    early: false,
    rest: [],
    problems: [],
    notes: [],
  };
  const problem = (text: string, field: ScheduleIssue['field'] = 'schedule') => words.problems.push({ field, text });
  const note = (text: string, field: ScheduleIssue['field'] = 'schedule') => words.notes.push({ field, text });
  for (const { text, kind } of asides)
    if (kind === 'move') problem(`${quote(text)}不能照每周的时间排，${LESSON_LIST}`);
    else note(`${quote(text)}没有排进课里，请核对`);

  readTimes(words, tokens, roles, problem, note);
  readDays(words, tokens, roles, problem);
  readNumbers(words, tokens, roles, problem, note);
  words.rest = restOf(tokens, roles);
  const classes = words.rest.filter(piece => /^第?[A-Za-z一二三四五六七八九十\d]{1,3}班$/.test(piece));
  if (new Set(classes).size > 1) problem(`${classes.map(quote).join('、')}像是几个班写在了一行，请每个班写一行`);
  // A part that looks like a day or a number of lessons would be lost if it were not read. So it is a problem and not
  // just a hint.
  for (const piece of words.rest)
    if (/\d\s*[日号月次讲节]|\d[./]\d|(?:周|星期|礼拜)[一二三四五六日天]/.test(piece))
      problem(`${quote(piece)}没有读懂，请换一种写法，例如 每周三 19:00-20:30，3月10日起，共12次`);
  return words;
}

type Say = (text: string, field?: ScheduleIssue['field']) => void;

/** Weekdays apply to the next hours. Hours alone apply to the weekdays or days before them. */
function readTimes(words: ScheduleWords, tokens: readonly Token[], roles: readonly Role[], problem: Say, note: Say) {
  let waiting: string[] = [];
  let days: DayKey[] = [];
  let wrong = false;
  tokens.forEach((token, index) => {
    if (roles[index] === 'aside') return;
    if (token.kind === 'days' && roles[index] === 'lesson') days.push(...token.days);
    if (token.kind === 'weekdays') {
      if (isExcepted(tokens, roles, index)) {
        problem(`${quote(token.text)}像是不上课的日子，请只写上课的那几天，例如 每周二、四 19:00-20:30`);
        return;
      }
      // The hours come first: 19:00-20:30 每周二.
      const [only, ...others] = words.slots;
      if (only?.slot.weekdays.length === 0 && others.length === 0) only.slot.weekdays = token.weekdays;
      else waiting = [...new Set([...waiting, ...token.weekdays])];
    }
    if (token.kind !== 'hours') return;
    wrong ||= token.wrong;
    words.early ||= token.early;
    const before = words.slots[words.slots.length - 1];
    if (before && waiting.length === 0 && days.length === 0) {
      // 周六 9:00-11:00、14:00-16:00: two lessons a day.
      const { from, to } = token.hours;
      if (before.slot.hours.from === from && before.slot.hours.to === to) return;
      words.slots.push({ days: before.days, slot: { weekdays: before.slot.weekdays, hours: token.hours } });
      note(`同一天写了几段时间，每一段算一次课，请核对`);
    } else {
      words.slots.push({ days, slot: { weekdays: waiting, hours: token.hours } });
      waiting = [];
      days = [];
    }
  });
  const timed = new Set(words.slots.flatMap(({ slot }) => slot.weekdays));
  words.hourless = words.slots.length === 0 ? [] : waiting.filter(weekday => !timed.has(weekday));
  if (words.hourless.length > 0) problem(`周${words.hourless.join('、')}没有写几点到几点`);
  if (wrong) problem('上课时间不对，请写成 19:00-20:30，结束要晚于开始');
}

/** 周三除外, 不含周三: a weekday that is excepted from the others. 除4月6日 after a weekday is about the day instead. */
function isExcepted(tokens: readonly Token[], roles: readonly Role[], index: number): boolean {
  const beside = (from: number, step: 1 | -1): number => {
    let at = from + step;
    while (tokens[at]?.kind === 'gap' || tokens[at]?.kind === 'filler') at += step;
    return at;
  };
  const isOff = (at: number, words: RegExp): boolean =>
    tokens[at]?.kind === 'off' && roles[at] !== 'read' && words.test(tokens[at].text);
  return (
    isOff(beside(index, 1), /^(?!除(?!外)|不含|跳过|避开|空开)/) ||
    isOff(beside(index, -1), /^(?:除了?|不含|跳过|避开|空开)$/)
  );
}

/** Reads every day in its role: a lesson, the beginning, the end, a day off. */
function readDays(words: ScheduleWords, tokens: readonly Token[], roles: readonly Role[], problem: Say) {
  const starts = new Set<DayKey>();
  const ends = new Set<DayKey>();
  const singles: DayKey[] = [];
  let ranges = 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'days') return;
    const role = roles[index];
    if (role === 'aside') return;
    if (token.noDay !== undefined) problem(noDayText(token.noDay));
    if (token.wrongWeekday !== undefined) problem(`${quote(token.wrongWeekday)}的日期和星期对不上，请核对`);
    const [first] = token.days;
    const last = token.days[token.days.length - 1];
    if (first === undefined || last === undefined) return;
    if (role === 'unclear') problem(`${quote(token.text)}是哪一天没有读懂，请写清楚，例如 3月10日起、4月6日停课`);
    else if (role === 'off') {
      const off = token.range ? daysBetween(first, last) : token.days;
      if (off.length === 0) problem(`停课日期${quote(token.text)}先后不对，请核对`);
      words.off.push(off);
    } else if (token.range) {
      ranges += 1;
      // 从3月9日到5月25日: a range has both ends, whatever word is beside it.
      starts.add(first);
      ends.add(last);
    } else if (role === 'start') {
      starts.add(first);
      words.startsWithLesson ||= isFirstLesson(tokens, index);
    } else if (role === 'end') ends.add(last);
    else singles.push(...token.days);
  });
  if (ranges > 1) problem('写了几段日期，请写成 3月9日至5月25日，中间不上课的日子写成 4月6日停课');
  const [start] = starts;
  const [end] = ends;
  const named = [...new Set(singles)].sort();
  // A single day is the beginning of a weekly course, unless the text gives another beginning.
  const alone = named.length === 1 ? named[0] : undefined;
  if (alone !== undefined && start === undefined) starts.add(alone);
  else if (alone !== undefined && alone !== start)
    problem(`${quote(dayWords(alone))}是哪一天没有读懂，请写清楚，例如 3月10日起、4月6日停课`);
  if (named.length > 1) {
    words.days = named;
    if (start !== undefined) words.days = [...new Set([start, ...named])].sort();
    if (ranges > 0) problem(`又写了一段日期，又写了一个一个的日期，请只写一种`);
    if (end !== undefined && words.days[words.days.length - 1] !== end)
      problem(`写的最后一个日期和结束日期 ${dayWords(end)}不一样，请核对`);
  }
  if (starts.size > 1) problem(`写了几个开课日期：${[...starts].map(dayWords).join('、')}，请只写一个`);
  if (ends.size > 1) problem(`写了几个结束日期：${[...ends].map(dayWords).join('、')}，请只写一个`);
  words.start = [...starts][0];
  words.end = end;
}

/** 首次3月9日, 3月9日第一课: the word beside a day, on either side. */
function isFirstLesson(tokens: readonly Token[], index: number): boolean {
  const beside = (step: 1 | -1): Token | undefined => {
    let at = index + step;
    while (tokens[at]?.kind === 'gap' || tokens[at]?.kind === 'filler') at += step;
    return tokens[at];
  };
  return [beside(-1), beside(1)].some(token => token?.kind === 'start' && /^(?:首|第)/.test(token.text));
}

/** Reads how many lessons, how long and how often. */
function readNumbers(words: ScheduleWords, tokens: readonly Token[], roles: readonly Role[], problem: Say, note: Say) {
  const counts = new Map<number, string>();
  // 共24节（每次2节）: these 节 are no lessons.
  const isParted = tokens.some(token => token.kind === 'length' && token.perLesson && token.unit.startsWith('节'));
  tokens.forEach((token, index) => {
    const role = roles[index];
    if (role === 'aside') return;
    if (token.kind === 'uneven' && words.days.length < 2) {
      words.isUneven = true;
      problem(`${quote(token.text)}请改成上课日期的清单，例如 3月10日、24日 19:00-20:30`);
    }
    if (token.kind === 'often') words.often = token.times;
    if (token.kind === 'length' && !token.perLesson) words.lengths.push(token);
    if (token.kind === 'length' && token.perLesson && /^(小时|h|钟头|分钟|分)$/.test(token.unit))
      words.minutes = { amount: token.amount * (/分/.test(token.unit) ? 1 : 60), text: token.text };
    if (token.kind !== 'count') return;
    if (role === 'off' && token.count > 1) note(`停课${quote(token.text)}只按写出的日子停，请核对`, 'skipDays');
    if (role === 'part') note(`${quote(token.text)}按包含在总次数里读，请核对`, 'count');
    else if (role === 'more') problem(`${quote(token.text)}没有算进总次数，请写成一个总数，例如 共12次`, 'count');
    else if (role === 'each' && token.count > 1)
      problem(`${quote(token.text)}是每一天的次数，请写成一共几次，例如 共12次`, 'count');
    else if (role !== 'each' && role !== 'off') {
      const unit = /[节讲堂]/.exec(token.text)?.[0] ?? '次';
      const text = `${token.count}${unit}`;
      if (isParted && unit === '节') words.lengths.push({ amount: token.count, unit: '课时', text });
      else if (!counts.has(token.count)) counts.set(token.count, text);
    }
  });
  if (counts.size > 1) problem(`写了几个次数：${[...counts.values()].join('、')}，请只写一个`, 'count');
  const [counted] = counts;
  words.count = counted?.[0];
  words.counted = counted?.[1];
}

const PLAIN = new Set(['gap', 'and', 'break', 'dash', 'filler', 'start', 'end', 'part', 'each']);
const READ = new Set(['days', 'weekdays', 'hours', 'count', 'length', 'often', 'uneven']);
const EDGES = /^[\s()[\],、;:.。·|/~-]+|[\s()[\],、;:.。·|/~-]+$/g;

/** 3月9日首次，之后每周四 */
const THEN = /^(?:[之以此随其]后|然后)$/;

/** The parts that were not read, as they were written. */
function restOf(tokens: readonly Token[], roles: readonly Role[]): string[] {
  const pieces: { text: string; says: boolean }[] = [];
  let piece: { text: string; says: boolean } | undefined;
  tokens.forEach((token, index) => {
    if (READ.has(token.kind) || roles[index] === 'aside' || roles[index] === 'read') {
      piece = undefined;
      return;
    }
    if (!piece) pieces.push((piece = { text: '', says: false }));
    piece.text += token.text;
    piece.says ||= !PLAIN.has(token.kind);
  });
  return pieces
    .filter(piece => piece.says)
    .map(piece => piece.text.replace(EDGES, ''))
    .filter(text => text !== '' && !THEN.test(text));
}

const dayWords = (day: DayKey): string => dayText(instantOf(day, '00:00') ?? 0);

/** `没有“2月30日”这一天，请核对日期`; for 19.00 the sentence asks whether an hour was meant. */
export const noDayText = (text: string): string =>
  /^\d{1,2}\.\d{2}$/.test(text)
    ? `没有“${text}”这一天。如果是时间，请写成 ${text.replace('.', ':')}`
    : `没有“${text}”这一天，请核对日期`;
