import type { FirstCome, Intake } from '../model';
import { refuse, type Refused } from '../base/refuse';

/** When a batch or a section takes claims: from the millisecond of opening to the millisecond before closing. */
export interface ClaimWindow {
  opensAt: number;
  closesAt: number;
}

/** A window, and the way in which places are given in it. */
export type IntakeWindow = ClaimWindow & Pick<Intake, 'mode'>;

export type Phase = 'upcoming' | 'open' | 'closed';

/**
 * The phase follows from the clock alone and is never stored, so that a release opens on the stroke without a timer.
 */
export function phaseOf(window: ClaimWindow, now: number): Phase {
  if (now >= window.closesAt) return 'closed';
  return now < window.opensAt ? 'upcoming' : 'open';
}

/** `undefined` while claims are taken. Otherwise NOT_OPEN or CLOSED, with the instant that matters. */
export function refuseByClock(window: IntakeWindow, now: number): Refused<'NOT_OPEN' | 'CLOSED'> | undefined {
  switch (phaseOf(window satisfies ClaimWindow & Pick<FirstCome, 'mode'>, now)) {
    case 'upcoming':
      return refuse('NOT_OPEN', { opensAt: window.opensAt });
    case 'closed':
      return refuse('CLOSED', { closesAt: window.closesAt });
    case 'open':
      return undefined;
  }
}

/**
 * Is it the time of the rush, from `beforeMs` before the stroke until `afterMs` after it, or until the end? Only places
 * that go to those who come first have one.
 */
export function isRush(window: IntakeWindow, now: number, beforeMs: number, afterMs: number): boolean {
  const { opensAt, closesAt } = window satisfies ClaimWindow & Pick<FirstCome, 'mode'>;
  return now >= opensAt - beforeMs && now < Math.min(closesAt, opensAt + afterMs);
}
