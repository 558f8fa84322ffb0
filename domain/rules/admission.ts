import { MINUTE } from '../clock';
import type { Batch, Section, Standing } from '../model';

type Settled = Standing['batches'][string] | undefined;

/**
 * True where the waiting room has let this person in, and to the batch as it was last published: what was settled before
 * a withdrawal rests on conditions that may have changed.
 */
export const isAdmitted = (of: Pick<Section, 'publishedAt'>, settled: Settled): boolean =>
  settled !== undefined && settled.settledAt > 0 && settled.settledAt >= (of.publishedAt ?? 0);

/** First-timers first: until when this person is to wait at `now`; `undefined` where they need not. */
export const waitsUntil = (of: Pick<Section, 'laterAt'>, settled: Settled, now: number): number | undefined =>
  settled?.later && of.laterAt !== undefined && now < of.laterAt ? of.laterAt : undefined;

/** From when on those may claim who have had a place before; `undefined` where all may from the opening on. */
export const laterAtOf = ({ opensAt, audience }: Pick<Batch, 'opensAt' | 'audience'>): number | undefined =>
  audience.headStartMinutes ? opensAt + audience.headStartMinutes * MINUTE : undefined;

/**
 * True for who has a place, seat or wait, in a batch that opened earlier than this one.
 *
 * @param opensAtOf of a batch that is not archived; an archived one opened earlier
 */
export const isLater = (
  batch: Pick<Batch, '_id' | 'opensAt'>,
  standing: Standing | null,
  opensAtOf: (batchId: string) => number | undefined,
): boolean =>
  Object.entries(standing?.batches ?? {}).some(
    ([batchId, { count }]) => batchId !== batch._id && count > 0 && (opensAtOf(batchId) ?? -Infinity) < batch.opensAt,
  );
