import type { EndpointName } from '../../domain/api';
import { DEAR, paceOf, payEarly, takeToken, type Bucket, type Early } from '../../domain/api/rate-limit';
import { isNarrowed } from '../line/narrowed';

/**
 * Instance memory: how often each person called lately (`domain/api/rate-limit.ts`). It costs the database nothing, and
 * it dies with the instance: a script that reaches many instances is let in by each, which is why nothing rests on this
 * but cost. What a claim may do is decided by the line.
 *
 * Two halves, so that forgetting costs nothing either: who calls stands in the younger one; when that is full, the older one
 * is forgotten at once. Who called is remembered until HALF others have called since.
 */
const HALF = 5_000;

let younger = new Map<string, Bucket>();
let older = new Map<string, Bucket>();

/** How long this person is to wait who calls this endpoint, in ms; 0 = come in. */
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

/** The claim of this person, which has just been let in, came before its time. */
export function chargeEarly(memberId: string, early: Early, now: number): void {
  const bucket = younger.get(memberId);
  if (bucket) younger.set(memberId, payEarly(bucket, early, paceOf('line.claim', isNarrowed(memberId, now))));
}
