import type { BatchCard, Claimed, FullReceipt, SectionCard } from '../../../domain/api';
import { SAID_BY_APP } from '../../../domain/base/said-by-app';
import { means } from '../../../domain/base/fate';
import { untilKnown, type Effect } from '../../../domain/line/until-known';
import { call, type Called } from '../../app/call/call';
import { serverClock } from '../../app/clock/server-clock';
import { sleep } from '../../app/call/sleep';
import { personMap, personStore } from '../../app/memory/forget';
import { keepPlace } from '../../app/known/places';
import { fullOnBoard, lookAtPosted, paceOnBoard } from './posted';

type Placed = { claimed: Claimed; at: number };
type Refused = Exclude<Called<'line.claim'>, { ok: true }>;

/** How a claim ended. `unknown`: no answer came and nobody could say where I stand. */
export type Outcome = ({ kind: 'placed' } & Placed) | { kind: 'refused'; refusal: Refused } | { kind: 'unknown' };

export interface Claim {
  /**
   * sending: the claim is on its way. asking: no answer came, so the app asks where I stand. answered: see
   * `outcome`.
   */
  step: 'sending' | 'asking' | 'answered';
  outcome: Outcome | undefined;
}

export const claims = personStore<Record<string, Claim>>(() => ({}));

/**
 * When my last call for a section had ended, by the server's clock. Infinity while nobody knows whether it has
 * ended.
 */
const calledAt = personMap<string, number>();

/** When I last left a line from this phone, by the server's clock. */
const leftAt = personMap<string, number>();
export const noteLeft = (sectionId: string, at: number): void => void leftAt.set(sectionId, at);

/**
 * The instant of a tap now, by the server's clock. It is always after my last drop. `undefined` if that clock is not
 * known.
 */
const tapInstant = (sectionId: string): number | undefined =>
  serverClock.errorMs() === undefined
    ? undefined
    : Math.max(Math.round(serverClock.now()), (leftAt.get(sectionId) ?? 0) + 1);

const full = (details: FullReceipt): Refused => ({
  ok: false,
  code: 'FULL',
  message: SAID_BY_APP.FULL,
  now: serverClock.now(),
  details,
});

/**
 * Claims, and finds out what happened (`domain/line/until-known.ts`).
 * @param onAsking called when no answer came and the app begins to ask where I stand.
 */
export async function claimUntilKnown(
  batchId: string,
  sectionId: string,
  onAsking: () => void = () => undefined,
): Promise<Outcome> {
  const tappedAt = tapInstant(sectionId);
  const input = { batchId, sectionId, ...(tappedAt === undefined ? {} : { tappedAt }) };

  const carryOut = async (effect: Effect): Promise<unknown> => {
    switch (effect.do) {
      case 'claim': {
        calledAt.set(sectionId, Infinity);
        const answer = await call('line.claim', input);
        if (answer.ok || !means(answer, 'silent')) calledAt.set(sectionId, answer.now);
        return answer.ok ? { place: { claimed: answer.data, at: answer.now } } : { refusal: answer };
      }
      case 'ask': {
        if (effect.because === 'unsure') onAsking();
        const answer = await call('line.place', { sectionId });
        if (!answer.ok) return undefined;
        const { place } = answer.data;
        // The answer to a claim whose own answer never came.
        return { place: place && { claimed: { place, already: true, clearedSectionIds: [] }, at: answer.now } };
      }
      case 'pace':
        return paceOnBoard(batchId);
      case 'sleep':
        return sleep(effect.ms);
      case 'look': {
        await lookAtPosted(batchId);
        const receipt = fullOnBoard(batchId, sectionId, calledAt.get(sectionId));
        return receipt && full(receipt);
      }
    }
  };

  const steps = untilKnown<Placed, Refused>({ now: Date.now, random: Math.random });
  let step = steps.next();
  while (!step.done) step = steps.next(await carryOut(step.value));
  const outcome = step.value;
  return outcome.kind === 'placed' ? { kind: 'placed', ...outcome.place } : outcome;
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
    ? ({ kind: 'refused', refusal: full(receipt) } as const)
    : await claimUntilKnown(batch.batchId, sectionId, () => step({ step: 'asking', outcome: undefined }));
  if (outcome.kind === 'placed') keepPlace(outcome.claimed.place, section, batch, outcome.claimed.clearedSectionIds);
  step({ step: 'answered', outcome });
  return outcome;
}
