import { dateText, DAY } from '../../domain/base/clock';
import type { Section } from '../../domain/model';
import { rollIdOf, type Roll } from '../../domain/roll/roll';
import { closed } from '../../domain/attendance/no-show';
import { CLOSES_ITSELF_AFTER_MS, closesItself } from '../../domain/attendance/to-confirm';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { titleOf } from '../../domain/batch/title';
import { toldOf } from '../../domain/line/entry';
import { act, type Act } from '../record/act';
import { rollIn, writeRoll } from '../roll/change-roll';
import { _, find, findEvery, findOnly, PAGE, readMany, updateWhere } from '../base/database';
import { lessonOf, type LessonOf } from '../lesson/lesson-of';
import type { Transaction } from '../base/transaction';

/** How far back to look for lessons without a roll. If a few nights fail, the next one makes it good. */
const LOOKS_BACK_MS = 30 * DAY;

type Who = Pick<Act, 'actId' | 'content' | 'by' | 'byName'>;

/**
 * 结课 of one lesson: from then on only staff correct it, and everybody who did not come is a no-show. It goes on the
 * record. Closing twice is closing once.
 */
export async function closeLesson(
  about: LessonOf,
  who: Who,
  now: number,
): Promise<Refused<'ROLL_CLOSED' | 'LESSON_NOT_OVER'> | undefined> {
  const { section, lesson } = about;
  if (now < lesson.endsAt) return refuse('LESSON_NOT_OVER');
  const given = await find('notices', { sectionId: section._id, kind: _.in(['PROMOTED', 'ADDED']) });
  const givenAt = new Map(given.sort((a, b) => a.createdAt - b.createdAt).map(one => [toldOf(one), one.createdAt]));
  const done = await act<null, Refused<'ROLL_CLOSED'>>({ ...who, act: 'attendance.close', now }, async transaction => {
    const found = await rollIn(transaction, about);
    if (found.before.closedAt !== null) return refuse('ROLL_CLOSED');
    const after = closed(section, found.before, lesson, id => givenAt.get(id), now);
    await writeRoll(transaction, found, after);
    await settleErased(transaction, section._id, after);
    return {
      result: null,
      summary: `确认考勤：${titleOf(section)} ${dateText(lesson.startsAt)}，${after.noShows.length} 人记缺课`,
      batchId: section.batchId,
      sectionId: section._id,
    };
  });
  return isRefused(done) ? done : undefined;
}

/** A person who was erased between the lesson and its closing still gets the absence; their erasure remembers it. */
async function settleErased(transaction: Transaction, sectionId: string, { noShows, startsAt }: Roll): Promise<void> {
  for (const { _id, pending = [] } of await find('erasures', { 'pending.sectionId': sectionId })) {
    if (!pending.some(one => noShows.includes(one.alias))) continue;
    const erasure = transaction.doc('erasures', _id);
    if ((await erasure.get()).data) await erasure.update({ data: { missed: _.addToSet(startsAt) } });
  }
}

/** The most in one night: lessons to close, and pages of old rolls to search for them. */
const CLOSED = 500;
const PAGES = 2;

/**
 * Closes the lessons that staff have left open for a week, including those that nobody has written to. They matter
 * because a seat that was given back late and stayed empty costs an absence all the same. A lesson that cannot be
 * closed does not hold up the others.
 *
 * @param reportId the night's report, which keeps where the next night continues with old rolls
 * @returns how many were closed
 */
export async function closeOldLessons(reportId: string, now: number): Promise<number> {
  const from = await lastStop();
  const old = await oldRolls(from, now);
  let count = 0;
  for (const { sectionId, lessonIndex } of new Map([...(await recentLessons(now)), ...old.lessons]).values()) {
    if (count >= CLOSED) break;
    if (await closesNow(sectionId, lessonIndex, now)) count += 1;
  }
  // Lessons that were not reached tonight are looked for again.
  const rollsUpTo = count < CLOSED ? old.stoppedAt : from;
  if (rollsUpTo !== from) await updateWhere('checks', { _id: reportId }, { rollsUpTo });
  return count;
}

async function closesNow(sectionId: string, lessonIndex: number, now: number): Promise<boolean> {
  try {
    const about = await lessonOf(sectionId, lessonIndex);
    if (isRefused(about) || about.roll.closedAt !== null || !closesItself(about.section, about.lesson, now))
      return false;
    const who = { actId: `night-${about.roll._id}`, content: null, by: 'nightly', byName: '自动' };
    return !(await closeLesson(about, who, now));
  } catch (error) {
    console.error(
      JSON.stringify({ level: 'error', text: `${sectionId} ${lessonIndex} not closed`, error: String(error) }),
    );
    return false;
  }
}

/** Where the search among old rolls stopped last; '' = it reached their end. */
async function lastStop(): Promise<string> {
  const [last] = await find('checks', { rollsUpTo: _.exists(true) }, { orderBy: ['startedAt', 'desc'], limit: 1 });
  return last?.rollsUpTo ?? '';
}

function* inParts<T>(list: readonly T[]): Generator<T[]> {
  for (let begin = 0; begin < list.length; begin += PAGE) yield list.slice(begin, begin + PAGE);
}

type LessonId = Pick<Roll, 'sectionId' | 'lessonIndex'>;
type Dated = Pick<Section, '_id' | 'batchId' | 'lessons' | 'cancelledAt'>;
const DATED = ['batchId', 'lessons', 'cancelledAt'] as const;

/** Keeps the sections of published batches. Those of a withdrawn batch still exist, but nobody shall find them. */
async function published(sections: readonly Dated[]): Promise<Dated[]> {
  const batchIds = [...new Set(sections.map(one => one.batchId))];
  const there = new Set((await readMany('batches', batchIds)).map(batch => batch._id));
  return sections.filter(one => there.has(one.batchId));
}

/**
 * Lessons of the last weeks that are not closed, by the ids of their rolls. They are derived from their classes and not
 * from rolls. A roll that was begun before its lesson was moved still has the old time, and a lesson that nobody has
 * written to has no roll.
 */
async function recentLessons(now: number): Promise<Map<string, LessonId>> {
  const until = now - CLOSES_ITSELF_AFTER_MS;
  const during = { lessons: _.elemMatch({ startsAt: _.gt(until - LOOKS_BACK_MS), endsAt: _.lte(until) }) };
  const due = new Map<string, LessonId>();
  for (const section of await published(await findEvery('sections', during, DATED)))
    for (const [lessonIndex, lesson] of section.lessons.entries())
      if (lesson.startsAt > until - LOOKS_BACK_MS && closesItself(section, lesson, now))
        due.set(rollIdOf(section._id, lessonIndex), { sectionId: section._id, lessonIndex });
  for (const ids of inParts([...due.keys()]))
    for (const roll of await findOnly('rolls', { _id: _.in(ids), closedAt: _.neq(null) }, ['_id']))
      due.delete(roll._id);
  return due;
}

/**
 * Older lessons to close. They have a roll and are taken in the order of ids, each night from where the last one
 * stopped. Rolls of lessons that were called off stay open for good.
 */
async function oldRolls(from: string, now: number): Promise<{ lessons: Map<string, LessonId>; stoppedAt: string }> {
  const lessons = new Map<string, LessonId>();
  let after = from;
  for (let page = 0; page < PAGES; page += 1) {
    const open = await findOnly(
      'rolls',
      { _id: _.gt(after), closedAt: null, startsAt: _.lt(now - CLOSES_ITSELF_AFTER_MS) },
      ['sectionId', 'lessonIndex'],
      { orderBy: ['_id', 'asc'] },
    );
    const sections = await findOnly('sections', { _id: _.in([...new Set(open.map(roll => roll.sectionId))]) }, DATED);
    const byId = new Map((await published(sections)).map(section => [section._id, section]));
    for (const { _id, sectionId, lessonIndex } of open) {
      const section = byId.get(sectionId);
      const lesson = section?.lessons[lessonIndex];
      if (section && lesson && closesItself(section, lesson, now)) lessons.set(_id, { sectionId, lessonIndex });
      after = _id;
    }
    if (open.length < PAGE) return { lessons, stoppedAt: '' };
  }
  return { lessons, stoppedAt: after };
}
