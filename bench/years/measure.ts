import type { EndpointName } from '../../domain/api';
import { MINUTE } from '../../domain/base/clock';
import { functionOf } from '../../domain/functions';
import type { Emulator } from '../../emulator/emulator';
import { openidOfKind } from './people';
import type { PageCalls } from './pages';

/** The work that something requires of the database. */
export interface Cost {
  operations: number;
  /** The bytes of the answers, as they travel. */
  bytes: number;
  ms: number;
}

/** Every `database.*` request since the counter was reset. A request that opens or ends a transaction counts too. */
const operationsOf = (emulator: Emulator): number =>
  Object.values(emulator.database.operations()).reduce((sum, count) => sum + count, 0);

/** Counts the work that something requires of the database. */
export async function costOf(emulator: Emulator, work: () => Promise<unknown>): Promise<Cost> {
  emulator.database.resetOperations();
  const begunAt = performance.now();
  const answers = await work();
  const ms = Math.round(performance.now() - begunAt);
  return { operations: operationsOf(emulator), bytes: Buffer.byteLength(JSON.stringify(answers ?? '')), ms };
}

/** Opens a page with instances whose memory has expired. Fails if an answer is a refusal. */
export async function openPage(emulator: Emulator, { by, calls }: PageCalls): Promise<Cost> {
  emulator.setClock(emulator.now() - Date.now() + 2 * MINUTE);
  const begunAt = performance.now();
  const answers = [];
  let operations = 0;
  for (const [endpoint, input] of calls) {
    const one = await ask(emulator, openidOfKind(by), endpoint, input);
    answers.push(one.answer);
    operations += one.operations;
  }
  return {
    operations,
    bytes: Buffer.byteLength(JSON.stringify(answers)),
    ms: Math.round(performance.now() - begunAt),
  };
}

/**
 * The answer, and its cost. A try that was told BUSY is sent again and does not count, because a slow machine may
 * cause it.
 */
async function ask(emulator: Emulator, openid: string, endpoint: EndpointName, input: object) {
  for (let tries = 0; ; tries += 1) {
    emulator.database.resetOperations();
    const answer = (await emulator.call(functionOf(endpoint), { endpoint, input }, openid)) as {
      ok: boolean;
      code?: string;
      details?: { retryAfterMs: number };
    };
    if (answer.ok) return { answer, operations: operationsOf(emulator) };
    // Handles the pace limit of one person, because the script asks faster than a thumb.
    if (answer.code !== 'BUSY' || tries === 20) throw new Error(`${endpoint} was refused: ${JSON.stringify(answer)}`);
    await new Promise(resolve => setTimeout(resolve, answer.details?.retryAfterMs ?? 100));
  }
}
