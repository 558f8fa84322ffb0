import { SECOND } from '../../domain/base/clock';
import type { Plan, RehearsalNumbers, RehearsalSheet } from '../../domain/rehearsal/rehearsal';
import { advise } from '../../rehearse/advise';
import type { RehearsedBatch } from '../../rehearse/batch';
import { PROFILES } from '../../rehearse/profile';
import type { Rehearsal } from '../../rehearse/rehearsal';
import { rehearse, warmFor } from '../../rehearse/rehearse';
import { sheetOf } from '../../rehearse/sheet';
import { summaryOf } from '../../rehearse/summary';
import { gateCallsPerSecond } from '../line/gate';

/** Shorter than the function's time-out, so that time is left to write the result. */
const PATIENCE_MS = 50 * SECOND;

export const NOT_TRIED = '这么多人算得久，没有再试别的套餐，可以请技术人员细看';

class TookTooLong extends Error {}

/**
 * The rehearsal of `npm run rehearse` with its defaults: everybody within ten seconds, most at the stroke, with the
 * posted board, warmed as the product warms, and paced if the environment paces. The same batch, crowd and plan give the
 * same numbers. It computes without a pause, so nothing else runs in this instance. `undefined` if it takes longer than
 * the function may.
 */
export function findOut(
  batch: RehearsedBatch,
  people: number,
  plan: Plan,
  clock: () => number = () => performance.now(),
): { numbers: RehearsalNumbers; sheet: RehearsalSheet } | undefined {
  const profile = PROFILES[plan];
  const warm = warmFor(people, profile);
  const paced = gateCallsPerSecond() !== undefined;
  const how = { seconds: 10, curve: 'stroke', seed: 1, posted: true, paced, pacing: 'product' } as const;
  const rehearsal: Rehearsal = { batch, people, profile, warm, ...how };
  const end = clock() + PATIENCE_MS;
  const goOn = () => {
    if (clock() > end) throw new TookTooLong();
  };

  const summary = inTime(() => summaryOf(rehearse(rehearsal, goOn)));
  if (!summary) return undefined;
  const { check: _check, ...numbers } = summary;
  const advice = inTime(() => advise(rehearsal, summary, goOn)) ?? [NOT_TRIED];
  return { numbers, sheet: sheetOf(summary, advice) };
}

function inTime<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TookTooLong) return undefined;
    throw error;
  }
}
