import { MINUTE } from '../base/clock';

/** A message that fails this often is given up. The inbox has had the notice all along. */
export const MOST_TRIES = 5;

/** The pause after the `tries`-th try, in ms: 2, 4, 8, 16 minutes. */
export const pauseAfter = (tries: number): number => MINUTE * 2 ** tries;
