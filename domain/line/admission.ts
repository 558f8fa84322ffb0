import { MINUTE } from '../base/clock';
import type { Batch, Section, Standing } from '../model';

type Settled = Standing['batches'][string] | undefined;

/**
 * True if the waiting room has let this person in to the batch as it was last published. An admission from before a
 * withdrawal does not count, because the conditions may have changed since. Of a class it says besides whether that class is
 * for this person.
 */
export const isAdmitted = (of: Pick<Section, '_id' | 'publishedAt'>, settled: Settled): boolean =>
  settled !== undefined && settled.settledAt >= of.publishedAt && !settled.not?.includes(of._id);

/** The fields of a section that a head start needs. */
export type Head = Pick<Section, 'batchId' | 'laterAt'>;

/** First-timers first: true while only first-timers may claim. */
export const isHeadStart = ({ laterAt }: Pick<Head, 'laterAt'>, now: number): boolean =>
  laterAt !== undefined && now < laterAt;

/** False during a head start if it is not settled, or no longer settled, whether this person is a first-timer. */
export const isTurnSettled = (of: Head, { batches, first }: Standing, now: number): boolean =>
  !isHeadStart(of, now) || batches[of.batchId]?.later === true || (first?.includes(of.batchId) ?? false);

/** First-timers first: the instant until which this person has to wait; `undefined` if they need not wait at `now`. */
export const waitsUntil = (of: Pick<Head, 'laterAt'>, settled: Settled, now: number): number | undefined =>
  settled?.later && isHeadStart(of, now) ? of.laterAt : undefined;

/** The wait if a batch only makes no-shows wait and sets no head start. */
const NO_SHOWS_WAIT_MINUTES = 10;

/** The instant from which those who come later may claim; `undefined` if everybody may claim from the opening on. */
export function laterAtOf({ opensAt, audience }: Pick<Batch, 'opensAt' | 'audience'>): number | undefined {
  const minutes = audience.headStartMinutes || (audience.noShow ? NO_SHOWS_WAIT_MINUTES : 0);
  return minutes > 0 ? opensAt + minutes * MINUTE : undefined;
}

/** True if the person has a place in a batch (seat or wait) or has given one back. */
export const hadPlace = (settled: Settled): boolean =>
  settled !== undefined && (settled.count > 0 || settled.left !== undefined);

type LaterBatch = Pick<Batch, '_id' | 'opensAt' | 'audience'>;

/**
 * With first-timers first, true for anyone who has or had a place in a batch that opened earlier than this one.
 *
 * @param opensAtOf knows the batches that are running or ended recently; any other batch counts as opened earlier
 */
export const cameBefore = (
  batch: LaterBatch,
  standing: Standing | null,
  opensAtOf: (batchId: string) => number | undefined,
): boolean =>
  Boolean(batch.audience.headStartMinutes) &&
  Object.entries(standing?.batches ?? {}).some(
    ([batchId, settled]) =>
      batchId !== batch._id && hadPlace(settled) && (opensAtOf(batchId) ?? -Infinity) < batch.opensAt,
  );

/** True for anyone with as many absences as the batch's policy names. @param absences those that count (`no-show.ts`) */
export const hasStruck = ({ audience }: LaterBatch, absences: number): boolean =>
  audience.noShow !== undefined && absences >= audience.noShow.strikes;
