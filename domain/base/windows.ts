import { DAY } from './clock';
import type { Batch } from '../model';
import { USUAL_POLICY } from '../attendance/no-show';

/**
 * Old batches leave first pages by the clock alone, so that a page stays small however long a union has used the app.
 * Everything older can be requested, a page at a time. Each window is counted from the last lesson of a batch.
 */

/** A batch is listed on the home page, under 往期, for two weeks. */
export const LISTED_MS = 14 * DAY;

/** For some weeks an instructor still looks at rolls and sends corrections. */
export const TAUGHT_MS = 28 * DAY;

/** A worker sees a class for as long as an absence from it can count. */
export const MINE_MS = USUAL_POLICY.days * DAY;

/** The longest of these windows. An instance remembers batches for this long. */
export const RECENT_MS = Math.max(LISTED_MS, TAUGHT_MS, MINE_MS);

/** False once `windowMs` have passed since the last lesson. */
export const isWithin = (windowMs: number, { lastLessonAt }: Pick<Batch, 'lastLessonAt'>, now: number): boolean =>
  now < lastLessonAt + windowMs;

/** Batches that workers are shown without asking: not archived, and the last lesson not long past. */
export const isListed = (batch: Pick<Batch, 'state' | 'lastLessonAt'>, now: number): boolean =>
  batch.state === 'scheduled' && isWithin(LISTED_MS, batch, now);
