import { FULL_AGAIN_MS, NARROW, takeToken, type Bucket } from '../../domain/rules/rate-limit';
import { isNarrowed } from './narrowed';

/**
 * Instance memory: how often each person called lately (`domain/rules/rate-limit.ts`). It costs the database nothing, and
 * it dies with the instance: a script that reaches many instances is let in by each, which is why nothing rests on this
 * but cost. What a claim may do is decided by the line.
 */
const MOST = 10_000;

/** In the order of their last call, so that whoever may be forgotten stands in front. */
const buckets = new Map<string, Bucket>();

/** How long this person is to wait, in ms; 0 = come in. */
export function waitOf(memberId: string, now: number): number {
  const { bucket, waitMs } = takeToken(buckets.get(memberId), now, isNarrowed(memberId, now) ? NARROW : undefined);
  buckets.delete(memberId);
  if (buckets.size >= MOST) forgetFull(now);
  buckets.set(memberId, bucket);
  return waitMs;
}

/** Forgets the full buckets, or where there are none the oldest one: memory has its bound whoever calls. */
function forgetFull(now: number): void {
  for (const [memberId, { at }] of buckets) {
    if (now - at < FULL_AGAIN_MS && buckets.size < MOST) return;
    buckets.delete(memberId);
  }
}
