import { DAY, startOfDay } from '../../domain/base/clock';
import type { BatchDraft } from '../../domain/model';
import type { TakenBy } from '../../domain/draft/taken';
import { _, findEvery, findOnly } from '../base/database';

/**
 * No lesson is longer than this. A batch stores only when its last lesson begins, so its end is estimated with this.
 */
const LONGEST_LESSON_MS = DAY;

/**
 * The classes of published batches that are not over and meet during the time of the draft. Two queries, and one more
 * for each further 1,000 classes.
 */
export async function takenDuring({ _id, sections }: BatchDraft, now: number): Promise<TakenBy[]> {
  const all = sections.flatMap(section => section.lessons);
  if (all.length === 0) return [];
  const begin = all.reduce((least, { startsAt }) => Math.min(least, startsAt), Infinity);
  const end = all.reduce((most, { endsAt }) => Math.max(most, endsAt), 0);
  const since = Math.max(startOfDay(now), begin - LONGEST_LESSON_MS);
  const batches = await findOnly('batches', { state: 'scheduled', lastLessonAt: _.gte(since) }, [
    'title',
    'firstLessonAt',
  ]);
  const meeting = batches.filter(batch => batch._id !== _id && batch.firstLessonAt < end);
  if (meeting.length === 0) return [];
  const titles = new Map(meeting.map(batch => [batch._id, batch.title]));
  const fields = ['batchId', 'course', 'name', 'instructor', 'place', 'lessons', 'cancelledAt'] as const;
  const found = await findEvery('sections', { batchId: _.in([...titles.keys()]) }, fields);
  return found
    .filter(section => section.cancelledAt === undefined)
    .map(({ course, name, instructor, place, lessons, batchId }) => {
      const batchTitle = titles.get(batchId) ?? '';
      return { course, name, instructor, place, lessons, batchTitle };
    });
}
