import { receiptOf } from '../../domain/line/full-memory';
import { refuseByClock } from '../../domain/batch/phase';
import { isJustBefore, type Early } from '../../domain/api/rate-limit';
import { isRefused, refuse } from '../../domain/base/refuse';
import type { Call, Run } from '../base/door';
import { listedBatches } from '../batch/recent-batches';
import { factsOf, knownFacts, trustedFactsOf } from './facts';
import { chargeEarly } from '../base/buckets';
import { knownFull, wasFull } from './full-lines';
import { lookAgain } from './look-again';
import { count, flush } from './tally';
import { carryOut } from './claim-effects';

/**
 * The claim (抢课). It is prepared from memory and then needs two operations: reserve in the person's standing, and join
 * the line. It needs none if it comes too early or too late, or if the line is known to be full.
 */
export const claim: Run<'line.claim'> = async call => {
  const answer = await take(call);
  const early = earlyOf(answer);
  if (early) chargeEarly(call.memberId, early, call.now);
  await note(call, isRefused(answer) ? answer.refused : answer.place.state);
  return answer;
};

const take: Run<'line.claim'> = async ({ input: { batchId, sectionId, tappedAt }, memberId, now }) => {
  const facts = await factsOf(sectionId, now);
  if (!facts) return refuse('SECTION_NOT_FOUND');
  if (facts.batchId !== batchId) {
    return refuse((await listedBatches(now)).has(batchId) ? 'SECTION_NOT_IN_BATCH' : 'BATCH_NOT_FOUND');
  }
  // A cancellation is final, so it is true however old the memory is.
  if (facts.cancelledAt !== undefined) return refuse('SECTION_CANCELLED');
  if (refuseByClock(facts, now)) {
    const trusted = await trustedFactsOf(sectionId, now);
    const refusal = trusted ? refuseByClock(trusted, now) : refuse('SECTION_NOT_FOUND');
    if (refusal) return refusal;
  }
  // If the line was full when last seen, a look (one read) is cheaper than a try (four operations for nothing).
  const first = wasFull(sectionId) ? 'look' : 'reserve';
  const full = knownFull(sectionId, now) ?? (await lookAgain(sectionId, now));
  if (full && !full.memberIds.has(memberId)) return refuse('FULL', receiptOf(full, sectionId, now));

  return carryOut({ memberId, facts, arrivedAt: now, tappedAt }, first);
};

/** Did the claim come before its time: before the stroke, or before a place that came back opens? */
function earlyOf(answer: Awaited<ReturnType<typeof take>>): Early | undefined {
  if (!isRefused(answer)) return undefined;
  if (answer.refused === 'NOT_OPEN') return isJustBefore(answer.details.opensAt, Date.now()) ? 'NOT_OPEN' : undefined;
  return answer.refused === 'BUSY' && answer.details.reopening ? 'REOPENING' : undefined;
}

/** Claims before the opening or after the closing are not counted, because they must cost nothing and leave nothing. */
const UNCOUNTED = new Set(['NOT_OPEN', 'CLOSED', 'SECTION_NOT_FOUND', 'SECTION_NOT_IN_BATCH', 'BATCH_NOT_FOUND']);

async function note({ input: { batchId, sectionId }, memberId, now }: Call<'line.claim'>, outcome: string) {
  const facts = knownFacts(sectionId);
  if (!facts || UNCOUNTED.has(outcome)) return;
  count({ batchId, sectionId, opensAt: facts.opensAt, memberId, outcome, now });
  await flush(now);
}
