import { isRefused, type Refused } from '../../domain/base/refuse';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { DAY } from '../../domain/base/clock';
import type { Batch, Section } from '../../domain/model';
import { instantsOf, yearBefore, type Instants, type Span } from '../../domain/report/span';
import { isCurrent, type BatchSum, type RollState } from '../../domain/report/sum';
import { _, db, find, findEvery } from '../base/database';

const BATCH = [
  'title',
  'union',
  'opensAt',
  'closesAt',
  'firstLessonAt',
  'lastLessonAt',
  'anonymousAt',
] as const satisfies (keyof Batch)[];
const SECTION = [
  'batchId',
  'course',
  'name',
  'organisation',
  'instructor',
  'lessons',
  'cancelledAt',
] as const satisfies (keyof Section)[];

export type BatchSeen = Pick<Batch, (typeof BATCH)[number] | '_id'>;
type SectionSeen = Pick<Section, (typeof SECTION)[number] | '_id'>;

/** The parts of a batch that have to be summed before its numbers are right. */
export interface Due {
  batch: BatchSeen;
  /** As it was when this was found out; `undefined` if there is none. */
  sum: BatchSum | undefined;
  sectionIds: string[];
  /** The people who were turned away have to be taken over from the tallies. */
  away: boolean;
}

/** The sums of a span and of the same days a year earlier. */
export interface Look {
  span: Span;
  instants: Instants;
  before: Span;
  beforeInstants: Instants;
  batches: ReadonlyMap<string, BatchSeen>;
  sums: BatchSum[];
  due: Due[];
  /** Lessons of a time that are over and not closed. */
  openLessonsIn: (instants: Instants) => number;
}

/** This long after its last lesson every lesson of a batch is closed, by the night at the latest. */
const SETTLED_MS = 9 * DAY;

/**
 * Looks at the sums of every batch that counts for a span, and at what they lack. Five operations, however long the
 * union has been at it. A batch of the span or of the year before is compared with its rolls. An older one only says
 * who has been there before, so a sum that was made after its end is enough.
 */
export async function lookAt(span: Span, now: number): Promise<Look | Refused<'BAD_SPAN'>> {
  const instants = instantsOf(span);
  if (isRefused(instants)) return instants;
  const before = yearBefore(span);
  const beforeInstants = instantsOf(before);
  if (isRefused(beforeInstants)) return beforeInstants;

  const all = await findEvery('batches', { opensAt: _.lt(instants.until) }, BATCH);
  const recent = all.filter(batch => batch.lastLessonAt >= beforeInstants.from);
  const older = all.filter(batch => batch.lastLessonAt < beforeInstants.from && batch.anonymousAt === undefined);
  const [sums, olderSums] = await Promise.all([sumsOf(recent), sumsOf(older, { away: false })]);
  const known = new Map([...sums, ...olderSums].map(sum => [sum._id, sum]));
  const unsettled = older.filter(({ _id, lastLessonAt }) => (known.get(_id)?.at ?? 0) < lastLessonAt + SETTLED_MS);

  const checked = [...recent, ...unsettled];
  const ids = checked.map(batch => batch._id);
  const [sections, states] = await Promise.all([sectionsOf(ids), rollStatesOf(ids)]);
  const byBatch = new Map<string, SectionSeen[]>();
  for (const section of sections) byBatch.set(section.batchId, [...(byBatch.get(section.batchId) ?? []), section]);
  const due = checked.flatMap(batch => {
    const sum = known.get(batch._id);
    const sectionIds = (byBatch.get(batch._id) ?? [])
      .filter(one => !isCurrent(sum?.sections[one._id], one, states.get(one._id)))
      .map(one => one._id);
    const away = now >= batch.closesAt && batch.opensAt >= beforeInstants.from && sum?.away === undefined;
    const isUnsettled = unsettled.includes(batch) && now >= batch.lastLessonAt + SETTLED_MS;
    return sectionIds.length > 0 || away || isUnsettled ? [{ batch, sum, sectionIds, away }] : [];
  });
  return {
    span,
    instants,
    before,
    beforeInstants,
    batches: new Map(all.map(batch => [batch._id, batch])),
    sums: [...known.values()],
    due,
    openLessonsIn: during => openLessons(sections, known, during, now),
  };
}

const sumsOf = async (batches: readonly BatchSeen[], { away = true } = {}): Promise<BatchSum[]> => {
  const ids = batches.map(batch => batch._id);
  if (ids.length === 0) return [];
  if (away) return find('sums', { _id: _.in(ids) });
  return findEvery('sums', { _id: _.in(ids) }, ['lastLessonAt', 'at', 'revision', 'sections']);
};

const sectionsOf = (batchIds: readonly string[]): Promise<SectionSeen[]> | SectionSeen[] =>
  batchIds.length === 0 ? [] : findEvery('sections', { batchId: _.in([...batchIds]) }, SECTION);

/** More sections than an aggregation gives at most would need the sums of thirty years in one span. */
const MOST_SECTIONS = 10_000;
const $ = _.aggregate;

/** How far the rolls of each section are closed. The database counts, so no roll travels. */
async function rollStatesOf(batchIds: readonly string[]): Promise<Map<string, RollState>> {
  if (batchIds.length === 0) return new Map();
  const answer = (await db
    .collection('rolls')
    .aggregate()
    .match({ batchId: _.in([...batchIds]), closedAt: _.gt(0) })
    .group({ _id: '$sectionId', rolls: $.sum(1), marks: $.sum('$markCount') })
    .limit(MOST_SECTIONS)
    .end()) as unknown as { list: (RollState & { _id: string })[] };
  return new Map(answer.list.map(({ _id, rolls, marks }) => [_id, { rolls, marks }]));
}

function openLessons(
  sections: readonly SectionSeen[],
  sums: ReadonlyMap<string, BatchSum>,
  { from, until }: Instants,
  now: number,
): number {
  const inSpan = ({ startsAt }: { startsAt: number }) => startsAt >= from && startsAt < until;
  return sections.reduce((all, section) => {
    const over = section.lessons.filter(one => inSpan(one) && one.endsAt <= now && takesPlace(section, one));
    const closed = sums.get(section.batchId)?.sections[section._id]?.lessons.filter(inSpan) ?? [];
    return all + Math.max(0, over.length - closed.length);
  }, 0);
}
