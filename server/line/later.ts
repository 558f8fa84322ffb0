import type { Later } from '../../domain/api';
import { strikesUntil } from '../../domain/attendance/no-show';
import { titleOf } from '../../domain/batch/title';
import type { Batch } from '../../domain/model';
import { _, findOnly } from '../base/database';
import type { Because } from './settle-eligibility';

/**
 * Says in the waiting room why a batch opens later for a person, and until when. It reads the names of the classes, once
 * for each visit of somebody with such absences; a claim never does.
 */
export async function laterSaid({ audience }: Batch, because: Because | undefined): Promise<{ later?: Later | null }> {
  if (!because) return audience.headStartMinutes ? { later: null } : {};
  const ids = [...new Set(because.absences.map(one => one.sectionId))];
  const sections = ids.length > 0 ? await findOnly('sections', { _id: _.in(ids) }, ['_id', 'course', 'name']) : [];
  const titles = new Map(sections.map(section => [section._id, titleOf(section)]));
  const absences = [
    ...because.missed.map(startsAt => ({ startsAt, title: '' })),
    ...because.absences.map(({ startsAt, sectionId }) => ({ startsAt, title: titles.get(sectionId) ?? '' })),
  ].sort((a, b) => a.startsAt - b.startsAt);
  const until =
    audience.noShow && absences.length > 0
      ? strikesUntil(
          absences.map(one => one.startsAt),
          audience.noShow,
        )
      : null;
  return { later: { cameBefore: because.cameBefore, absences, until } };
}
