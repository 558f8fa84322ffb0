import { dateText, DAY } from '../../domain/base/clock';
import type { Lesson, Section } from '../../domain/model';
import { rollIdOf, type Roll } from '../../domain/roll/roll';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { closed } from '../../domain/attendance/no-show';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { titleOf } from '../../domain/batch/title';
import { act, type Act } from '../record/act';
import { rollIn, writeRoll } from '../roll/change-roll';
import { _, find, findEvery, findOnly, PAGE, readMany } from '../base/database';
import { lessonOf, type LessonOf } from '../lesson/lesson-of';
import type { Transaction } from '../base/transaction';

/** What staff have not closed by then, the night closes: a policy must not hang on somebody's diligence. */
const CLOSES_ITSELF_AFTER_MS = 7 * DAY;
/** Lessons without a roll are looked for so far back: if a few nights fail, the next one makes it good. */
const LOOKS_BACK_MS = 30 * DAY;

const closesItself = (section: Pick<Section, 'cancelledAt'>, lesson: Lesson, now: number): boolean =>
  takesPlace(section, lesson) && now >= lesson.endsAt + CLOSES_ITSELF_AFTER_MS;

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

/**
 * Closes the lessons that staff have left open for a week, those among them that nobody has written to: a seat that was
 * given back late and stayed empty costs an absence all the same. Returns how many.
 */
export async function closeOldLessons(now: number): Promise<number> {
  let count = 0;
  for (const { sectionId, lessonIndex } of await openLessons(now)) {
    const about = await lessonOf(sectionId, lessonIndex);
    if (isRefused(about) || about.roll.closedAt !== null || !closesItself(about.section, about.lesson, now)) continue;
    const who = { actId: `night-${about.roll._id}`, content: null, by: 'nightly', byName: '自动' };
    if (!(await closeLesson(about, who, now))) count += 1;
  }
  return count;
}

function* inParts<T>(list: readonly T[]): Generator<T[]> {
  for (let begin = 0; begin < list.length; begin += PAGE) yield list.slice(begin, begin + PAGE);
}

type LessonId = Pick<Roll, 'sectionId' | 'lessonIndex'>;

/**
 * Lessons that may be left open, each once. Those of the last weeks follow from their classes, because a roll that was begun
 * before its lesson was moved still has the old time, and a lesson that nobody has written to has no roll. Older ones have a roll.
 */
async function openLessons(now: number): Promise<LessonId[]> {
  const until = now - CLOSES_ITSELF_AFTER_MS;
  const recent = await findEvery(
    'sections',
    { lessons: _.elemMatch({ startsAt: _.gt(until - LOOKS_BACK_MS), endsAt: _.lte(until) }) },
    ['batchId', 'lessons', 'cancelledAt'],
  );
  // The sections of a batch that was withdrawn stay where nobody finds them.
  const batchIds = [...new Set(recent.map(one => one.batchId))];
  const published = new Set((await readMany('batches', batchIds)).map(batch => batch._id));
  const due = recent
    .filter(one => published.has(one.batchId))
    .flatMap(({ _id, lessons, ...section }) =>
      lessons.flatMap((lesson, lessonIndex) =>
        lesson.startsAt > until - LOOKS_BACK_MS && closesItself(section, lesson, now)
          ? [{ sectionId: _id, lessonIndex }]
          : [],
      ),
    );
  const closed = new Set<string>();
  for (const ids of inParts(due.map(one => rollIdOf(one.sectionId, one.lessonIndex))))
    for (const roll of await findOnly('rolls', { _id: _.in(ids), closedAt: _.neq(null) }, ['_id']))
      closed.add(roll._id);
  const open = await find('rolls', { closedAt: null, startsAt: _.lt(until) });
  const all = [...due, ...open].map(({ sectionId, lessonIndex }) => ({ sectionId, lessonIndex }));
  const byRoll = new Map(all.map(one => [rollIdOf(one.sectionId, one.lessonIndex), one]));
  return [...byRoll].filter(([rollId]) => !closed.has(rollId)).map(([, one]) => one);
}
