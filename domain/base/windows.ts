import { DAY } from './clock';
import type { Batch } from '../model';
import { USUAL_POLICY } from '../attendance/no-show';

/**
 * What is over leaves first pages by itself, by the clock, so that a page stays small however long a union has been at it.
 * Everything older is there on request, a page at a time. Each window is counted from the last lesson of a batch.
 */

/** A batch stands on the home page, under 往期, for two weeks. */
export const LISTED_MS = 14 * DAY;

/** An instructor still looks at rolls and sends corrections for some weeks. */
export const TAUGHT_MS = 28 * DAY;

/** A worker sees a class as long as an absence from it can count. */
export const MINE_MS = USUAL_POLICY.days * DAY;

/** The longest of them: what an instance remembers. */
export const RECENT_MS = Math.max(LISTED_MS, TAUGHT_MS, MINE_MS);

/** False from `windowMs` after the last lesson on. */
export const isWithin = (windowMs: number, { lastLessonAt }: Pick<Batch, 'lastLessonAt'>, now: number): boolean =>
  now < lastLessonAt + windowMs;

/** Batches that workers are shown without asking: those that nobody archived and that are not over for long. */
export const isListed = (batch: Pick<Batch, 'state' | 'lastLessonAt'>, now: number): boolean =>
  batch.state === 'scheduled' && isWithin(LISTED_MS, batch, now);
