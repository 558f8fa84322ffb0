import { lectureMark } from '../../domain/lesson/lecture';
import { DAY, endText } from '../../domain/base/clock';
import type { Notice, Section } from '../../domain/model';
import { titleOf } from '../../domain/batch/title';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { peopleWhoCame } from '../../domain/rating/may-rate';
import { ratingWindow, refuseOutside, windowOf } from '../../domain/rating/window';
import { _, find, findEvery, findOnly } from '../base/database';
import { addNotices } from '../telling/add-notices';

/** Looks back so far, for a night that was missed and for marks that a phone sent late. */
const BACK_MS = 3 * DAY;
const CALLED_OFF_MS = 30 * DAY;

/**
 * Tells those who came to a class that has just ended, once, that they can rate it. Nobody's phone rings. A notice has
 * its id from the class and the person, so the next nights find it written.
 */
export async function tellRatings(now: number): Promise<void> {
  const since = now - BACK_MS;
  // A class ends with its batch at the latest. One that is called off may end a batch before its last lesson.
  const batches = await findEvery('batches', { lastLessonAt: _.gt(since - CALLED_OFF_MS) }, ['title']);
  if (batches.length === 0) return;
  const FIELDS = ['batchId', 'kind', 'course', 'name', 'lessons', 'cancelledAt', 'movedAt'] as const;
  const theirs = { batchId: _.in(batches.map(batch => batch._id)) };
  const sections = (await findEvery('sections', theirs, FIELDS)).filter(section => {
    const window = ratingWindow(section);
    return window !== null && window.from > since && window.from <= now;
  });
  const books = await booksOf(sections.map(section => section._id));
  for (const section of sections) {
    const window = windowOf(section, books.get(section._id) ?? null);
    // A lesson was added after the results were out. The class cannot be rated again.
    if (!window || refuseOutside(window, now)) continue;
    const came = peopleWhoCame(await find('rolls', { sectionId: section._id })).filter(id => !isAnonymous(id));
    await addNotices(came.map(memberId => noticeFor(section, memberId, window.until, now)));
  }
}

async function booksOf(ids: readonly string[]) {
  const books = ids.length > 0 ? await findOnly('ratings', { _id: _.in([...ids]) }, ['closesAt', 'came']) : [];
  return new Map(books.map(book => [book._id, book]));
}

const noticeFor = (
  section: Pick<Section, '_id' | 'batchId' | 'kind' | 'course' | 'name'>,
  memberId: string,
  until: number,
  now: number,
): Notice => ({
  _id: `rating-${section._id}-${memberId}`,
  memberId,
  kind: 'RATING_OPENS',
  sectionId: section._id,
  batchId: section.batchId,
  title: titleOf(section),
  ...lectureMark(section),
  text: `在“我的课”里评一评，不记名，到 ${endText(until, now)} 为止`,
  createdAt: now,
  readAt: null,
});
