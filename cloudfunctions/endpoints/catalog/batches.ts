import { roomLeft } from '../../../domain/rules/room-left';
import { batchCard } from '../../cards';
import type { Run } from '../../door';
import { isAnyPast, listedBatches } from '../../memory/batches';
import { boardsOf } from '../../memory/board';

/**
 * The scheduled batches that are not over for long, newest release first, with the seats left as of `countedAt` (the oldest
 * count among them). Three operations at most, however many batches there are or were.
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
