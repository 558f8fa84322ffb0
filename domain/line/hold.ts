import { SECOND } from '../base/clock';
import type { Hold, LineEntry } from '../model';
import { keyOf } from './entry';

/**
 * How long a hold may exist before its line entry. A call joins the line within the function's time-out (5 s) after it
 * wrote the hold, or never; the rest allows for clocks that differ. Until then a hold without an entry belongs to a
 * call in flight.
 */
export const HOLD_TTL_MS = 8 * SECOND;

/**
 * - USED: the line has the entry of the same person and instant.
 * - IN_FLIGHT: not yet, but a call may still be about to join.
 * - UNUSED: no call will ever use it (a function that died, a give-back that got lost). To be released.
 */
export type HoldState = 'USED' | 'IN_FLIGHT' | 'UNUSED';

/** @param line the line of the hold's section, read after the hold; `undefined` if the section is gone. */
export function holdState(
  hold: Hold,
  memberId: string,
  line: readonly LineEntry[] | undefined,
  now: number,
): HoldState {
  if (line?.some(entry => keyOf(entry) === memberId && entry.at === hold.at)) return 'USED';
  return now - hold.at < HOLD_TTL_MS ? 'IN_FLIGHT' : 'UNUSED';
}
