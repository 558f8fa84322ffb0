import type { Asked, Call } from '../base/door';
import { knownFacts } from './facts';
import { count, flush } from './tally';

/**
 * Notes a claim that ended in an accident, by the answer that the person got: BUSY if the database had no time,
 * otherwise FAULT.
 */
export async function noteAccident({ endpoint, call }: Asked, answered: 'BUSY' | 'FAULT'): Promise<void> {
  if (endpoint !== 'line.claim') return;
  const { input, memberId, now } = call as Call<'line.claim'>;
  const facts = knownFacts(input.sectionId);
  if (facts && facts.batchId !== input.batchId) return;
  count({ ...input, opensAt: facts?.opensAt, memberId, outcome: answered, now });
  // If the database has failed, a write would keep the person waiting for it too.
  if (answered === 'FAULT') await flush(now);
}
