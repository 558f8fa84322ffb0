import { DAY, HOUR, MINUTE, SECOND, dateText, dayKey, startOfDay, timeText } from '../base/clock';
import type { Address, Batch, Lesson, NoticeKind, Section } from '../model';
import type { Roll } from '../roll/roll';
import { dayWord } from './notice-text';
import { kindWords } from '../batch/kind-words';
import { heldLessons } from '../lesson/held-lessons';
import { isLecture } from '../lesson/lecture';
import { addressOf, attendeeOf } from '../line/entry';
import { seated } from '../line/line';

/**
 * 开放前提醒 and 明天上课: the people who are told, and when. Everything here follows from the clock and the documents. So a
 * timer that comes late, twice or after a crash tells the same.
 */

/** People who follow a batch are told this long before it opens. */
export const REMIND_MS = 15 * MINUTE;
/** How many are told a minute. An instance, the database and WeChat can handle that many beside everything else. */
export const TOLD_A_MINUTE = 1_500;
/** The last of a crowd is told at least this long before the opening. */
const LAST_MS = 3 * MINUTE;
/**
 * Telling never begins earlier than this, however many followers there are. If there are too many, the last ones are
 * told late rather than the first ones too early.
 */
export const EARLIEST_MS = 2 * HOUR;

/**
 * The instant from which followers are told. A large crowd begins earlier, so that its last person is told in time,
 * too.
 */
export const remindFrom = (opensAt: number, followers: number): number =>
  opensAt - Math.min(EARLIEST_MS, Math.max(REMIND_MS, LAST_MS + Math.ceil(followers / TOLD_A_MINUTE) * MINUTE));

export const followId = (batchId: string, memberId: string): string => `${batchId}-${memberId}`;

/** The id of a reminder. Another opening gives another id; the same one is told once, whichever call finds it. */
export const openingId = (batchId: string, opensAt: number, memberId: string): string =>
  `opening-${batchId}-${opensAt}-${memberId}`;

/** At most 20 characters, which is WeChat's limit. */
export const openingWords = ({ opensAt }: Pick<Batch, 'opensAt'>): string =>
  `${timeText(opensAt)}${opensAt % MINUTE === 0 ? '' : `:${String(Math.floor((opensAt % MINUTE) / SECOND)).padStart(2, '0')}`} 开放，现在就能候场`;

/** The evening begins at this hour in Shanghai, after work and long before the quiet hours. */
const EVENING = 18 * HOUR;

/** The span of tomorrow if it is evening now; `until` is exclusive. */
export function tomorrowOf(now: number): { from: number; until: number } | undefined {
  const today = startOfDay(now);
  return now - today < EVENING ? undefined : { from: today + DAY, until: today + 2 * DAY };
}

/** A lesson to remind of. The first one has a subscription message of its own. */
export interface Reminder {
  lesson: Lesson;
  isFirst: boolean;
}

/** The earliest lesson of a class on that day, if there is one. A class that was called off has none. */
export function lessonOn(
  section: Pick<Section, 'lessons' | 'cancelledAt'>,
  day: { from: number; until: number },
): Reminder | undefined {
  if (section.cancelledAt !== undefined) return undefined;
  const held = heldLessons(section.lessons);
  const lesson = held.find(one => one.startsAt >= day.from && one.startsAt < day.until);
  return lesson && { lesson, isFirst: lesson === held[0] };
}

/** The id of a telling: one per class and day, even if the lesson is moved within the day. */
export const tomorrowId = (sectionId: string, startsAt: number): string => `tomorrow-${sectionId}-${dayKey(startsAt)}`;

/** The first lesson is told with 明天, which the inbox keeps true. Later ones name their day. */
export const tomorrowWords = (
  kind: NoticeKind,
  section: Pick<Section, 'kind' | 'place' | 'bring'>,
  { startsAt, by }: Lesson,
  now: number,
): string =>
  `${kind === 'TOMORROW' ? dayWord(startsAt, now) : dateText(startsAt)} ${timeText(startsAt)} ${kindWords(section).begins}，${section.place}${by ? `，${by}${isLecture(section) ? '主讲' : '代课'}` : ''}${section.bring ? `。请自带：${section.bring}` : ''}`;

/**
 * The holders of the seats whose people come to a lesson. People who have given it back or are on leave do not count,
 * whether their seat is lent or not.
 */
export const comingTo = (section: Pick<Section, 'line' | 'capacity'>, roll: Pick<Roll, 'leaves'> | null): Address[] =>
  seated(section)
    .filter(entry => !roll?.leaves.some(leave => leave.memberId === attendeeOf(entry)))
    .map(addressOf);
