import type { BatchCard, MyPlace, Place, Profile, SectionCard, SectionCount } from '../../../domain/api';
import { MINUTE } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import type { FirstCome } from '../../../domain/model';
import { isSeated } from '../../../domain/line/place';
import type { Claim } from './claims';
import type { Entry } from './waiting-room';
import { isUnfinished, sectionEligibilityOf, type Ineligibility } from './eligibility';

export interface ButtonFacts {
  /** The server's time. */
  now: number;
  batch: BatchCard;
  section: SectionCard;
  /** `undefined` before the first look at the board. */
  count: SectionCount | undefined;
  /** All my places, as far as known. */
  places: MyPlace[];
  entry: Entry | undefined;
  /** My profile, as the phone knows it; null = never filled in. */
  profile: Profile | null | undefined;
  claim: Claim | undefined;
}

/** What the one button of a section says and does. */
export type ButtonState =
  | { kind: 'mine'; place: Place }
  | { kind: 'sending' }
  | { kind: 'asking' }
  | { kind: 'closed' }
  /** The union has called the class off. */
  | { kind: 'cancelled' }
  /** The profile comes first: it is missing, or does not say what this batch asks for. */
  | { kind: 'profile'; why: Ineligibility; then?: 'go' | 'line' }
  /** This batch is not for me, according to my profile. */
  | { kind: 'ineligible'; why: Ineligibility }
  /** More than ten minutes before the stroke. */
  | { kind: 'early' }
  /** 候场. `filled` grows from 0 to 1 over the last minute. */
  | { kind: 'ready'; filled: number }
  /** Like `ready`, but nobody has said yet whether I may come. */
  | { kind: 'checking'; filled: number }
  | { kind: 'clash'; other: MyPlace }
  | { kind: 'limit'; limit: number }
  /** A tap takes a seat; `clears` are the waits that I would lose because they clash. */
  | { kind: 'go'; clears: MyPlace[] }
  | { kind: 'line'; ahead: number }
  /** Seats and waiting places are gone; a tap brings the receipt. */
  | { kind: 'full' };

/** During this time before the stroke the button gradually lights up. Earlier it only says when the batch opens. */
export const WAITING_ROOM_MS = 10 * MINUTE;

/** Pure: the same facts give the same button. A tap does something only in `go`, `line`, `full`, `profile`, `ineligible` and `mine`. */
export function claimButton({ now, batch, section, count, places, entry, profile, claim }: ButtonFacts): ButtonState {
  const own = places.find(one => one.place.sectionId === section.sectionId);
  if (own) return { kind: 'mine', place: own.place };
  if (claim && claim.step !== 'answered') return { kind: claim.step };

  if (section.cancelledAt !== null) return { kind: 'cancelled' };
  const phase = phaseOf(batch satisfies BatchCard & { mode?: FirstCome['mode'] }, now);
  if (phase === 'closed') return { kind: 'closed' };

  const eligible = sectionEligibilityOf(section, batch, entry, profile);
  const why = eligible === 'may' ? undefined : eligible;
  // Somebody who cannot enrol gets no button that looks as if they could, and no loser's receipt when all is gone.
  if (why && !isUnfinished(why)) return { kind: 'ineligible', why };
  if (phase === 'upcoming') {
    if (why) return { kind: 'profile', why };
    const left = batch.opensAt - now;
    if (left > WAITING_ROOM_MS) return { kind: 'early' };
    const known = eligible === 'may' || entry?.answer !== undefined;
    return { kind: known ? 'ready' : 'checking', filled: Math.max(0, 1 - left / MINUTE) };
  }
  const button = openButton(section, count, places, batch);
  return why && (button.kind === 'go' || button.kind === 'line') ? { kind: 'profile', why, then: button.kind } : button;
}

function openButton(
  section: SectionCard,
  count: SectionCount | undefined,
  places: MyPlace[],
  batch: BatchCard,
): ButtonState {
  const free = count === undefined || count.seatsLeft > 0;
  if (count && !free && count.waitingLeft === 0) return { kind: 'full' };

  const clashing = places.filter(one => section.clashIds.includes(one.place.sectionId));
  // A seat clears the waits it clashes with; a wait clears nothing.
  const stands = clashing.find(one => isSeated(one.place)) ?? (free ? undefined : clashing[0]);
  if (stands) return { kind: 'clash', other: stands };

  const held = places.filter(one => one.batch.batchId === batch.batchId && !clashing.includes(one)).length;
  if (batch.limit !== null && held >= batch.limit) return { kind: 'limit', limit: batch.limit };
  return free ? { kind: 'go', clears: clashing } : { kind: 'line', ahead: count.waiting };
}
