import { SECOND } from './clock';

/**
 * How a phone paces itself. The tap decides order, so it is sent at once. It is held back only where the gate would refuse
 * nearly every call (`domain/line/crowd-pace.ts`). Calls that may be spread are spread. Failed calls are tried again at
 * growing intervals with full jitter, so that a crowd never moves in step. The app and the rehearsal both use these.
 */

/** A claim is tried this often and for this long. After that the person is told that nothing is known. */
export const MOST_TRIES = 6;
export const LONGEST_CLAIM_MS = 40 * SECOND;
/** The wait after a refusal at the platform's gate, which does not say when to come again. */
export const GATE_RETRY_MS = 3 * SECOND;
/** If the server asks for a longer wait than this, the person is told so and the app does not wait. */
export const LONGEST_RETRY_MS = 10 * SECOND;

/** How often the posted board is read, give or take a little. */
export const POSTED_LOOK_MS = SECOND;

/** After this a first claim no longer waits for its turn. */
export const LONGEST_TURN_MS = 20 * SECOND;

/** A wait without memory, in ms: it ends with the given chance a second, however long it has lasted. */
export const turnAfter = (chancePerSecond: number, random: () => number): number =>
  (-Math.log(1 - random()) / chancePerSecond) * SECOND;

const BASE_WAIT_MS = 400;
const LONGEST_WAIT_MS = 6 * SECOND;

/** Full jitter, in ms: anywhere between nothing and a bound that doubles with each attempt, counted from 0. */
export const waitBefore = (attempt: number, random: () => number = Math.random): number =>
  random() * Math.min(LONGEST_WAIT_MS, BASE_WAIT_MS * 2 ** attempt);

const FIRST_BACK_OFF_MS = 2 * SECOND;
const LONGEST_BACK_OFF_MS = 30 * SECOND;

/**
 * When to look again, in ms: at the pace that the server asked for, give or take a little. If nothing was heard
 * (`asked` is undefined), the waits grow longer and longer.
 *
 * @param failures looks in a row that brought nothing, this one included.
 */
export const lookAgainAfter = (asked: number | undefined, failures: number, random: () => number): number =>
  asked === undefined
    ? random() * Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** failures)
    : asked * (0.9 + 0.2 * random());

/**
 * The delay, in ms, for a person who opens the page shortly before the stroke. It spreads the crowd over a while and
 * never reaches into the last seconds.
 */
export function entryDelay(msToOpening: number, random: () => number = Math.random): number {
  const longest = msToOpening > 120 * SECOND ? 2 * SECOND : Math.min(8 * SECOND, msToOpening / 4);
  return Math.max(0, longest) * random();
}
