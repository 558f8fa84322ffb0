import type { FirstComeSection, Hold, Section, Standing } from '../model';
import { isAdmitted, isTurnSettled, waitsUntil } from './admission';
import { receiptOf, rememberFull, REOPENING_RETRY_MS } from './full-memory';
import { holdState } from './hold';
import { isOvertaken } from './late-tap';
import { refuseByClock } from '../batch/phase';
import { isSeated, placeOf, type Line, type Place } from './place';
import { refuse, type Refused } from '../base/refuse';
import { isSeatedOut } from './line';

/** When a claim does not pass at once, everything that was read to find out why. */
export interface ClaimView {
  /** When the call arrived. The receipt shows it. */
  arrivedAt: number;
  now: number;
  memberId: string;
  section: Section;
  standing: Standing | null;
  /** The lines of `linesToSee`. */
  others: readonly Line[];
  /** The `at` of the hold that this very call wrote, or may have written if the answer got lost. */
  ownAt: number | null;
  /** When the person tapped; absent if the app does not say. */
  tappedAt?: number | undefined;
}

export type ClaimRefusal =
  'SECTION_CANCELLED' | 'NOT_OPEN' | 'CLOSED' | 'FULL' | 'LEFT_SINCE' | 'CLASH' | 'LIMIT_REACHED' | 'BUSY';

/** What to do next. `answer` and `refuse` end the call; after any other step it goes on. */
export type ClaimStep =
  | { do: 'answer'; place: Place }
  | { do: 'refuse'; refusal: Refused<ClaimRefusal> }
  /** Read the documents and decide again. */
  | { do: 'look' }
  | { do: 'settle' }
  | { do: 'reserve' }
  | { do: 'join' }
  /** An unused hold stands in the way. */
  | { do: 'release'; hold: Hold }
  /** Another call of the same person is in flight and decides what is true. */
  | { do: 'wait' }
  /** A free seat here clears these waits. */
  | { do: 'swap'; fromIds: string[] };

/** The other sections whose lines decide about this claim: those that clash, and those that count towards the limit. */
export function linesToSee(section: Section, standing: Standing | null): string[] {
  const limited = atLimit(section, standing);
  const ids = (standing?.holds ?? [])
    .filter(hold => clashes(section, hold) || (limited && hold.batchId === section.batchId))
    .map(hold => hold.sectionId)
    .filter(id => id !== section._id);
  return [...new Set(ids)];
}

/**
 * Decides about a claim from what was read. If there are several reasons to refuse, the first in this order is told:
 * cancelled, not open, closed, (already mine: success), full, left since the tap, profile or eligibility (by `settle`),
 * not open yet to those who are no first-timers, clash, limit.
 */
export function decideClaim(view: ClaimView): ClaimStep {
  const { section, standing, memberId, now } = view satisfies ClaimView & { section: FirstComeSection };
  if (section.cancelledAt !== undefined) return { do: 'refuse', refusal: refuse('SECTION_CANCELLED') };
  const byClock = refuseByClock(section, now);
  if (byClock) return { do: 'refuse', refusal: byClock };

  const place = placeOf(section, memberId);
  if (place) return { do: 'answer', place };

  const full = rememberFull(section, now);
  if (full) return { do: 'refuse', refusal: refuse('FULL', receiptOf(full, section._id, view.arrivedAt)) };

  const settled = standing?.batches[section.batchId];
  if (isOvertaken(settled, section._id, view.tappedAt)) return { do: 'refuse', refusal: refuse('LEFT_SINCE') };
  if (!standing || !isAdmitted(section, settled) || !isTurnSettled(section, standing, now)) return { do: 'settle' };
  const later = waitsUntil(section, settled, now);
  if (later !== undefined) return { do: 'refuse', refusal: refuse('NOT_OPEN', { opensAt: later }) };

  const here = standing.holds.find(hold => hold.sectionId === section._id);
  const mine = here !== undefined && here.at === view.ownAt ? here : undefined;
  if (here && !mine) return unusedOrWait(here, view) ?? { do: 'wait' };

  const clash = decideClash(view);
  if (clash) return clash.do === 'swap' && mine ? { do: 'release', hold: mine } : clash;
  if (!mine) {
    const limit = decideLimit(view, 0);
    if (limit) return limit;
  }
  if (section.reopensAt > now) return { do: 'refuse', refusal: REOPENING };
  return mine ? { do: 'join' } : { do: 'reserve' };
}

/**
 * Nobody stands in two lines that clash. If the other place is a seat, this claim is refused. If it is a wait, it gives
 * way to a free seat here.
 */
function decideClash(view: ClaimView): ClaimStep | undefined {
  const { section, standing, memberId, others } = view;
  const waits: string[] = [];
  for (const hold of standing?.holds ?? []) {
    if (!clashes(section, hold)) continue;
    const other = others.find(line => line._id === hold.sectionId);
    const place = other ? placeOf(other, memberId) : null;
    if (!place) return unusedOrWait(hold, view);
    if (isSeated(place)) return { do: 'refuse', refusal: clashWith(hold.sectionId, 'SEATED') };
    waits.push(hold.sectionId);
  }
  const first = waits[0];
  if (first === undefined) return undefined;
  if (isSeatedOut(section)) return { do: 'refuse', refusal: clashWith(first, 'WAITING') };
  const leaving = standing?.holds.filter(h => h.batchId === section.batchId && waits.includes(h.sectionId)).length ?? 0;
  const limit = decideLimit(view, leaving);
  if (limit) return limit;
  if (section.reopensAt > view.now) return { do: 'refuse', refusal: REOPENING };
  return { do: 'swap', fromIds: waits };
}

/** @param leaving places of this batch that the claim itself gives up. */
function decideLimit(view: ClaimView, leaving: number): ClaimStep | undefined {
  const { section, standing } = view;
  if (!atLimit(section, standing, leaving)) return undefined;
  for (const hold of standing?.holds ?? []) {
    if (hold.batchId !== section.batchId) continue;
    const inTheWay = unusedOrWait(hold, view);
    if (inTheWay) return inTheWay;
  }
  return { do: 'refuse', refusal: refuse('LIMIT_REACHED', { limit: section.limit ?? 0 }) };
}

/** The section's own line is not looked at: whoever stands in it was answered before. */
function unusedOrWait(hold: Hold, view: ClaimView): ClaimStep | undefined {
  const line = view.others.find(other => other._id === hold.sectionId)?.line;
  switch (holdState(hold, view.memberId, line, view.now)) {
    case 'USED':
      return undefined;
    case 'IN_FLIGHT':
      return { do: 'wait' };
    case 'UNUSED':
      return { do: 'release', hold };
  }
}

const clashes = (section: Section, hold: Hold): boolean => section.clashIds.includes(hold.sectionId);

function atLimit(section: Section, standing: Standing | null, leaving = 0): boolean {
  if (section.limit === undefined) return false;
  return (standing?.batches[section.batchId]?.count ?? 0) - leaving >= section.limit;
}

const clashWith = (sectionId: string, state: Place['state']) => refuse('CLASH', { sectionId, state });

/**
 * A place has come back, and a little later it opens for everybody at the same instant. Nobody is told that instant.
 */
const REOPENING = refuse('BUSY', { retryAfterMs: REOPENING_RETRY_MS, reopening: true });
