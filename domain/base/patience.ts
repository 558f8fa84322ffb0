/** How long a call goes on trying before it says BUSY, in ms; the functions and the rehearsal both go by it. */

/** A claim's. With the function's time-out of 5 s well below HOLD_TTL_MS: nobody joins on a hold that others may call unused. */
export const PATIENCE_MS = 3_500;
/** A call of the same person in flight is waited for this often and this long; an instance has others to serve. */
export const WAITS = 5;
export const PAUSE_MS = 120;
/** What BUSY says: long enough for a claim in flight to end. */
export const COME_AGAIN_MS = 1_000;
