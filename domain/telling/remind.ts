import { DAY, HOUR, MINUTE, SECOND, dayKey, startOfDay, timeText } from '../base/clock';
import type { Batch, Lesson, Section } from '../model';
import type { Roll } from '../roll/roll';
import { dayWord } from './notice-text';
import { heldLessons } from '../lesson/held-lessons';
import { seated } from '../line/line';

/**
 * 开放前提醒 and 明天上课: who is told when. Everything here follows from the clock and the documents, so that a timer that comes
 * late, twice or after a crash tells the same.
 */

/** Who follows a batch is told so long before it opens. */
export const REMIND_MS = 15 * MINUTE;
/** So many are told a minute: what an instance gets done, and a database and WeChat take, beside everything else. */
export const TOLD_A_MINUTE = 1_500;
/** And the last of a crowd still so long before. */
const LAST_MS = 3 * MINUTE;
/** However many they are; beyond it the last ones are told late rather than the first ones too early. */
export const EARLIEST_MS = 2 * HOUR;

/** From when on followers are told. A crowd begins earlier, so that its last one is told in time, too. */
export const remindFrom = (opensAt: number, followers: number): number =>
  opensAt - Math.min(EARLIEST_MS, Math.max(REMIND_MS, LAST_MS + Math.ceil(followers / TOLD_A_MINUTE) * MINUTE));

export const followId = (batchId: string, memberId: string): string => `${batchId}-${memberId}`;

/** Another opening is another notice; the same one is told once, whoever finds it. */
export const openingId = (batchId: string, opensAt: number, memberId: string): string =>
  `opening-${batchId}-${opensAt}-${memberId}`;

/** At most 20 characters, as WeChat takes them. */
export const openingWords = ({ opensAt }: Pick<Batch, 'opensAt'>): string =>
  `${timeText(opensAt)}${opensAt % MINUTE === 0 ? '' : `:${String(Math.floor((opensAt % MINUTE) / SECOND)).padStart(2, '0')}`} 开放，现在就能候场`;

/** The evening begins at this hour in Shanghai: after work, long before the night's rest. */
const EVENING = 18 * HOUR;

/** Tomorrow, once it is evening; `until` is exclusive. */
export function tomorrowOf(now: number): { from: number; until: number } | undefined {
  const today = startOfDay(now);
  return now - today < EVENING ? undefined : { from: today + DAY, until: today + 2 * DAY };
}

/** The first lesson of a class, if it is on that day. A class that was called off has none. */
export function firstLessonOn(
  section: Pick<Section, 'lessons' | 'cancelledAt'>,
  day: { from: number; until: number },
): Lesson | undefined {
  if (section.cancelledAt !== undefined) return undefined;
  const first = heldLessons(section.lessons)[0];
  return first && first.startsAt >= day.from && first.startsAt < day.until ? first : undefined;
}

/** One telling a class and day, wherever within the day the lesson is moved. */
export const tomorrowId = (sectionId: string, startsAt: number): string => `tomorrow-${sectionId}-${dayKey(startsAt)}`;

export const tomorrowWords = (section: Pick<Section, 'place'>, lesson: Lesson, now: number): string =>
  `${dayWord(lesson.startsAt, now)} ${timeText(lesson.startsAt)} 上课，${section.place}`;

/** Who comes to a lesson by a seat of theirs: not who has given it back, nor who is on leave, their seat lent or not. */
export const comingTo = (
  section: Pick<Section, 'line' | 'capacity'>,
  roll: Pick<Roll, 'leaves'> | null,
): { memberId: string }[] =>
  seated(section)
    .filter(({ memberId }) => !roll?.leaves.some(leave => leave.memberId === memberId))
    .map(({ memberId }) => ({ memberId }));
