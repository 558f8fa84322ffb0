import type { FirstCome } from '../model';
import { refuse, type Refused } from '../base/refuse';

/** When a batch or a section takes claims: from the millisecond of opening to the millisecond before closing. */
export interface ClaimWindow {
  opensAt: number;
  closesAt: number;
}

/** A window in which places go to those who come first. */
export type FirstComeWindow = ClaimWindow & Pick<FirstCome, 'mode'>;

export type Phase = 'upcoming' | 'open' | 'closed';

/**
 * The phase follows from the clock alone and is never stored, so that a release opens on the stroke without a timer.
 */
export function phaseOf(window: ClaimWindow, now: number): Phase {
  if (now >= window.closesAt) return 'closed';
  return now < window.opensAt ? 'upcoming' : 'open';
}

/** `undefined` while claims are taken. Otherwise NOT_OPEN or CLOSED, with the instant that matters. */
export function refuseByClock(window: FirstComeWindow, now: number): Refused<'NOT_OPEN' | 'CLOSED'> | undefined {
  switch (phaseOf(window, now)) {
    case 'upcoming':
      return refuse('NOT_OPEN', { opensAt: window.opensAt });
    case 'closed':
      return refuse('CLOSED', { closesAt: window.closesAt });
    case 'open':
      return undefined;
  }
}
