import { TAUGHT_MS } from '../../domain/base/windows';
import { sectionCard } from '../batch/cards';
import { _, find, findOnly } from '../base/database';
import { ownedBy } from './own-section';
import type { Run } from '../base/door';
import { seatedIn, waitingIn } from '../../domain/line/line';

/** The caller's own sections of batches that are still running or ended lately, by first lesson. Four operations. */
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
  const shown = found.filter(own.is);
  shown.sort((a, b) => (a.lessons[0]?.startsAt ?? 0) - (b.lessons[0]?.startsAt ?? 0));
  return {
    sections: shown.map(section => ({
      ...sectionCard(section),
      batchTitle: titles.get(section.batchId) ?? '',
      seated: seatedIn(section),
      waiting: waitingIn(section),
    })),
    older: older.some(own.is),
  };
};
