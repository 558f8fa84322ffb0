import { MINUTE, SECOND } from './clock';
import { phaseOf, type ClaimWindow } from '../batch/phase';

/** Around the stroke everybody watches the seats go. Counts are then at most one poll plus one second old. */
const RUSH_MS = SECOND;
const AROUND_STROKE_MS = 10 * SECOND;
/** Before the opening only staff can change a count, so a waiting crowd must not keep asking for it. */
const WAITING_MS = 5 * MINUTE;

/**
 * How long a viewer of the board should wait before asking again, in ms. Long before the release nothing changes. A
 * wait never reaches past the moment at which the next shorter interval begins.
 *
 * @param movedAt when the counts were last seen to change; `null` = never.
 */
export function pollAfterMs(window: ClaimWindow, movedAt: number | null, now: number): number {
  switch (phaseOf(window, now)) {
    case 'upcoming':
      return beforeOpening(window.opensAt - now);
    case 'closed':
      return 15 * SECOND;
    case 'open': {
      if (now < window.opensAt + MINUTE) return RUSH_MS;
      const calm = now - (movedAt ?? -Infinity);
      if (calm < 10 * SECOND) return RUSH_MS;
      return calm < MINUTE ? 3 * SECOND : 15 * SECOND;
    }
  }
}

function beforeOpening(left: number): number {
  if (left <= MINUTE) return Math.max(RUSH_MS, Math.min(5 * SECOND, left - AROUND_STROKE_MS));
  return Math.max(RUSH_MS, Math.min(WAITING_MS, left - MINUTE));
}
