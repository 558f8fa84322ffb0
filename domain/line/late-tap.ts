import type { Standing } from '../model';
import type { Roll } from '../roll/roll';

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

/** True for a tap from before something that the person has done since, and that it would undo. */
export const isOlder = (tappedAt: number | undefined, since: number): boolean =>
  tappedAt !== undefined && tappedAt < since;

/** 请假 and 我能来了 undo each other: a tap from before the other one, which arrives after it, is not what the person wants now. */
const isOlderThan = (
  acts: readonly { memberId: string; at: number }[] | undefined,
  memberId: string,
  tappedAt: number | undefined,
): boolean => tappedAt !== undefined && (acts ?? []).some(act => act.memberId === memberId && act.at >= tappedAt);

export const leaveIsOvertaken = (roll: Roll, memberId: string, tappedAt: number | undefined): boolean =>
  !roll.leaves.some(leave => leave.memberId === memberId) && isOlderThan(roll.comings, memberId, tappedAt);

export const comingIsOvertaken = (roll: Roll, memberId: string, tappedAt: number | undefined): boolean =>
  isOlderThan(roll.leaves, memberId, tappedAt);
