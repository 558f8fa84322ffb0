/**
 * A confirm that appears under the finger does nothing during this time, because the second half of a double click
 * would press it.
 */
export const ARMED_AFTER_MS = 600;
