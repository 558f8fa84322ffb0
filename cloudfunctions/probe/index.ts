import { PART_NAMES, type Part } from '../../domain/probe/keys';
import type { Observed } from '../../domain/probe/compare';
import { db } from '../../server/base/database';
import { defineFunction } from '../../server/base/door';
import { probeErrors } from '../../server/probe/errors';
import { probeLatencies } from '../../server/probe/latencies';
import { probeLimits } from '../../server/probe/limits';
import { empty, Observations, PROBE_COLLECTION, thrownBy } from '../../server/probe/observe';
import { probeOpenApis } from '../../server/probe/open-apis';
import { pong, probePlatform } from '../../server/probe/platform';
import { probeTransactions } from '../../server/probe/transactions';

const PROBES: Record<Part, (seen: Observations) => Promise<void>> = {
  errors: probeErrors,
  transactions: probeTransactions,
  limits: probeLimits,
  latencies: probeLatencies,
  platform: probePlatform,
  openapi: probeOpenApis,
};

/**
 * Observes one part and leaves nothing behind but its answer. If it breaks off, the answer has the error and what was
 * seen until then.
 */
async function probe(part: Part): Promise<{ observations: Record<string, Observed>; broke: string | null }> {
  const seen = new Observations();
  // It exists already if a part was observed before.
  await thrownBy(() => db.createCollection(PROBE_COLLECTION));
  await empty();
  const thrown = await thrownBy(() => PROBES[part](seen));
  await empty();
  return { observations: seen.all, broke: thrown === undefined ? null : `${part}: ${String(thrown)}`.slice(0, 500) };
}

async function ordered(_now: number, message: string) {
  const order = (message === '' ? {} : JSON.parse(message)) as { part?: unknown; pong?: unknown };
  if (typeof order.pong === 'number') return pong(Math.min(order.pong, 1_000));
  const part = PART_NAMES.find(name => name === order.part);
  if (!part) throw new Error(`A part is one of ${PART_NAMES.join(', ')}.`);
  return probe(part);
}

/**
 * Measures the environment that it runs in. It has no endpoints: only the platform's timer, or somebody with the keys
 * of the environment, gets in. It is not deployed by default (scripts/deploy). `npm run probe` calls it part by part.
 */
export const main = defineFunction('probe', {}, { onTimer: ordered });
