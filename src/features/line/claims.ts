import { createStore } from 'zustand/vanilla';
import type { BatchCard, Claimed, FullReceipt, SectionCard } from '../../../domain/api';
import { REFUSALS } from '../../../domain/base/codes';
import {
  LONGEST_CLAIM_MS,
  LONGEST_RETRY_MS,
  lookAgainAfter,
  MOST_TRIES,
  POSTED_LOOK_MS,
  waitBefore,
} from '../../../domain/base/pace';
import { call, type Called } from '../../app/call/call';
import { serverClock } from '../../app/clock/server-clock';
import { sleep } from '../../app/call/sleep';
import { keepPlace } from '../../app/known/places';
import { fullOnBoard, lookAtPosted } from './posted';

/** How a claim ended. `unknown`: no answer came and nobody could say where I stand. */
export type Outcome =
  | { kind: 'placed'; claimed: Claimed; at: number }
  | { kind: 'refused'; refusal: Exclude<Called<'line.claim'>, { ok: true }> }
  | { kind: 'unknown' };

export interface Claim {
  /**
   * sending: the claim is on its way. asking: no answer came, so the app asks where I stand. answered: see
   * `outcome`.
   */
  step: 'sending' | 'asking' | 'answered';
  outcome: Outcome | undefined;
}

export const claims = createStore<Record<string, Claim>>(() => ({}));

/** After one of these a place may have been given all the same. */
const UNSURE: ReadonlySet<string> = new Set(['TIMEOUT', 'OFFLINE', 'FAULT', 'UPGRADING']);

/**
 * When my last call for a section had ended, by the server's clock. Infinity while nobody knows whether it has
 * ended.
 */
const calledAt = new Map<string, number>();

/** When I last left a line from this phone, by the server's clock. */
const leftAt = new Map<string, number>();
export const noteLeft = (sectionId: string, at: number): void => void leftAt.set(sectionId, at);

/**
 * The instant of a tap now, by the server's clock. It is always after my last drop. `undefined` if that clock is not
 * known.
 */
const tapInstant = (sectionId: string): number | undefined =>
  serverClock.errorMs() === undefined
    ? undefined
    : Math.max(Math.round(serverClock.now()), (leftAt.get(sectionId) ?? 0) + 1);

const full = (receipt: FullReceipt): Outcome => ({
  kind: 'refused',
  refusal: { ok: false, code: 'FULL', message: REFUSALS.FULL, now: serverClock.now(), details: receipt },
});

/**
 * My place, as the answer to a claim whose own answer never came. `undefined` if I am in no line or nobody could
 * say.
 */
const placedBy = (stand: Called<'line.place'>): Outcome | undefined =>
  stand.ok && stand.data.place
    ? { kind: 'placed', claimed: { place: stand.data.place, already: true, clearedSectionIds: [] }, at: stand.now }
    : undefined;

/**
 * Waits before the next try and meanwhile looks at the posted board, because behind a full line another try is
 * pointless.
 */
async function waitOrFull(batchId: string, sectionId: string, ms: number): Promise<FullReceipt | undefined> {
  const until = Date.now() + ms;
  for (let pause = Math.random() * POSTED_LOOK_MS; ; pause = lookAgainAfter(POSTED_LOOK_MS, 0, Math.random)) {
    const left = until - Date.now();
    await sleep(Math.max(0, Math.min(pause, left)));
    if (pause >= left) return undefined;
    await lookAtPosted(batchId);
    const receipt = fullOnBoard(batchId, sectionId, calledAt.get(sectionId));
    if (receipt) return receipt;
  }
}

/**
 * Claims a place, and finds out what happened. A claim may be repeated, because the same person twice in a line is
 * one place. If the answer is "busy", the app claims again after the time asked for, unless the posted board says
 * meanwhile that the line is full. If no answer comes, it asks where I stand, and only then claims again. What is
 * still unknown after the last try is told as unknown.
 */
export async function claimUntilKnown(
  batchId: string,
  sectionId: string,
  onAsking: () => void = () => undefined,
): Promise<Outcome> {
  let last: Outcome = { kind: 'unknown' };
  const begunAt = Date.now();
  const tappedAt = tapInstant(sectionId);
  const input = { batchId, sectionId, ...(tappedAt === undefined ? {} : { tappedAt }) };
  for (let attempt = 0; attempt < MOST_TRIES && Date.now() - begunAt < LONGEST_CLAIM_MS; attempt++) {
    calledAt.set(sectionId, Infinity);
    const answer = await call('line.claim', input);
    if (answer.ok || (answer.code !== 'TIMEOUT' && answer.code !== 'OFFLINE')) calledAt.set(sectionId, answer.now);
    if (answer.ok) return { kind: 'placed', claimed: answer.data, at: answer.now };
    if (answer.code === 'BUSY') {
      last = { kind: 'refused', refusal: answer };
      if (answer.details.retryAfterMs > LONGEST_RETRY_MS) break;
      const receipt = await waitOrFull(batchId, sectionId, answer.details.retryAfterMs + waitBefore(attempt));
      if (receipt) return full(receipt);
      continue;
    }
    if (!UNSURE.has(answer.code)) return { kind: 'refused', refusal: answer };
    onAsking();
    const stand = await call('line.place', { sectionId });
    const found = placedBy(stand);
    if (found) return found;
    // This is no accident of the network: another try would meet the same.
    if (answer.code === 'UPGRADING' || (answer.code === 'FAULT' && stand.ok))
      return { kind: 'refused', refusal: answer };
    last = { kind: 'unknown' };
    await sleep(waitBefore(attempt));
  }
  if (last.kind !== 'refused') return last;
  // Before "busy" is told for good, ask once more, because one of the tries may have gone through. If that gets no
  // answer either, the outcome is unknown.
  const stand = await call('line.place', { sectionId });
  return placedBy(stand) ?? (stand.ok ? last : { kind: 'unknown' });
}

/**
 * Handles one tap. While it runs, further taps join it. A tap before the stroke (by the server's clock) is not sent.
 */
export async function claim(batch: BatchCard, section: SectionCard): Promise<Outcome | undefined> {
  const { sectionId } = section;
  const running = claims.getState()[sectionId];
  if (running && running.step !== 'answered') return undefined;
  if (serverClock.now() < batch.opensAt) return undefined;
  const step = (next: Claim) => claims.setState({ [sectionId]: next });
  step({ step: 'sending', outcome: undefined });
  // Somebody who taps when all is gone gets the receipt without a call. The tap never waits for it: only a board that
  // the phone already has counts.
  const receipt = fullOnBoard(batch.batchId, sectionId, calledAt.get(sectionId));
  const outcome = receipt
    ? full(receipt)
    : await claimUntilKnown(batch.batchId, sectionId, () => step({ step: 'asking', outcome: undefined }));
  if (outcome.kind === 'placed') keepPlace(outcome.claimed.place, section, batch, outcome.claimed.clearedSectionIds);
  step({ step: 'answered', outcome });
  return outcome;
}
