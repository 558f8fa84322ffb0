import { SECOND } from '../base/clock';
import type { EndpointName } from './index';

/**
 * How often one person may call an instance. Each call takes a token from a bucket that fills by itself. A call that
 * finds none is answered BUSY, with the time of the next token.
 */
export interface Pace {
  /** This many calls at once … */
  size: number;
  /** … and one more each time this many ms have passed. */
  everyMs: number;
}

/**
 * Far above what a person does and far below what a script does (50 calls a second). Busy people are: somebody who taps
 * five times at each of five sections while the board is polled every second; staff who save a sheet class by class; an
 * instructor's phone that sends the rolls of a month.
 */
export const WIDE: Pace = { size: 30, everyMs: 200 };

/**
 * The pace for callers whom WeChat takes for a machine. It is still more than a person taps, so it keeps nobody out.
 */
export const NARROW: Pace = { size: 10, everyMs: SECOND };

/**
 * For calls that cost a dozen queries, seconds of work, or a call of WeChat's with a quota for everybody together: ten
 * at once and ten a minute. Nobody reads their own data, saves a profile, asks for leave or exports a sheet more often.
 * A script gets three queries a second out of it.
 */
export const DEAR: Pace = { size: 10, everyMs: 6 * SECOND };

/**
 * A claim that comes too early costs more than one token. So hammering before the stroke, or at a place that is about
 * to reopen, ends in BUSY at the opening, and people who tap once are served first. One tap too early has no
 * consequence; a second one within seconds does. Asking for a place that reopens is honest and costs less: nobody is
 * kept waiting at the pace that the answer asks for, and nobody can ask more often.
 */
const EARLY_SHARE = { NOT_OPEN: 2 / 3, REOPENING: 1 / 3 } as const;
export type Early = keyof typeof EARLY_SHARE;

const DEAR_ENDPOINTS: ReadonlySet<EndpointName> = new Set<EndpointName>([
  // These read all data about somebody.
  'member.data',
  'member.eraseLook',
  'member.erase',
  'export.mine',
  // Nobody guesses codes at this pace.
  'certificate.look',
  // Nobody goes through the members by the last four digits at this pace.
  'staff.find',
  // These show written text to WeChat first, or ask WeChat for a telephone number.
  'member.save',
  'member.phone',
  'lesson.leave',
  'lesson.appeal',
  'roll.message',
  'roll.putGroupCode',
  'wish.propose',
  'menu.save',
  'menu.answer',
  'rating.give',
  // These read whole batches or whole collections.
  'export.make',
  'certificate.take',
  'certificate.code',
  'certificate.section',
  'staff.check',
  'staff.todo',
  'rehearsal.run',
  'wish.look',
  'menu.list',
  'loop.courses',
  'loop.course',
  'report.file',
  'report.sign',
  'rating.overview',
  'rating.next',
  // This unpacks, reads and writes a workbook. Reading and importing one are not listed here, because they are called
  // for each cell that staff mend. Their work is bounded by the limits on cells.
  'draft.annotated',
]);

/** The pace of a call. Every endpoint has one. */
export const paceOf = (endpoint: EndpointName, isMachine: boolean): Pace =>
  DEAR_ENDPOINTS.has(endpoint) ? DEAR : isMachine ? NARROW : WIDE;

/** WeChat's ranks go from 0 to 4. A higher rank is riskier. */
export const isRiskyRank = (rank: number): boolean => rank >= 3;

export interface Bucket {
  tokens: number;
  /** When the tokens were counted. */
  at: number;
  /** True if the last call that was let in came too early (`payEarly`). */
  early?: true;
}

/**
 * Counts one call. Returns the bucket after it, and how long to wait in ms; 0 = come in. A call without a token takes
 * none, so somebody who hammers is let in as often as somebody who calls at the right pace. There is one exception:
 * after a claim that came too early, the bucket fills only while no claim is sent. Otherwise long hammering could end
 * by chance right after the stroke.
 *
 * @param bucket `undefined` for a caller who was not here lately. If the clock went back, nothing is filled.
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

/**
 * Earlier than this before an opening, asking brings no advantage. So nothing is charged, and the bucket would be full
 * again by the opening anyway.
 */
const JUST_BEFORE_MS = 15 * SECOND;
export const isJustBefore = (opensAt: number, now: number): boolean => opensAt - now <= JUST_BEFORE_MS;

/** The bucket after a call that came too early. It may be below zero. */
export const payEarly = ({ tokens, at }: Bucket, early: Early, { size }: Pace): Bucket => ({
  tokens: tokens - size * EARLY_SHARE[early],
  at,
  early: true,
});
