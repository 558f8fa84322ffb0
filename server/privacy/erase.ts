import { SECOND } from '../../domain/base/clock';
import { isRefused } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { begin } from './erase/begin';
import { sweep } from './erase/go-on';

/** Shorter than the function's time-out, because a person who has come for years is on hundreds of rolls. */
const FIRST_SWEEP_MS = 4 * SECOND;

/**
 * Begins an erasure and sweeps once immediately, so that people who wait move up now. The timer of `tell` does what is
 * left.
 */
export const erase: Run<'member.erase'> = async ({ input: { tappedAt }, memberId, now }) => {
  const erasure = await begin(memberId, now, tappedAt);
  if (isRefused(erasure)) return erasure;
  await sweep(erasure, now + FIRST_SWEEP_MS);
  return { startedAt: erasure.startedAt };
};
