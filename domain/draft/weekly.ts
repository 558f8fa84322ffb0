import { DAY, dayKey } from '../base/clock';
import { withTopic } from '../lesson/topics';
import type { Lesson, OfferedSection } from '../model';
import type { DayKey } from '../sheet/grid';
import { parseSchedule } from '../sheet/schedule';

const WEEK = 7 * DAY;
type Scheduled = Pick<OfferedSection, 'schedule' | 'lessons'>;

/**
 * The lessons of a section under other holidays and, with `shiftMs`, whole weeks later. If they equal what the weekly
 * schedule gives, they are planned anew: as many as before, skipping holidays. Days that were chosen one by one keep
 * their weekday. If one of them falls on a holiday, it moves to the end, a week after the last.
 */
export function replanned(
  section: Scheduled,
  was: readonly DayKey[],
  holidays: readonly DayKey[],
  shiftMs = 0,
): Lesson[] {
  const first = section.lessons[0];
  if (!first) return [];
  const weekly = weeklyFrom(section, first.startsAt, was);
  if (weekly && isSame(weekly, section.lessons)) {
    const planned = weeklyFrom(section, first.startsAt + shiftMs, holidays);
    if (planned) return inTurn(planned, section.lessons);
  }
  if (shiftMs === 0) return section.lessons;
  const shifted = section.lessons.map(({ startsAt, endsAt }) => later({ startsAt, endsAt }, shiftMs));
  return inTurn(passedOver(shifted, new Set(holidays)), section.lessons);
}

/**
 * The lessons that the schedule gives from a day on, as many as there are now; `undefined` if it gives another number,
 * for example because it is not weekly.
 */
function weeklyFrom(section: Scheduled, from: number, holidays: readonly DayKey[]): Lesson[] | undefined {
  const { lessons } = parseSchedule(section.schedule, {
    now: from,
    holidays,
    firstDay: dayKey(from),
    count: section.lessons.length,
  });
  return lessons.length === section.lessons.length ? lessons : undefined;
}

/** A course is taught in its order, whichever days are left out. So the topics stay in turn. */
const inTurn = (planned: readonly Lesson[], before: readonly Lesson[]): Lesson[] =>
  planned.map((lesson, index) => withTopic(lesson, before[index]?.topic ?? ''));

function passedOver(lessons: readonly Lesson[], off: ReadonlySet<DayKey>): Lesson[] {
  const kept: Lesson[] = [];
  const due = [...lessons];
  for (let lesson = due.shift(); lesson; lesson = due.shift()) {
    if (!off.has(dayKey(lesson.startsAt))) {
      kept.push(lesson);
      continue;
    }
    // Put it after the last of all, on its own weekday. If that is a holiday too, this is repeated.
    const last = Math.max(...[...kept, ...due, lesson].map(other => other.startsAt));
    due.push(later(lesson, Math.floor((last - lesson.startsAt) / WEEK) * WEEK + WEEK));
  }
  return kept.sort((a, b) => a.startsAt - b.startsAt);
}

const later = ({ startsAt, endsAt }: Lesson, ms: number): Lesson => ({ startsAt: startsAt + ms, endsAt: endsAt + ms });

const isSame = (a: readonly Lesson[], b: readonly Lesson[]): boolean =>
  a.length === b.length &&
  a.every((lesson, index) => lesson.startsAt === b[index]?.startsAt && lesson.endsAt === b[index]?.endsAt);
