import type { Run } from '../../door';
import { boardOf, seatsLeftOn } from '../../memory/board';
import { scheduledBatches } from '../../memory/batches';
import { batchCard } from '../../cards';

/** The scheduled batches, newest release first, with the seats left as of `countedAt` (the oldest count among them). */
export const batches: Run<'catalog.batches'> = async ({ now }) => {
  const cards = [];
  let countedAt = now;
  for (const batch of (await scheduledBatches(now)).values()) {
    const board = await boardOf(batch._id, now);
    countedAt = Math.min(countedAt, board.countedAt);
    cards.push(batchCard(batch, seatsLeftOn(board)));
  }
  return { batches: cards, countedAt };
};
