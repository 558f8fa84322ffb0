/**
 * The crowd, in a process of its own: N synthetic workers tap at the stroke. `scripts/start/crowd-route.ts` starts
 * it and sends the job as the first message. The crowd reports its progress twice a second, and at the end what
 * everybody was told.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { claimClient, type ClaimResult } from './client';
import { planCrowd } from './plan';
import type { Told } from './verdict';

export interface CrowdJob {
  url: string;
  batchId: string;
  sectionIds: string[];
  opensAt: number;
  people: { openid: string; memberId: string }[];
  seed: number;
}

export interface CrowdCount {
  sent: number;
  answered: number;
  byKind: Record<Told['kind'], number>;
  /** Answers in the last half second, scaled to one second. */
  perSecond: number;
  elapsedMs: number;
}

export type CrowdMessage = { type: 'progress'; count: CrowdCount } | { type: 'done'; count: CrowdCount; told: Told[] };

const CONNECTIONS = 256;
const TRIES = 8;

const kindOf = (answer: ClaimResult): Told['kind'] => {
  if (answer.ok) return answer.data.place.state;
  return answer.code === 'FULL' || answer.code === 'BUSY' ? answer.code : 'OTHER';
};

async function run(job: CrowdJob, report: (message: CrowdMessage) => Promise<void>) {
  const { choice } = planCrowd(job.people.length, job.sectionIds.length, job.seed);
  const client = claimClient(job.url, CONNECTIONS);
  const told: Told[] = [];
  const byKind = { SEATED: 0, WAITING: 0, FULL: 0, BUSY: 0, OTHER: 0 };
  let sent = 0;
  let next = 0;

  await sleep(Math.max(0, job.opensAt - Date.now()));
  const began = Date.now();
  let lastAnswered = 0;
  let lastAt = began;
  const count = (): CrowdCount => {
    const now = Date.now();
    const perSecond = Math.round(((told.length - lastAnswered) * 1000) / Math.max(1, now - lastAt));
    lastAnswered = told.length;
    lastAt = now;
    return { sent, answered: told.length, byKind: { ...byKind }, perSecond, elapsedMs: now - began };
  };
  const ticker = setInterval(() => void report({ type: 'progress', count: count() }), 500);

  /**
   * Runs one of the connections: takes the next person until nobody is left. A busy answer is tried again, later
   * each time.
   */
  const lane = async () => {
    while (next < job.people.length) {
      const person = next++;
      const { openid, memberId } = job.people[person]!;
      const sectionId = job.sectionIds[choice[person]!]!;
      let kind: Told['kind'] = 'BUSY';
      for (let attempt = 0; attempt < TRIES && kind === 'BUSY'; attempt++) {
        if (attempt > 0) await sleep(Math.random() * 200 * 2 ** Math.min(attempt, 4));
        sent += 1;
        kind = kindOf(await client.claim(openid, job.batchId, sectionId));
      }
      byKind[kind] += 1;
      told.push({ memberId, sectionId, kind });
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, job.people.length) }, lane));
  clearInterval(ticker);
  client.close();
  await report({
    type: 'done',
    count: { ...count(), perSecond: Math.round((told.length * 1000) / (Date.now() - began)) },
    told,
  });
}

/** Ends only when the message is out. The last message is long, and would be lost if the process left at once. */
const send = (message: CrowdMessage) =>
  new Promise<void>(resolve => {
    if (process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });

process.once('message', job => {
  run(job as CrowdJob, send).then(
    () => process.disconnect(),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(0));
