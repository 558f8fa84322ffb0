import type { RehearsalNumbers } from '../../domain/rehearsal/rehearsal';
import { lineSize } from '../../domain/line/line';
import { batchOf, type RehearsedBatch } from '../../rehearse/batch';
import { find, read } from '../base/database';

interface Found extends RehearsedBatch {
  /** True if it is not published yet. */
  draft: boolean;
}

/** The batch, or the draft that is to become one; `undefined` if there is neither. */
export async function batchToRehearse(batchId: string): Promise<Found | undefined> {
  const batch = await read('batches', batchId);
  if (batch) {
    const sections = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
    const offered = sections.map(({ _id, ...section }) => ({ ...section, sectionId: _id }));
    return { ...batchOf(batch.title, offered), draft: false };
  }
  const draft = await read('drafts', batchId);
  if (!draft) return undefined;
  const offered = draft.sections.map(({ key, ...section }) => ({ ...section, sectionId: key }));
  return { ...batchOf(draft.title, offered), draft: true };
}

/** The size of the batch, for the numbers of a rehearsal. */
export const sizeOf = ({ title, sections }: RehearsedBatch): RehearsalNumbers['batch'] => ({
  title,
  sections: sections.length,
  capacity: sections.reduce((sum, one) => sum + one.capacity, 0),
  places: sections.reduce((sum, one) => sum + lineSize(one), 0),
});
