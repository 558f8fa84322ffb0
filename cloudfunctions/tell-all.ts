import { SECOND } from '../domain/clock';
import { HOLD_TTL_MS } from '../domain/rules/hold';
import { _, find } from './db/database';
import { finish } from './db/tell';
import { ring } from './db/ring';
import { templates } from './templates';

/** Below the function's time-out of 60 s; what is left then is the next minute's. */
const PATIENCE_MS = 45 * SECOND;
/** The platform's limit of a `get`. */
const MOST = 1_000;
const AT_ONCE = 10;

/**
 * Every minute: tells what a call that died has left untold, and sends the subscription messages that are due. Safe
 * beside itself and beside the calls: notices have deterministic names, and each message is claimed before it is sent.
 */
export async function tellAll(startedAt: number): Promise<{ finished: number; rung: number }> {
  // A call may still be about to leave a line or to tell: afterwards it never will.
  const left = await find('outbox', { doneAt: null, createdAt: _.lt(startedAt - HOLD_TTL_MS) }, { limit: MOST });
  for (const outgoing of left) await apart(outgoing._id, () => finish(outgoing, startedAt));

  const due = await find(
    'notices',
    { 'push.state': 'due', 'push.notBefore': _.lte(startedAt) },
    { orderBy: ['push.notBefore', 'asc'], limit: MOST },
  );
  let rung = 0;
  for (let begin = 0; begin < due.length && Date.now() - startedAt < PATIENCE_MS; begin += AT_ONCE) {
    const some = due.slice(begin, begin + AT_ONCE);
    const sent = await Promise.all(some.map(notice => apart(notice._id, () => ring(notice, templates()))));
    rung += sent.filter(Boolean).length;
  }
  return { finished: left.length, rung };
}

/** What fails for one must not keep the others from being told; it is taken up again in a minute. */
async function apart<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', text: 'not told', id, error: String(error) }));
    return undefined;
  }
}
