import type * as FastCheck from 'fast-check';

/** Enough to reach every branch; the specs themselves make thousands. */
const MOST_RUNS = 30;

/**
 * fast-check for mutants: few runs, always the same ones, and no search for the smallest example once one is found.
 * Other packages are unchanged.
 */
export function tamed(name: string, loaded: unknown): unknown {
  if (name !== 'fast-check') return loaded;
  const real = loaded as typeof FastCheck;
  const assert = (property: FastCheck.IRawProperty<unknown>, how: FastCheck.Parameters<unknown> = {}) =>
    real.assert(property, {
      ...how,
      seed: how.seed ?? 1,
      numRuns: Math.min(how.numRuns ?? MOST_RUNS, MOST_RUNS),
      endOnFailure: true,
    });
  const own = { ...real, assert };
  return { ...own, default: own, __esModule: true };
}
