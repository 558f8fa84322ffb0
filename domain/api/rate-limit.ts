import { SECOND } from '../base/clock';
import type { EndpointName } from './index';

/**
 * How often one person may call an instance: a bucket of tokens, one taken by each call, that fills by itself. Who goes
 * without a token is told BUSY, and when the next one is there.
 */
export interface Pace {
  /** So many calls at once, … */
  size: number;
  /** … and one more each time so many ms are over. */
  everyMs: number;
}

/**
 * Far above what a person does (five taps at each of five sections, with the board polled every second meanwhile; staff
 * saving a sheet class by class; an instructor's phone that sends the rolls of a month), far below what a script does
 * (50 calls a second).
 */
export const WIDE: Pace = { size: 30, everyMs: 200 };

/** Whom WeChat takes for a machine may call so often: still more than a person taps. Nobody is kept out by it. */
export const NARROW: Pace = { size: 10, everyMs: SECOND };

/**
 * For what costs a dozen queries, seconds of work, or a call of WeChat's that has a quota for everybody together: ten at
 * once and ten a minute. Nobody reads their own data, saves a profile, asks for leave or exports a sheet more often; a
 * script gets three queries a second out of it.
 */
export const DEAR: Pace = { size: 10, everyMs: 6 * SECOND };

/**
 * A claim that comes before its time costs more than one token, so that whoever hammers before the stroke, or at a place
 * that is about to reopen, is BUSY when it opens and not ahead of who taps once. One tap too early has no consequence; the
 * second one within seconds does. Asking for a place that reopens is honest and cheaper: at the pace that the answer asks
 * for nobody is ever kept waiting, and nobody gets to ask more often.
 */
const EARLY_SHARE = { NOT_OPEN: 2 / 3, REOPENING: 1 / 3 } as const;
export type Early = keyof typeof EARLY_SHARE;

const DEAR_ENDPOINTS: ReadonlySet<EndpointName> = new Set<EndpointName>([
  // Everything that is kept about somebody.
  'member.data',
  'member.eraseLook',
  'member.erase',
  'export.mine',
  // What is written is shown to WeChat first; a telephone number is asked of it.
  'member.save',
  'member.phone',
  'lesson.leave',
  'lesson.appeal',
  // Whole batches, whole collections.
  'export.make',
  'staff.check',
  'rehearsal.run',
  // A workbook is unpacked, read and written. Reading and importing one come with each cell that staff mend, and their work is
  // bounded by the limits on cells.
  'draft.annotated',
]);

/** Which bucket a call takes from: every endpoint has one. */
export const paceOf = (endpoint: EndpointName, isMachine: boolean): Pace =>
  DEAR_ENDPOINTS.has(endpoint) ? DEAR : isMachine ? NARROW : WIDE;

/** WeChat's ranks go from 0 to 4, the higher the riskier. */
export const isRiskyRank = (rank: number): boolean => rank >= 3;

export interface Bucket {
  tokens: number;
  /** When the tokens were counted. */
  at: number;
  /** The last call that was let in came before its time (`payEarly`). */
  early?: true;
}

/**
 * One call: what is left in the bucket, and how long to wait in ms; 0 = come in. A call without a token takes none, so
 * that who hammers is let in as often as who comes at the right pace, and not less. The exception is a claim after one that
 * came before its time: then the bucket fills only while no claim is sent, or else long hammering would end by chance
 * right after the stroke.
 *
 * @param bucket `undefined` for who was not here lately. A clock that went back fills nothing.
 */
export function takeToken(
  bucket: Bucket | undefined,
  now: number,
  { size, everyMs }: Pace = WIDE,
  isClaim = false,
): { bucket: Bucket; waitMs: number } {
  const since = bucket ? Math.max(0, now - bucket.at) : 0;
  const tokens = bucket ? Math.min(size, bucket.tokens + since / everyMs) : size;
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, waitMs: 0 };
  if (bucket?.early && isClaim)
    return { bucket: { ...bucket, at: now }, waitMs: Math.ceil((1 - bucket.tokens) * everyMs) };
  const early = bucket?.early ? { early: bucket.early } : {};
  return { bucket: { tokens, at: now, ...early }, waitMs: Math.ceil((1 - tokens) * everyMs) };
}

/** Long before an opening nobody gains anything by asking, so nothing is charged: the pace has forgotten it by then. */
const JUST_BEFORE_MS = 15 * SECOND;
export const isJustBefore = (opensAt: number, now: number): boolean => opensAt - now <= JUST_BEFORE_MS;

/** What is left after a call that came before its time; it may be less than nothing. */
export const payEarly = ({ tokens, at }: Bucket, early: Early, { size }: Pace): Bucket => ({
  tokens: tokens - size * EARLY_SHARE[early],
  at,
  early: true,
});
