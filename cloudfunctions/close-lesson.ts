import { dateText, DAY } from '../domain/clock';
import type { Roll } from '../domain/roll';
import { takesPlace } from '../domain/rules/held-lessons';
import { closed } from '../domain/rules/no-show';
import { isRefused, refuse, type Refused } from '../domain/rules/refuse';
import { titleOf } from '../domain/rules/title';
import { act, type Act } from './db/act';
import { rollIn, writeRoll } from './db/change-roll';
import { _, find } from './db/database';
import { lessonOf, type LessonOf } from './db/lesson-of';
import type { Transaction } from './db/transaction';

/** What staff have not closed by then, the night closes: a policy must not hang on somebody's diligence. */
const CLOSES_ITSELF_AFTER_MS = 7 * DAY;

type Who = Pick<Act, 'actId' | 'content' | 'by' | 'byName'>;

/** 结课 of one lesson: from then on only staff correct, and who did not come is a no-show. On the record; twice is once. */
export async function closeLesson(
  about: LessonOf,
  who: Who,
  now: number,
): Promise<Refused<'ROLL_CLOSED' | 'LESSON_NOT_OVER'> | undefined> {
  const { section, lesson } = about;
  if (now < lesson.endsAt) return refuse('LESSON_NOT_OVER');
  const given = await find('notices', { sectionId: section._id, kind: _.in(['PROMOTED', 'ADDED']) });
  const givenAt = new Map(given.sort((a, b) => a.createdAt - b.createdAt).map(one => [one.memberId, one.createdAt]));
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

/** Whoever was erased between the lesson and its closing misses it all the same; their erasure remembers it. */
async function settleErased(transaction: Transaction, sectionId: string, { noShows, startsAt }: Roll): Promise<void> {
  for (const { _id, pending = [] } of await find('erasures', { 'pending.sectionId': sectionId })) {
    if (!pending.some(one => noShows.includes(one.alias))) continue;
    const erasure = transaction.doc('erasures', _id);
    if ((await erasure.get()).data) await erasure.update({ data: { missed: _.addToSet(startsAt) } });
  }
}

/** Closes the rolls that staff have left open for a week. Returns how many. */
export async function closeOldLessons(now: number): Promise<number> {
  const open = await find('rolls', { closedAt: null, startsAt: _.lt(now - CLOSES_ITSELF_AFTER_MS) });
  let count = 0;
  for (const { _id, sectionId, lessonIndex } of open) {
    const about = await lessonOf(sectionId, lessonIndex);
    if (
      isRefused(about) ||
      !takesPlace(about.section, about.lesson) ||
      now < about.lesson.endsAt + CLOSES_ITSELF_AFTER_MS
    )
      continue;
    const refusal = await closeLesson(
      about,
      { actId: `night-${_id}`, content: null, by: 'nightly', byName: '自动' },
      now,
    );
    if (!refusal) count += 1;
  }
  return count;
}
