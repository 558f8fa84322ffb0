import { clashLinks, type ClashFacts } from '../../domain/line/clash-links';
import { _, find, findOnly, updateWhere } from '../base/database';

const FIELDS = ['_id', 'batchId', 'lessons', 'clashIds', 'revision', 'cancelledAt'] as const;
const ROUNDS = 5;

/**
 * Every section of the scheduled batches except one batch. There is one query for each batch, so that none is cut off.
 */
export async function liveSections(exceptBatchId?: string): Promise<ClashFacts[]> {
  const sections: ClashFacts[] = [];
  for (const { _id: batchId } of await find('batches', { state: 'scheduled' })) {
    if (batchId !== exceptBatchId) sections.push(...(await findOnly('sections', { batchId }, FIELDS)));
  }
  return sections.sort((a, b) => (a._id < b._id ? -1 : 1));
}

/** Writes clash ids to each section that is still as it was. The revision grows, so that no claim relies on old ids. */
export async function writeLinks(links: readonly ClashFacts[]): Promise<boolean> {
  let all = true;
  for (const { _id, clashIds, revision } of links) {
    const written = await updateWhere(
      'sections',
      { _id, revision },
      { clashIds: _.set(clashIds), revision: revision + 1 },
    );
    all &&= written;
  }
  return all;
}

/**
 * Makes a scheduled batch and all others name each other's clashing sections. It is done after the publishing too: if
 * two batches are published at once, each looks before the other is there.
 */
export async function linkClashes(batchId: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (await writeLinks(clashLinks(await liveSections(), batchId))) return;
  }
  throw new Error(`The clash ids of ${batchId} could not be written: its neighbours change all the time`);
}
