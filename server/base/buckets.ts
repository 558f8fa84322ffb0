import QuickLRU from 'quick-lru';
import type { EndpointName } from '../../domain/api';
import { DEAR, paceOf, payEarly, takeToken, type Bucket, type Early } from '../../domain/api/rate-limit';
import { isNarrowed } from '../line/narrowed';

/**
 * Instance memory: how often each person called lately (`domain/api/rate-limit.ts`). It costs the database nothing and
 * ends with the instance. A script that reaches many instances is let in by each of them, so this protects only the
 * cost. Whether a claim succeeds is decided by the line.
 *
 * Each caller is remembered until at least MOST others have called since.
 */
const MOST = 5_000;
const memory = new QuickLRU<string, Bucket>({ maxSize: MOST });

/** How long this person must wait before calling this endpoint, in ms; 0 = no wait. */
export function waitOf(endpoint: EndpointName, memberId: string, now: number): number {
  const pace = paceOf(endpoint, isNarrowed(memberId, now));
  const name = pace === DEAR ? `${memberId} dear` : memberId;
  const { bucket, waitMs } = takeToken(memory.get(name), now, pace, endpoint === 'line.claim');
  memory.set(name, bucket);
  return waitMs;
}

/** Charges a person for a claim that was let in but came before its time. */
export function chargeEarly(memberId: string, early: Early, now: number): void {
  const bucket = memory.get(memberId);
  if (bucket) memory.set(memberId, payEarly(bucket, early, paceOf('line.claim', isNarrowed(memberId, now))));
}
