import { lastOf } from '../last-of';
import { DAY, dayKey, dayText, instantOf, weekdayText } from '../clock';
import type { Lesson } from '../model';
import type { SheetField } from './draft';
import type { DayKey } from './grid';
import { dayTest, lessonAt, sorted, weeklyLessons, type Slot } from './lessons';
import { tokensOf } from './schedule-words';
import { quote } from './words';

export interface ScheduleOptions {
  /** The instant from which a date without a year is counted. */
  now: number;
  /** 法定节假日: weekly lessons pass them over, and the lessons move on. */
  holidays: readonly DayKey[];
  /** Where the words do not say it: 开课日期, 结束日期, how many lessons, days on which there is none (停课日期). */
  firstDay?: DayKey;
  lastDay?: DayKey;
  count?: number;
  skip?: readonly DayKey[];
}

export interface ScheduleIssue {
  field: SheetField;
  /** What to write instead; stands alone and at the end of a sentence. */
  text: string;
}

export interface ScheduleReading {
  /** In one way of writing: `每周二、四 19:00-20:30`. */
  schedule: string;
  /** Sorted; empty where there is a problem. */
  lessons: Lesson[];
  /** Holidays and 停课 days that would have had a lesson. */
  skipped: DayKey[];
  problems: ScheduleIssue[];
  notes: ScheduleIssue[];
}

export const LESSONS_LIMIT = 200;
/** A course that takes longer is a slip of the pen. */
const SPAN = 400 * DAY;

const keyText = (day: DayKey): string => {
  const at = instantOf(day, '00:00') ?? 0;
  return `${dayText(at)}（周${weekdayText(at)}）`;
};

/**
 * The lessons that words like `每周三19:00—20:30（3月10日起，共12次）` mean: weekly slots, or a list of days with an hour.
 * What the words leave open is taken from the options; the words win. `problems` say what is missing, and then there are
 * no lessons. Never throws.
 */
export function parseSchedule(text: string, options: ScheduleOptions): ScheduleReading {
  const words = tokensOf(text, options.now);
  const problems: ScheduleIssue[] = [...words.problems];
  const notes: ScheduleIssue[] = words.rest.map(piece => ({
    field: 'schedule',
    text: `${quote(piece)}没有读懂，请核对`,
  }));
  const firstDay = words.range?.from ?? words.days[0] ?? options.firstDay;
  const lastDay = words.range?.to ?? options.lastDay;
  const count = words.count ?? options.count;
  const stops = new Set([...words.skip, ...(options.skip ?? [])]);
  const problem = (field: SheetField, say: string) => problems.push({ field, text: say });
  const fail = (): ScheduleReading => ({ schedule: '', lessons: [], skipped: [], problems, notes });

  if (problems.length > 0) return fail();
  const [slot] = words.slots;
  if (!slot) {
    problem('schedule', '没有读到几点到几点，请写成 每周三 19:00-20:30');
    return fail();
  }
  if (words.early) notes.push({ field: 'schedule', text: `上课时间是早上 ${slot.hours.from}，请核对是不是晚上` });
  const weekly = words.slots.filter((each): each is Slot => each.weekdays.length > 0);

  // Days that are all named: 3月10、17、24日 19:00-20:30, or a single lesson.
  if (
    words.days.length > 1 ||
    (weekly.length === 0 && firstDay !== undefined && lastDay === undefined && (count ?? 1) === 1)
  ) {
    const days = words.days.length > 1 ? words.days : [firstDay ?? ''];
    const said = new Set(weekly.flatMap(each => each.weekdays));
    for (const day of days) {
      const weekday = weekdayText(instantOf(day, '00:00') ?? 0);
      if (said.size > 0 && !said.has(weekday))
        problem('schedule', `${keyText(day)}不是周${[...said].join('、')}，请核对日期`);
    }
    if (count !== undefined && count !== days.length)
      problem('count', `写了 ${days.length} 个上课日期，却说共 ${count} 次，请核对`);
    const lessons = sorted(days.filter(day => !stops.has(day)).map(day => slotOn(day, words.slots)));
    if (lessons.length === 0) problem('firstDay', '这些日子里没有一次课，请核对日期和停课日期');
    if (problems.length > 0) return fail();
    return {
      schedule: `${daysText(days)} ${slot.hours.from}-${slot.hours.to}`,
      lessons,
      skipped: days.filter(day => stops.has(day)),
      problems,
      notes,
    };
  }

  if (weekly.length === 0) problem('schedule', '没有写周几，请写成 每周三 19:00-20:30');
  if (firstDay === undefined) problem('firstDay', '没有写从哪天开始，请写第一课的日期，例如 3月10日');
  if (count === undefined && lastDay === undefined) problem('count', '没有写一共几次，请写上，例如 共12次');
  if (count !== undefined && count > LESSONS_LIMIT) problem('count', `最多 ${LESSONS_LIMIT} 次，请核对`);
  if (firstDay !== undefined && lastDay !== undefined && lastDay < firstDay)
    problem('lastDay', `结束日期 ${keyText(lastDay)}早于开课日期 ${keyText(firstDay)}，请核对`);
  if (problems.length > 0 || firstDay === undefined) return fail();

  const { lessons, skipped } = weeklyLessons(weekly, {
    firstDay,
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(count === undefined ? {} : { count }),
    limit: LESSONS_LIMIT,
    span: SPAN,
    isOff: dayTest([...options.holidays, ...stops]),
  });
  if (count !== undefined && lessons.length < count)
    problem(
      lastDay === undefined ? 'count' : 'lastDay',
      lastDay === undefined
        ? `从 ${keyText(firstDay)}起一年里排不满 ${count} 次，请核对`
        : `到 ${keyText(lastDay)}为止只排得下 ${lessons.length} 次，不是 ${count} 次（节假日不上课），请核对`,
    );
  const first = lessons[0];
  if (!first) problem('schedule', '这段日期里没有一次课，请核对日期和周几');
  if (lessons.some((lesson, index) => lesson.startsAt < (lessons[index - 1]?.endsAt ?? 0)))
    problem('schedule', '同一天的两段时间重叠了，请核对');
  if (problems.length > 0 || !first) return fail();
  if (dayKey(first.startsAt) !== firstDay)
    notes.push({ field: 'firstDay', text: `${keyText(firstDay)}不上课，第一课在 ${keyText(dayKey(first.startsAt))}` });
  return { schedule: scheduleText(weekly), lessons, skipped, problems, notes };
}

/** The slot for a named day: the one of its weekday, or the only one. */
function slotOn(day: DayKey, slots: readonly Slot[]): Lesson | undefined {
  const weekday = weekdayText(instantOf(day, '00:00') ?? 0);
  const slot = slots.find(each => each.weekdays.includes(weekday)) ?? slots[0];
  return slot && lessonAt(day, slot.hours);
}

/** `每周二、四 19:00-20:30`, two slots with a comma between. */
export const scheduleText = (slots: readonly Slot[]): string =>
  slots
    .map(
      ({ weekdays, hours }) =>
        `${weekdays.length === 7 ? '每天' : `每周${weekdays.join('、')}`} ${hours.from}-${hours.to}`,
    )
    .join('，');

/** `3月10日、17日、24日`; of many days the first, the last and their number. */
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
