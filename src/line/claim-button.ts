import type { BatchCard, MyPlace, Place, SectionCard, SectionCount } from '../../domain/contract';
import { MINUTE } from '../../domain/clock';
import { INELIGIBLE } from '../../domain/rules/enter';
import { phaseOf } from '../../domain/rules/phase';
import type { Claim } from '../state/claims';
import type { Entry } from '../state/waiting-room';

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
  /** The waiting room wants a profile first. */
  | { kind: 'profile' }
  /** The waiting room has found that this batch is not for me. */
  | { kind: 'ineligible'; message: string }
  /** More than ten minutes before the stroke. */
  | { kind: 'early' }
  /** 候场. `filled` grows from 0 to 1 over the last minute. */
  | { kind: 'ready'; filled: number }
  | { kind: 'clash'; other: MyPlace }
  | { kind: 'limit'; limit: number }
  /** A tap takes a seat; `clears` are my waits that would go because they clash. */
  | { kind: 'go'; clears: MyPlace[] }
  | { kind: 'line'; ahead: number }
  /** Seats and waiting places are gone; a tap brings the receipt. */
  | { kind: 'full' };

const WAITING_ROOM_MS = 10 * MINUTE;

/** Pure: the same facts give the same button. A tap does something only in `go`, `line`, `full`, `profile` and `mine`. */
export function claimButton({ now, batch, section, count, places, entry, claim }: ButtonFacts): ButtonState {
  const own = places.find(one => one.place.sectionId === section.sectionId);
  if (own) return { kind: 'mine', place: own.place };
  if (claim && claim.step !== 'answered') return { kind: claim.step };

  if (section.cancelledAt !== null) return { kind: 'cancelled' };
  const phase = phaseOf(batch, now);
  if (phase === 'closed') return { kind: 'closed' };

  const answer = entry?.answer;
  if (answer && !answer.ok) {
    if (answer.code === 'PROFILE_MISSING') return { kind: 'profile' };
    if (INELIGIBLE.some(code => code === answer.code)) return { kind: 'ineligible', message: answer.message };
  }
  if (phase === 'upcoming') {
    const left = batch.opensAt - now;
    return left > WAITING_ROOM_MS ? { kind: 'early' } : { kind: 'ready', filled: Math.max(0, 1 - left / MINUTE) };
  }
  return openButton(section, count, places, batch);
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
  const stands = clashing.find(one => one.place.state === 'SEATED') ?? (free ? undefined : clashing[0]);
  if (stands) return { kind: 'clash', other: stands };

  const held = places.filter(one => one.batch.batchId === batch.batchId && !clashing.includes(one)).length;
  if (batch.limit !== null && held >= batch.limit) return { kind: 'limit', limit: batch.limit };
  return free ? { kind: 'go', clears: clashing } : { kind: 'line', ahead: count.waiting };
}
