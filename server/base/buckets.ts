import type { EndpointName } from '../../domain/api';
import { DEAR, paceOf, payEarly, takeToken, type Bucket, type Early } from '../../domain/api/rate-limit';
import { isNarrowed } from '../line/narrowed';

/**
 * Instance memory: how often each person called lately (`domain/api/rate-limit.ts`). It costs the database nothing and
 * ends with the instance. A script that reaches many instances is let in by each of them, so this protects only the
 * cost. Whether a claim succeeds is decided by the line.
 *
 * The memory has two halves, so that forgetting costs nothing either. Each caller is entered in the younger half. When
 * that is full, the older half is forgotten at once. A caller is remembered until HALF others have called since.
 */
const HALF = 5_000;

let younger = new Map<string, Bucket>();
let older = new Map<string, Bucket>();

/** How long this person must wait before calling this endpoint, in ms; 0 = no wait. */
export function waitOf(endpoint: EndpointName, memberId: string, now: number): number {
  const pace = paceOf(endpoint, isNarrowed(memberId, now));
  const name = pace === DEAR ? `${memberId} dear` : memberId;
  const young = younger.get(name);
  const known = young ?? older.get(name);
  const { bucket, waitMs } = takeToken(known, now, pace, endpoint === 'line.claim');
  if (!young && younger.size >= HALF) {
    older = younger;
    younger = new Map();
  }
  younger.set(name, bucket);
  return waitMs;
}

/** Charges a person for a claim that was let in but came before its time. */
export function chargeEarly(memberId: string, early: Early, now: number): void {
  const bucket = younger.get(memberId);
  if (bucket) younger.set(memberId, payEarly(bucket, early, paceOf('line.claim', isNarrowed(memberId, now))));
}
