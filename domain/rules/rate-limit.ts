import { SECOND } from '../clock';

/**
 * How often one person may call an instance: a bucket of tokens, one taken by each call, that fills by itself. Far above
 * what a person does (five taps at each of five sections, with the board polled every second meanwhile), far below what
 * a script does (50 calls a second). Who goes without a token is told BUSY, and when the next one is there.
 */
export const BUCKET_SIZE = 30;
export const TOKEN_EVERY_MS = 200;

/** Whom WeChat takes for a machine may call so often: still more than a person taps. Nobody is kept out by it. */
export const NARROW = { size: 10, everyMs: SECOND };
const WIDE = { size: BUCKET_SIZE, everyMs: TOKEN_EVERY_MS };

/** WeChat's ranks go from 0 to 4, the higher the riskier. */
export const isRiskyRank = (rank: number): boolean => rank >= 3;

export interface Bucket {
  tokens: number;
  /** When the tokens were counted. */
  at: number;
}

/**
 * One call: what is left in the bucket, and how long to wait in ms; 0 = come in. A call without a token takes none, so
 * that who hammers is let in as often as who comes at the right pace, and not less.
 *
 * @param bucket `undefined` for who was not here lately. A clock that went back fills nothing.
 */
export function takeToken(
  bucket: Bucket | undefined,
  now: number,
  { size, everyMs } = WIDE,
): { bucket: Bucket; waitMs: number } {
  const since = bucket ? Math.max(0, now - bucket.at) : 0;
  const tokens = bucket ? Math.min(size, bucket.tokens + since / everyMs) : size;
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, waitMs: 0 };
  return { bucket: { tokens, at: now }, waitMs: Math.min(SECOND, Math.ceil((1 - tokens) * everyMs)) };
}
