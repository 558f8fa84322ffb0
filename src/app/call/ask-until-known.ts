import type { EndpointName, Input } from '../../../domain/api';
import { LONGEST_RETRY_MS, waitBefore } from '../../../domain/base/pace';
import { call, type Called } from './call';
import { sleep } from './sleep';

const TRIES = 4;

/** The part of an answer that tells whether to ask again. */
type Loose = { ok: boolean; code?: string; details?: { retryAfterMs?: number } };

/**
 * Does something that has the same effect when done twice, and finds out whether it happened. If no answer comes, it
 * asks again.
 */
export async function askUntilKnown<N extends EndpointName>(endpoint: N, input: Input<N>): Promise<Called<N>> {
  for (let attempt = 0; ; attempt++) {
    const answer = await call(endpoint, input);
    const { code = '', details } = answer as Loose;
    const wait = code === 'BUSY' ? (details?.retryAfterMs ?? 0) : 0;
    if (attempt === TRIES - 1 || wait > LONGEST_RETRY_MS || !['BUSY', 'TIMEOUT', 'OFFLINE'].includes(code))
      return answer;
    await sleep(wait + waitBefore(attempt));
  }
}
