import { SECOND } from './clock';

/**
 * How a phone paces itself. What decides order (the tap) is sent at once and never held back; what may be spread is
 * spread; what failed is tried again later and later, with full jitter, so that a crowd never moves in step. The app and
 * the rehearsal both use these.
 */

/** A claim is tried so often and so long; after that the person is told that nothing is known. */
export const MOST_TRIES = 6;
export const LONGEST_CLAIM_MS = 40 * SECOND;
/** Turned away at the platform's gate, which does not say when to come again. */
export const GATE_RETRY_MS = 3 * SECOND;
/** "Come back in a minute" is told and not waited for. */
export const LONGEST_RETRY_MS = 10 * SECOND;

/** The posted board is looked at so often, a little spread. */
export const POSTED_LOOK_MS = SECOND;

const BASE_WAIT_MS = 400;
const LONGEST_WAIT_MS = 6 * SECOND;

/** Full jitter, in ms: anywhere between nothing and a bound that doubles with each attempt, counted from 0. */
export const waitBefore = (attempt: number, random: () => number = Math.random): number =>
  random() * Math.min(LONGEST_WAIT_MS, BASE_WAIT_MS * 2 ** attempt);

const FIRST_BACK_OFF_MS = 2 * SECOND;
const LONGEST_BACK_OFF_MS = 30 * SECOND;

/**
 * When to look again, in ms: at the pace that the server asked for, a little spread; slower and slower while nothing is
 * heard (`asked` is undefined).
 *
 * @param failures looks in a row that brought nothing, this one included.
 */
export const lookAgainAfter = (asked: number | undefined, failures: number, random: () => number): number =>
  asked === undefined
    ? random() * Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** failures)
    : asked * (0.9 + 0.2 * random());

/** Those who open the page shortly before the stroke come spread over a while, in ms, and never in the last seconds. */
export function entryDelay(msToOpening: number, random: () => number = Math.random): number {
  const longest = msToOpening > 120 * SECOND ? 2 * SECOND : Math.min(8 * SECOND, msToOpening / 4);
  return Math.max(0, longest) * random();
}
