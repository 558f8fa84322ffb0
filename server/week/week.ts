import { DAY, startOfWeek } from '../../domain/base/clock';
import type { Lesson } from '../../domain/model';
import { _, findEvery, findOnly, readMany } from '../base/database';
import type { Run } from '../base/door';
import { CLASS_FIELDS, ofDraft, ofSection } from './classes-in-use';

const MOST_DRAFTS = 20;

/** The classes of all batches and drafts that meet in a week. Three operations, one more for each further 1,000 classes. */
export const week: Run<'staff.week'> = async ({ input: { at } }) => {
  const monday = startOfWeek(at);
  const meets = ({ startsAt }: Pick<Lesson, 'startsAt'>) => startsAt >= monday && startsAt < monday + 7 * DAY;
  const [sections, drafts] = await Promise.all([
    findEvery(
      'sections',
      // It may find a lesson of the Monday after, which `meets` leaves out.
      { lessons: _.elemMatch({ startsAt: _.gte(monday), endsAt: _.lt(monday + 8 * DAY) }) },
      CLASS_FIELDS,
    ),
    findOnly('drafts', {}, ['title', 'sections', 'holidays'], { orderBy: ['updatedAt', 'desc'], limit: MOST_DRAFTS }),
  ]);
  // The classes of a batch that was withdrawn still exist, but nobody shall find them.
  const batches = await readMany('batches', [...new Set(sections.map(section => section.batchId))]);
  const titles = new Map(batches.map(batch => [batch._id, batch.title]));
  const published = sections.flatMap(section => {
    const title = titles.get(section.batchId);
    return title === undefined ? [] : [ofSection(section, title)];
  });
  const classes = [...published, ...drafts.flatMap(ofDraft)]
    .map(one => ({ ...one, lessons: one.lessons.filter(meets) }))
    .filter(one => one.lessons.length > 0);
  const holidays = [...batches.flatMap(batch => batch.terms?.holidays ?? []), ...drafts.flatMap(one => one.holidays)];
  return { monday, classes, holidays: [...new Set(holidays)] };
};
