import { roomLeft } from '../../../domain/line/room-left';
import { batchCard } from '../cards';
import type { Run } from '../../base/door';
import { isAnyPast, listedBatches } from '../recent-batches';
import { boardsOf } from '../../line/board-memory';

/**
 * The scheduled batches that are still running or ended lately, newest release first. The seats left are as of
 * `countedAt`, the oldest count among them. Three operations at most, however many batches there are or were.
 */
export const batches: Run<'catalog.batches'> = async ({ now }) => {
  const listed = [...(await listedBatches(now)).values()];
  const boardOf = await boardsOf(
    listed.map(batch => batch._id),
    now,
  );
  return {
    batches: listed.map(batch => batchCard(batch, roomLeft(boardOf(batch._id).counts))),
    countedAt: Math.min(now, ...listed.map(batch => boardOf(batch._id).countedAt)),
    older: await isAnyPast(now),
  };
};
