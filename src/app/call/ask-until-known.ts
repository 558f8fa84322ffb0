import type { EndpointName, Input } from '../../../domain/api';
import { SECOND } from '../../../domain/base/clock';
import { comesAgainAfter, means } from '../../../domain/base/fate';
import { LONGEST_RETRY_MS, waitBefore } from '../../../domain/base/pace';
import { call, type Called } from './call';
import { sleep } from './sleep';

const TRIES = 4;
/** After this nobody waits for another try. */
const LONGEST_MS = 40 * SECOND;

/**
 * Does something that has the same effect when done twice, and finds out whether it happened. If no answer comes, it
 * asks again. Where one try may have arrived, a dead network afterwards does not mean that nothing was done.
 */
export async function askUntilKnown<N extends EndpointName>(
  endpoint: N,
  input: Input<N>,
  how: { timeoutMs?: number } = {},
): Promise<Called<N>> {
  const begunAt = Date.now();
  let lost: Called<N> | undefined;
  for (let attempt = 0; ; attempt++) {
    const answer = await call(endpoint, input, how);
    if (answer.ok) return answer;
    const { code } = answer;
    if (!means({ code }, 'soon', 'silent')) return answer;
    if (code === 'TIMEOUT') lost = answer;
    const wait = comesAgainAfter(answer);
    const isLast = attempt === TRIES - 1 || wait > LONGEST_RETRY_MS || Date.now() + wait - begunAt >= LONGEST_MS;
    if (isLast) return code === 'OFFLINE' ? (lost ?? answer) : answer;
    await sleep(wait + waitBefore(attempt));
  }
}
