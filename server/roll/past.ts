import type { TaughtBefore } from '../../domain/api';
import type { Batch, Section } from '../../domain/model';
import { isWithin, TAUGHT_MS } from '../../domain/base/windows';
import { _, find, findEvery, readMany } from '../base/database';
import { ownedBy } from './own-section';
import type { Run } from '../base/door';
import { seatedIn } from '../../domain/line/line';

/**
 * Whole batches are added until the page has this many classes, because an organisation may run every class of a batch.
 */
const ENOUGH = 20;

/**
 * The caller's own sections of batches that ended long ago. Four operations, and one for each further 1,000 sections.
 */
export const past: Run<'roll.past'> = async ({ input: { after }, memberId, now }) => {
  const own = await ownedBy(memberId);
  if (!own) return { page: [], next: null };
  const taught = new Map<string, number>();
  for (const section of await findEvery('sections', own.maybe, ['batchId', 'instructor', 'organisation']))
    if (own.is(section)) taught.set(section.batchId, (taught.get(section.batchId) ?? 0) + 1);
  const older = (await readMany('batches', [...taught.keys()]))
    .filter(batch => !isWithin(TAUGHT_MS, batch, now))
    .sort((a, b) => b.lastLessonAt - a.lastLessonAt || (a._id < b._id ? 1 : -1))
    .filter(({ lastLessonAt: at, _id }) => !after || at < after.at || (at === after.at && _id < after.id));

  const batches: Batch[] = [];
  for (let classes = 0; classes < ENOUGH;) {
    const batch = older[batches.length];
    if (!batch) break;
    batches.push(batch);
    classes += taught.get(batch._id) ?? 0;
  }
  const found = await find('sections', _.and([own.maybe, { batchId: _.in(batches.map(batch => batch._id)) }]));
  const last = batches.at(-1);
  return {
    page: batches.flatMap(batch =>
      found
        .filter(section => section.batchId === batch._id && own.is(section))
        .map(section => taughtBefore(section, batch)),
    ),
    next: last && older.length > batches.length ? { at: last.lastLessonAt, id: last._id } : null,
  };
};

const taughtBefore = (section: Section, batch: Batch): TaughtBefore => {
  const { _id: sectionId, course, name, category, schedule, place, capacity } = section;
  const seated = seatedIn(section);
  return { sectionId, batchTitle: batch.title, course, name, category, schedule, place, capacity, seated };
};
