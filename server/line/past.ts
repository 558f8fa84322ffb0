import { isWithin, MINE_MS } from '../../domain/base/windows';
import { read, readMany } from '../base/database';
import type { Run } from '../base/door';
import { placesIn } from './places-of';

/** The number of batches on a page. A page holds the classes that one person had in them. */
const SIZE = 5;

/** My places in batches that ended long ago, the last to end first. Three operations. */
export const past: Run<'line.past'> = async ({ input: { after }, memberId, now }) => {
  const holds = (await read('standings', memberId))?.holds ?? [];
  const all = await readMany('batches', [...new Set(holds.map(hold => hold.batchId))]);
  const older = all
    .filter(batch => !isWithin(MINE_MS, batch, now))
    .sort((a, b) => b.lastLessonAt - a.lastLessonAt || (a._id < b._id ? 1 : -1))
    .filter(
      ({ lastLessonAt, _id }) => !after || lastLessonAt < after.at || (lastLessonAt === after.at && _id < after.id),
    );
  const batches = older.slice(0, SIZE);
  const places = await placesIn(new Map(batches.map(batch => [batch._id, batch])), holds, memberId);
  const last = batches.at(-1);
  return {
    page: batches.flatMap(batch => places.filter(one => one.batch.batchId === batch._id)),
    next: last && older.length > SIZE ? { at: last.lastLessonAt, id: last._id } : null,
  };
};
