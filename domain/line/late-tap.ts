import type { Standing } from '../model';
import type { Roll } from '../roll/roll';

type Settled = Standing['batches'][string] | undefined;

/**
 * A tap may arrive long after it was made, because a phone sends it again or the network delays it. A drop notes when
 * the person left (`left`), and a tap from before that instant brings nobody back.
 *
 * The tap's instant is the phone's guess of the server's clock, so within a second or so around the drop the order may
 * be mistaken. A person who is turned away by mistake only has to tap again. A tap without an instant (from an older
 * app) is taken as it comes. A claim that had reserved before the drop goes on.
 */
export const isOvertaken = (settled: Settled, sectionId: string, tappedAt: number | undefined): boolean =>
  tappedAt !== undefined && (settled?.left?.[sectionId] ?? -Infinity) >= tappedAt;

/** The path in a standing at which a drop is noted. It is removed with the batch's other settings, years later. */
export const leftPath = (batchId: string, sectionId: string): string => `batches.${batchId}.left.${sectionId}`;

/** True if the tap was made before something that the person has done since and that the tap would undo. */
export const isOlder = (tappedAt: number | undefined, since: number): boolean =>
  tappedAt !== undefined && tappedAt < since;

/**
 * 请假 and 我能来了 undo each other. A tap that was made before the other one but arrives after it is not what the person
 * intends now.
 */
const isOlderThan = (
  acts: readonly { memberId: string; at: number }[] | undefined,
  memberId: string,
  tappedAt: number | undefined,
): boolean => tappedAt !== undefined && (acts?.some(act => act.memberId === memberId && act.at >= tappedAt) ?? false);

export const leaveIsOvertaken = (roll: Roll, memberId: string, tappedAt: number | undefined): boolean =>
  !roll.leaves.some(leave => leave.memberId === memberId) && isOlderThan(roll.comings, memberId, tappedAt);

export const comingIsOvertaken = (roll: Roll, memberId: string, tappedAt: number | undefined): boolean =>
  isOlderThan(roll.leaves, memberId, tappedAt);
