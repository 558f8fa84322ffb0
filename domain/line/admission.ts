import { MINUTE } from '../base/clock';
import type { Batch, Section, Standing } from '../model';

type Settled = Standing['batches'][string] | undefined;

/**
 * True where the waiting room has let this person in, and to the batch as it was last published: what was settled before
 * a withdrawal rests on conditions that may have changed.
 */
export const isAdmitted = (of: Pick<Section, 'publishedAt'>, settled: Settled): boolean =>
  settled !== undefined && settled.settledAt >= of.publishedAt;

type Head = Pick<Section, 'batchId' | 'laterAt'>;

/** First-timers first: true while only they may claim. */
export const isHeadStart = ({ laterAt }: Pick<Section, 'laterAt'>, now: number): boolean =>
  laterAt !== undefined && now < laterAt;

/** False where a head start is on and it is not, or no longer, settled whether this person is a first-timer. */
export const isTurnSettled = (of: Head, { batches, first }: Standing, now: number): boolean =>
  !isHeadStart(of, now) || batches[of.batchId]?.later === true || (first?.includes(of.batchId) ?? false);

/** First-timers first: until when this person is to wait at `now`; `undefined` where they need not. */
export const waitsUntil = (of: Pick<Section, 'laterAt'>, settled: Settled, now: number): number | undefined =>
  settled?.later && isHeadStart(of, now) ? of.laterAt : undefined;

/** Where a batch only makes no-shows wait and no head start is set. */
const NO_SHOWS_WAIT_MINUTES = 10;

/** From when on those may claim who come later; `undefined` where all may from the opening on. */
export function laterAtOf({ opensAt, audience }: Pick<Batch, 'opensAt' | 'audience'>): number | undefined {
  const minutes = audience.headStartMinutes || (audience.noShow ? NO_SHOWS_WAIT_MINUTES : 0);
  return minutes > 0 ? opensAt + minutes * MINUTE : undefined;
}

/** True for who has a place in a batch, seat or wait, or has given one back. */
export const hadPlace = (settled: Settled): boolean =>
  settled !== undefined && (settled.count > 0 || settled.left !== undefined);

/**
 * True for who comes later: with first-timers first, who has or had a place in a batch that opened earlier than
 * this one; and who did not come as often as the batch's policy says.
 *
 * @param opensAtOf of a batch that is not over for long; one that is opened earlier
 * @param absences those that count (`no-show.ts`)
 */
export const isLater = (
  batch: Pick<Batch, '_id' | 'opensAt' | 'audience'>,
  standing: Standing | null,
  opensAtOf: (batchId: string) => number | undefined,
  absences: number,
): boolean =>
  (batch.audience.noShow !== undefined && absences >= batch.audience.noShow.strikes) ||
  (Boolean(batch.audience.headStartMinutes) &&
    Object.entries(standing?.batches ?? {}).some(
      ([batchId, settled]) =>
        batchId !== batch._id && hadPlace(settled) && (opensAtOf(batchId) ?? -Infinity) < batch.opensAt,
    ));
