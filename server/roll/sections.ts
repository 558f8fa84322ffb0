import { TAUGHT_MS } from '../../domain/base/windows';
import { sectionCard } from '../batch/cards';
import { _, find, findOnly, readMany } from '../base/database';
import { ownedBy, type Owned } from './own-section';
import type { Run } from '../base/door';
import type { Section } from '../../domain/model';
import { rollIdOf } from '../../domain/roll/roll';
import { seatedIn, waitingIn } from '../../domain/line/line';

/**
 * The caller's own sections of batches that are still running or ended lately, by first lesson, and those with a lesson at
 * which they stand in. Four operations, and one more if there are such lessons.
 */
export const sections: Run<'roll.sections'> = async ({ memberId, now }) => {
  const own = await ownedBy(memberId);
  if (!own) return { sections: [], older: false };
  const batches = await findOnly('batches', { lastLessonAt: _.gt(now - TAUGHT_MS) }, ['_id', 'title']);
  const titles = new Map(batches.map(batch => [batch._id, batch.title]));
  const batchIds = [...titles.keys()];
  const found = await find('sections', _.and([own.maybe, { batchId: _.in(batchIds) }]));
  const older = await findOnly('sections', _.and([own.maybe, { batchId: _.nin(batchIds) }]), [
    'instructor',
    'organisation',
  ]);
  const standing = await standingIn(
    found.filter(section => !own.is(section)),
    own,
  );
  const shown = found.filter(section => own.is(section) || standing.has(section._id));
  shown.sort((a, b) => (a.lessons[0]?.startsAt ?? 0) - (b.lessons[0]?.startsAt ?? 0));
  return {
    sections: shown.map(section => ({
      ...sectionCard(section),
      batchTitle: titles.get(section.batchId) ?? '',
      seated: seatedIn(section),
      waiting: waitingIn(section),
      ...(standing.has(section._id) ? { only: standing.get(section._id) ?? [] } : {}),
    })),
    older: older.some(own.is),
  };
};

/** By section, the lessons at which the caller stands in and that are not closed. */
async function standingIn(sections: readonly Section[], own: Owned): Promise<Map<string, number[]>> {
  const all = sections.flatMap(section => own.standsInAt(section).map(index => ({ id: section._id, index })));
  if (all.length === 0) return new Map();
  const rolls = await readMany(
    'rolls',
    all.map(({ id, index }) => rollIdOf(id, index)),
  );
  const closed = new Set(rolls.filter(roll => roll.closedAt !== null).map(roll => roll._id));
  const open = all.filter(({ id, index }) => !closed.has(rollIdOf(id, index)));
  const bySection = new Map<string, number[]>();
  for (const { id, index } of open) bySection.set(id, [...(bySection.get(id) ?? []), index]);
  return bySection;
}
