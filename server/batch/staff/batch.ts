import { countOf } from '../../../domain/line/place';
import { isTroubleOver } from '../../../domain/telling/push-trouble';
import { refuse } from '../../../domain/base/refuse';
import { roomLeft } from '../../../domain/line/room-left';
import { countFollowers } from '../../telling/count-followers';
import { find, read } from '../../base/database';
import type { Run } from '../../base/door';
import { staffCard } from '../batch-rows';
import { sectionCard } from '../cards';
import { seatedIn } from '../../../domain/line/line';

/** The present state of a batch, also of an archived one: counts, and when each line filled. */
export const batch: Run<'staff.batch'> = async ({ input: { batchId }, now }) => {
  const found = await read('batches', batchId);
  if (!found) return refuse('BATCH_NOT_FOUND');
  const lines = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
  const [latestCheck = null] = await find('checks', {}, { orderBy: ['startedAt', 'desc'], limit: 1 });
  const sections = lines.map(section => ({
    ...sectionCard(section),
    ...countOf(section),
    seated: seatedIn(section),
    joinedAt: section.line.map(entry => entry.at),
  }));
  return {
    batch: staffCard(found, roomLeft(sections), now),
    sections,
    latestCheck,
    followers: await countFollowers(batchId),
    messageTroubles: (await find('troubles', {})).filter(trouble => !isTroubleOver(trouble, now)),
  };
};
