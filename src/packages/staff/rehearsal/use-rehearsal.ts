import { useState } from 'react';
import { SECOND } from '../../../../domain/base/clock';
import type { ShownRehearsal } from '../../../../domain/api';
import type { Plan } from '../../../../domain/rehearsal/rehearsal';
import { call } from '../../../app/call/call';
import { serverClock } from '../../../app/clock/server-clock';
import { sleep } from '../../../app/call/sleep';
import { questions } from '../../../app/memory/asked';
import { newActId } from '../../../app/act/act-id';

export const lastRehearsal = questions('rehearsal.last', batchId => ({ batchId }));

/** A little longer than the function may take. */
const LONGEST_MS = 65 * SECOND;
const LOOK_MS = 3 * SECOND;

export type Running = { busy: false; message?: string } | { busy: true; people: number; since: number };

/**
 * Runs a rehearsal. A phone may hang up before the function has its answer, which is stored all the same. Then the
 * page looks whether it has come.
 */
export function useRehearsal(batchId: string) {
  const [running, setRunning] = useState<Running>({ busy: false });

  const run = async (people: number, profile: Plan) => {
    const since = serverClock.now();
    const actId = newActId();
    setRunning({ busy: true, people, since });
    const answer = await call('rehearsal.run', { actId, batchId, people, profile }, { timeoutMs: LONGEST_MS });
    if (answer.ok) show(batchId, answer.data.rehearsal);
    const found = answer.ok || (answer.code === 'TIMEOUT' && (await kept(batchId, actId, since + LONGEST_MS)));
    setRunning(found ? { busy: false } : { busy: false, message: answer.message });
  };
  return { running, run };
}

const show = (batchId: string, rehearsal: ShownRehearsal): void =>
  lastRehearsal(batchId).put(data => data && { ...data, rehearsal });

/** Asks again and again, until then, whether the act has left its result. */
async function kept(batchId: string, actId: string, until: number): Promise<boolean> {
  for (;;) {
    const answer = await lastRehearsal(batchId).ask();
    if (answer.ok && answer.data.rehearsal?.actId === actId) return true;
    if (serverClock.now() + LOOK_MS > until) return false;
    await sleep(LOOK_MS);
  }
}
