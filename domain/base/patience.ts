/** How long a call goes on trying before it says BUSY, in ms; the functions and the rehearsal both go by it. */

/**
 * For a claim. Together with the function's time-out of 5 s it stays well below HOLD_TTL_MS, so that nobody joins on a
 * hold that others may already call unused.
 */
export const PATIENCE_MS = 3_500;
/**
 * How often and how long a call waits for another call of the same person. It is short because an instance has others
 * to serve.
 */
export const WAITS = 5;
export const PAUSE_MS = 120;
/** The retry interval in BUSY, long enough for a claim in flight to end. */
export const COME_AGAIN_MS = 1_000;
