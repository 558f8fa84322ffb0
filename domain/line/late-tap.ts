import type { Standing } from '../model';

type Settled = Standing['batches'][string] | undefined;

/**
 * A tap may arrive long after it was made: a phone sends it again, the network keeps it back. A drop notes when the person
 * left (`left`), and a tap from before that instant brings nobody back.
 *
 * Its limits: the tap's instant is the phone's guess of the server's clock, so that within a second or so around the drop the
 * order may be mistaken, and whoever is turned away so only has to tap again. A tap that says no instant (an app of before)
 * is taken as it comes. A claim that had reserved before the drop goes on.
 */
export const isOvertaken = (settled: Settled, sectionId: string, tappedAt: number | undefined): boolean =>
  tappedAt !== undefined && (settled?.left?.[sectionId] ?? -Infinity) >= tappedAt;

/** The place in a standing where a drop is noted. It goes with the batch's other settings, years later. */
export const leftPath = (batchId: string, sectionId: string): string => `batches.${batchId}.left.${sectionId}`;
