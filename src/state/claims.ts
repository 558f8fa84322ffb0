import { createStore } from 'zustand/vanilla';
import type { BatchCard, Claimed, SectionCard } from '../../domain/contract';
import { LONGEST_CLAIM_MS, LONGEST_RETRY_MS, MOST_TRIES, waitBefore } from '../../domain/rules/pace';
import { call, type Called } from '../api/call';
import { serverClock } from '../api/server-clock';
import { keepPlace } from './places';

/** How a claim ended. `UNKNOWN`: no answer came and nobody could say where I stand. */
export type Outcome =
  | { kind: 'placed'; claimed: Claimed; at: number }
  | { kind: 'refused'; refusal: Exclude<Called<'line.claim'>, { ok: true }> }
  | { kind: 'unknown' };

export interface Claim {
  /** sending: asked for. asking: no answer came, so the app asks where I stand. answered: see `outcome`. */
  step: 'sending' | 'asking' | 'answered';
  outcome: Outcome | undefined;
}

export const claims = createStore<Record<string, Claim>>(() => ({}));

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Claims a place, and finds out what happened. A claim may be repeated (the same person twice in a line is one place),
 * so: busy → again after the time asked for; no answer → ask where I stand, and only then again. What is still not
 * known after the last try is told as not known.
 */
export async function claimUntilKnown(
  batchId: string,
  sectionId: string,
  onAsking: () => void = () => undefined,
): Promise<Outcome> {
  let last: Outcome = { kind: 'unknown' };
  const begunAt = Date.now();
  for (let attempt = 0; attempt < MOST_TRIES && Date.now() - begunAt < LONGEST_CLAIM_MS; attempt++) {
    const answer = await call('line.claim', { batchId, sectionId });
    if (answer.ok) return { kind: 'placed', claimed: answer.data, at: answer.now };
    if (answer.code === 'BUSY') {
      last = { kind: 'refused', refusal: answer };
      if (answer.details.retryAfterMs > LONGEST_RETRY_MS) break;
      await sleep(answer.details.retryAfterMs + waitBefore(attempt));
      continue;
    }
    if (answer.code !== 'TIMEOUT' && answer.code !== 'OFFLINE' && answer.code !== 'FAULT')
      return { kind: 'refused', refusal: answer };
    onAsking();
    const stand = await call('line.place', { sectionId });
    if (stand.ok && stand.data.place)
      return {
        kind: 'placed',
        claimed: { place: stand.data.place, already: true, clearedSectionIds: [] },
        at: stand.now,
      };
    // A fault is no accident of the network: the same again would meet the same.
    if (answer.code === 'FAULT' && stand.ok) return { kind: 'refused', refusal: answer };
    last = { kind: 'unknown' };
    await sleep(waitBefore(attempt));
  }
  if (last.kind === 'refused') {
    // Before "busy" is told for good: one of the tries may have gone through all the same.
    const stand = await call('line.place', { sectionId });
    if (stand.ok && stand.data.place)
      return {
        kind: 'placed',
        claimed: { place: stand.data.place, already: true, clearedSectionIds: [] },
        at: stand.now,
      };
  }
  return last;
}

/** One tap. Further taps while it runs join it; a tap before the stroke (by the server's clock) is not sent. */
export async function claim(batch: BatchCard, section: SectionCard): Promise<Outcome | undefined> {
  const { sectionId } = section;
  const running = claims.getState()[sectionId];
  if (running && running.step !== 'answered') return undefined;
  if (serverClock.now() < batch.opensAt) return undefined;
  const step = (next: Claim) => claims.setState({ [sectionId]: next });
  step({ step: 'sending', outcome: undefined });
  const outcome = await claimUntilKnown(batch.batchId, sectionId, () => step({ step: 'asking', outcome: undefined }));
  if (outcome.kind === 'placed') keepPlace(outcome.claimed.place, section, batch, outcome.claimed.clearedSectionIds);
  step({ step: 'answered', outcome });
  return outcome;
}
