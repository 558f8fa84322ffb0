import { DAY, dayKey, dayText, instantOf, MINUTE, timeText, weekdayText } from '../base/clock';
import { lastOf } from '../base/last-of';
import type { Lesson } from '../model';
import type { SheetField } from './field';
import type { DayKey } from './grid';
import { dayTest, lessonAt, sorted, weeklyLessons, type Slot } from './lessons';
import { wordsOf, type ScheduleIssue, type ScheduleWords } from './schedule-words';
import { quote } from './words';

export interface ScheduleOptions {
  /** The instant from which a date without a year is counted. */
  now: number;
  /** 法定节假日. Weekly lessons skip them, so the course ends later. */
  holidays: readonly DayKey[];
  /** From other columns: 开课日期, 结束日期, the number of lessons, and days without one (停课日期). */
  firstDay?: DayKey;
  lastDay?: DayKey;
  count?: number;
  skip?: readonly DayKey[];
  /** 每周2次 in a column of numbers. */
  often?: number;
  /** 24课时 in a column of lengths. It never gives the number of lessons. */
  lengths?: readonly { amount: number; unit: string; text: string }[];
}

export interface ScheduleReading {
  /** In standard form: `每周二、四 19:00-20:30`. */
  schedule: string;
  /** Sorted; empty if there is a problem. */
  lessons: Lesson[];
  /** Holidays and 停课 days that would have had a lesson. */
  skipped: DayKey[];
  problems: ScheduleIssue[];
  notes: ScheduleIssue[];
}

export const LESSONS_LIMIT = 200;
/** A course that takes longer than this is a typing error. */
const SPAN = 400 * DAY;

const keyText = (day: DayKey): string => {
  const at = instantOf(day, '00:00') ?? 0;
  return `${dayText(at)}（周${weekdayText(at)}）`;
};

/** The words and the columns combined. */
interface Said extends ScheduleWords {
  off: DayKey[][];
  holidays: readonly DayKey[];
}

/**
 * The lessons that words like `每周三19:00—20:30（3月10日起，共12次）` mean: weekly slots, or a list of days with hours. Gaps in
 * the words are filled from the columns. If the two contradict each other, that is a problem. With `problems` there are
 * no lessons. Never throws.
 */
export function parseSchedule(text: string, options: ScheduleOptions): ScheduleReading {
  const said = together(wordsOf(text, options.now), options);
  const { problems, notes } = said;
  const fail = (): ScheduleReading => ({ schedule: '', lessons: [], skipped: [], problems, notes });
  const [first] = said.slots;
  if (!first) problems.push({ field: 'schedule', text: '没有读到几点到几点，请写成 每周三 19:00-20:30' });
  if (said.early && first)
    notes.push({ field: 'schedule', text: `上课时间是早上 ${first.slot.hours.from}，请核对是不是晚上` });
  const isWeekly = said.slots.some(({ slot }) => slot.weekdays.length > 0);
  const isNamed =
    said.days.length > 0 ||
    (first !== undefined && !isWeekly && said.start !== undefined && said.end === undefined && (said.count ?? 1) === 1);
  const read = isNamed ? namedLessons(said) : weekly(said, isWeekly);
  const { minutes } = said;
  if (minutes && read?.lessons.some(({ startsAt, endsAt }) => endsAt - startsAt !== minutes.amount * MINUTE))
    notes.push({ field: 'schedule', text: `${quote(minutes.text)}和几点到几点对不上，按几点到几点算，请核对` });
  if (!read) return fail();
  for (const off of said.off)
    if (!off.some(day => read.skipped.includes(day)))
      notes.push({ field: 'skipDays', text: `${offText(off)}本来就没有课，请核对停课日期` });
  return { ...read, problems, notes };
}

/** Combines words and columns. A contradiction is a problem. */
function together(words: ScheduleWords, options: ScheduleOptions): Said {
  const { firstDay, lastDay, count } = options;
  const problems = [...words.problems];
  const notes = words.rest.map(piece => ({ field: 'schedule' as SheetField, text: `${quote(piece)}没有读懂，请核对` }));
  const differ = (field: SheetField, inWords: string, inColumn: string) =>
    problems.push({ field, text: `上课时间里写的是${inWords}，这里是${inColumn}，请改成一样` });
  const begins = words.days[0] ?? words.start;
  if (firstDay !== undefined && begins !== undefined && firstDay !== begins)
    differ('firstDay', ` ${keyText(begins)}开课`, ` ${keyText(firstDay)}`);
  const ends = words.end ?? lastOf(words.days);
  if (lastDay !== undefined && ends !== undefined && lastDay !== ends)
    differ('lastDay', ` ${keyText(ends)}结束`, ` ${keyText(lastDay)}`);
  if (count !== undefined && words.count !== undefined && count !== words.count)
    differ('count', `共${words.counted ?? ''}`, `${count}次`);
  const skip = options.skip ?? [];
  return {
    ...words,
    start: words.start ?? firstDay,
    end: words.end ?? lastDay,
    count: words.count ?? count,
    often: words.often ?? options.often,
    lengths: [...words.lengths, ...(options.lengths ?? [])],
    off: [...words.off, ...(skip.length > 0 ? [[...skip]] : [])],
    holidays: options.holidays,
    problems,
    notes: [...notes, ...words.notes],
  };
}

type Lessons = Pick<ScheduleReading, 'schedule' | 'lessons' | 'skipped'> | undefined;

/** Lessons on days that are all named, or `undefined` if there is a problem: 3月10、17、24日 19:00-20:30, or a single lesson. */
function namedLessons(said: Said): Lessons {
  const { problems } = said;
  const problem = (field: SheetField, text: string) => problems.push({ field, text });
  const days = said.days.length > 0 ? said.days : said.start === undefined ? [] : [said.start];
  const weekdays = new Set(said.slots.flatMap(({ slot }) => slot.weekdays));
  for (const day of days) {
    const weekday = weekdayText(instantOf(day, '00:00') ?? 0);
    if (weekdays.size > 0 && !weekdays.has(weekday))
      problem('schedule', `${keyText(day)}不是周${[...weekdays].join('、')}，请核对日期`);
  }
  if (said.count !== undefined && said.count !== days.length)
    problem('count', `写了 ${days.length} 个上课日期，却说共 ${said.count} 次，请核对`);
  const off = new Set(said.off.flat());
  const held = days.filter(day => !off.has(day));
  const slots = held.map(day => ({ day, slots: slotsOn(day, said, days) }));
  const bare = slots.find(each => each.slots.length === 0);
  if (bare && said.slots.length > 0) problem('schedule', `${keyText(bare.day)}没有写几点到几点`);
  const lessons = sorted(slots.flatMap(({ day, slots: on }) => on.map(slot => lessonAt(day, slot.hours))));
  if (lessons.length === 0 && said.slots.length > 0) problem('firstDay', '这些日子里没有一次课，请核对日期和停课日期');
  overlaps(lessons, problems);
  if (problems.length > 0) return undefined;
  return {
    schedule: namedText(days, lessons),
    lessons,
    skipped: days.filter(day => off.has(day)),
  };
}

/** The slots of a named day: those given for it, those of its weekday, or the only ones. */
function slotsOn(day: DayKey, { slots }: Said, days: readonly DayKey[]): Slot[] {
  const weekday = weekdayText(instantOf(day, '00:00') ?? 0);
  const ofWeek = slots.filter(({ slot }) => slot.weekdays.includes(weekday));
  if (ofWeek.length > 0) return ofWeek.map(({ slot }) => slot);
  const own = slots.filter(each => each.days.includes(day));
  if (own.length > 0) return own.map(({ slot }) => slot);
  // Hours that were given for no particular day apply to every day, if no day has other hours.
  const isAll = slots.every(each => each.days.length === 0 || days.every(other => each.days.includes(other)));
  return isAll ? slots.map(({ slot }) => slot) : [];
}

function weekly(said: Said, isWeekly: boolean): Lessons {
  const { problems, notes, start, end, count } = said;
  const problem = (field: SheetField, text: string) => problems.push({ field, text });
  const slots = said.slots.map(({ slot }) => slot).filter(slot => slot.weekdays.length > 0);
  if (said.slots.length > 0 && !isWeekly && !said.isUneven)
    problem('schedule', '没有写周几，请写成 每周三 19:00-20:30');
  if (isWeekly && slots.length < said.slots.length)
    problem('schedule', '有一段时间没有写是周几，请写成 每周三 19:00-20:30，每周六 9:30-11:00');
  if (start === undefined) problem('firstDay', '没有写从哪天开始，请写第一课的日期，例如 3月10日');
  const perWeek = slots.reduce((sum, slot) => sum + slot.weekdays.length, 0);
  if (said.often !== undefined && isWeekly && said.often !== perWeek)
    problem('schedule', `写的是每周 ${said.often} 次，却写了 ${perWeek} 个上课的日子，请核对`);
  const [length] = said.lengths;
  if (count === undefined && end === undefined)
    problem(
      'count',
      length
        ? `${quote(length.text)}是时长，不是次数，请写上一共几次，例如 共12次`
        : '没有写一共几次，请写上，例如 共12次',
    );
  if (count !== undefined && count < 1) problem('count', '次数要是 1 或更大的数字');
  if (count !== undefined && count > LESSONS_LIMIT) problem('count', `最多 ${LESSONS_LIMIT} 次，请核对`);
  if (start !== undefined && end !== undefined && end < start)
    problem('lastDay', `结束日期 ${keyText(end)}早于开课日期 ${keyText(start)}，请核对`);
  const opening = start === undefined ? undefined : openingLesson(start, slots, said);
  if (opening === 'no hours') problem('schedule', `${keyText(start ?? '')}的第一课没有写几点到几点`);
  if (problems.length > 0 || start === undefined || opening === 'no hours') return undefined;

  const plan = (most: number) => {
    const { lessons, skipped } = weeklyLessons(slots, {
      firstDay: start,
      lastDay: end,
      count: most - (opening ? 1 : 0),
      limit: LESSONS_LIMIT + 1,
      span: SPAN,
      isOff: dayTest([...said.holidays, ...said.off.flat()]),
    });
    return { lessons: opening ? [opening, ...lessons] : lessons, skipped };
  };
  const { lessons, skipped } = plan(count ?? LESSONS_LIMIT + 1);
  const [first] = lessons;
  if (!first) problem('schedule', '这段日期里没有一次课，请核对日期和周几');
  else if (count !== undefined && lessons.length < count)
    problem(
      end === undefined ? 'count' : 'lastDay',
      end === undefined
        ? `从 ${keyText(start)}起一年里排不满 ${count} 次，请核对`
        : `到 ${keyText(end)}为止只排得下 ${lessons.length} 次，不是 ${count} 次（节假日不上课），请核对`,
    );
  else if (lessons.length > LESSONS_LIMIT) problem('count', `排出来超过 ${LESSONS_LIMIT} 次，请核对日期`);
  if (end !== undefined && (instantOf(end, '00:00') ?? 0) - (instantOf(start, '00:00') ?? 0) >= SPAN)
    problem('lastDay', `结束日期 ${keyText(end)}离开课一年多了，请核对`);
  overlaps(lessons, problems);
  if (problems.length > 0 || !first) return undefined;
  const last = lastOf(lessons) ?? first;
  if (dayKey(first.startsAt) !== start)
    notes.push({ field: 'firstDay', text: `${keyText(start)}不上课，第一课在 ${keyText(dayKey(first.startsAt))}` });
  if (opening)
    notes.push({ field: 'firstDay', text: `第一课照写的排在 ${keyText(start)}，以后是${scheduleText(slots)}，请核对` });
  if (end !== undefined && count === undefined && dayKey(last.startsAt) !== end)
    notes.push({
      field: 'lastDay',
      text: `${keyText(end)}不上课，最后一课在 ${keyText(dayKey(last.startsAt))}，请核对`,
    });
  if (end !== undefined && count !== undefined && plan(count + 1).lessons.length > count)
    notes.push({
      field: 'lastDay',
      text: `按 ${count} 次排，最后一次在 ${keyText(dayKey(last.startsAt))}，比写的 ${keyText(end)}早，请核对`,
    });
  for (const { amount, unit, text } of said.lengths)
    if (/时$/.test(unit) && unit !== '小时' && amount % lessons.length !== 0)
      notes.push({ field: 'count', text: `${quote(text)}没有算作次数，按 ${lessons.length} 次排，请核对` });
    else if (/周|星期|礼拜/.test(unit) && amount * perWeek !== lessons.length)
      notes.push({
        field: 'count',
        text: `${quote(text)}和 ${lessons.length} 次对不上，按 ${lessons.length} 次排，请核对`,
      });
  const rhythm = scheduleText(slots);
  return { schedule: opening ? `${dayText(opening.startsAt)}首次，之后${rhythm}` : rhythm, lessons, skipped };
}

/**
 * 3月9日首次，之后每周四: the first lesson is on a day of its own, with the hours of the others. `undefined` if it is on a
 * day of the slots anyway, or on a day off.
 */
function openingLesson(start: DayKey, slots: readonly Slot[], said: Said): Lesson | 'no hours' | undefined {
  const at = instantOf(start, '00:00') ?? 0;
  if (!said.startsWithLesson || slots.length === 0 || slots.some(slot => slot.weekdays.includes(weekdayText(at))))
    return undefined;
  if (dayTest([...said.holidays, ...said.off.flat()])(at)) return undefined;
  const [hours, ...others] = [
    ...new Map(slots.map(slot => [`${slot.hours.from}-${slot.hours.to}`, slot.hours])).values(),
  ];
  return hours && others.length === 0 ? lessonAt(start, hours) : 'no hours';
}

function overlaps(lessons: readonly Lesson[], problems: ScheduleIssue[]): void {
  if (lessons.some((lesson, index) => lesson.startsAt < (lessons[index - 1]?.endsAt ?? 0)))
    problems.push({ field: 'schedule', text: '同一天的两段时间重叠了，请核对' });
}

const offText = (days: readonly DayKey[]): string =>
  days.length > 3 ? `${keyText(days[0] ?? '')}到 ${keyText(lastOf(days) ?? '')}` : days.map(keyText).join('、');

/** `每周二、四 19:00-20:30`; two slots are separated by a comma. */
export const scheduleText = (slots: readonly Slot[]): string =>
  slots
    .map(
      ({ weekdays, hours }) =>
        `${weekdays.length === 7 ? '每天' : `每周${weekdays.join('、')}`} ${hours.from}-${hours.to}`,
    )
    .join('，');

/** `3月10日、17日 19:00-20:30`; days with different hours are listed one by one. */
function namedText(days: readonly DayKey[], lessons: readonly Lesson[]): string {
  const hoursOf = ({ startsAt, endsAt }: Lesson) => `${timeText(startsAt)}-${timeText(endsAt)}`;
  const onDay = (day: DayKey) =>
    lessons
      .filter(lesson => dayKey(lesson.startsAt) === day)
      .map(hoursOf)
      .join('、');
  const [hours = '', ...others] = [...new Set(days.map(onDay))].filter(text => text !== '');
  if (others.length === 0) return `${daysText(days)} ${hours}`;
  if (days.length > 4) return `${daysText(days)} 每次时间不同`;
  return days.map(day => `${daysText([day])} ${onDay(day)}`).join('，');
}

/** `3月10日、17日、24日`; if there are many days, the first, the last and their number. */
function daysText(days: readonly DayKey[]): string {
  const text = (day: DayKey) => dayText(instantOf(day, '00:00') ?? 0);
  const first = days[0] ?? '';
  if (days.length > 4) return `${text(first)}至${text(lastOf(days) ?? '')} 共${days.length}次`;
  return days
    .map((day, index) =>
      day.slice(0, 7) === days[index - 1]?.slice(0, 7) ? text(day).replace(/^.*月/, '') : text(day),
    )
    .join('、');
}
