import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Batch, Section } from '../../domain/model';
import type { Emulator } from '../../emulator/emulator';
import { crowdMembers } from '../../sample/crowd';
import type { CrowdProgress } from '../../src/app/local/control';
import type { CrowdCount, CrowdJob, CrowdMessage } from '../crowd/main';
import { verdictOf } from '../crowd/verdict';

export const MOST_PEOPLE = 60_000;
const IMPORT_AT_ONCE = 2_000;

const NOTHING: CrowdCount = {
  sent: 0,
  answered: 0,
  byKind: { SEATED: 0, WAITING: 0, FULL: 0, BUSY: 0, OTHER: 0 },
  perSecond: 0,
  elapsedMs: 0,
};

/**
 * Runs one crowd at a time: prepares its people in the database, starts the crowd's process, and checks what it was
 * told.
 */
export function crowdControl(emulator: () => Emulator) {
  let progress: CrowdProgress = {
    state: 'idle',
    people: 0,
    prepared: 0,
    count: NOTHING,
    opensAt: 0,
    verdict: null,
    error: null,
  };
  let child: ChildProcess | undefined;
  let runs = 0;
  const fail = (error: unknown) => {
    progress = { ...progress, state: 'failed', error: error instanceof Error ? error.message : String(error) };
  };

  async function prepare(batch: Batch, people: number): Promise<CrowdJob> {
    const { database, url } = emulator();
    // Each run has people of its own, because those of an earlier run already stand in the lines.
    const seed = ((Date.now() & 0xffffff) << 4) + (runs++ & 15);
    const crowd = crowdMembers(people, seed, batch._id);
    for (let from = 0; from < people; from += IMPORT_AT_ONCE) {
      await database.import('members', crowd.members.slice(from, from + IMPORT_AT_ONCE));
      await database.import('standings', crowd.standings.slice(from, from + IMPORT_AT_ONCE));
      progress = { ...progress, prepared: Math.min(people, from + IMPORT_AT_ONCE) };
      await breathe();
    }
    const sections = sectionsOf(batch._id).map(section => section._id);
    return { url, batchId: batch._id, sectionIds: sections, opensAt: batch.opensAt, people: crowd.people, seed };
  }

  const sectionsOf = (batchId: string) =>
    emulator()
      .database.read<Section>('sections')
      .filter(section => section.batchId === batchId);

  async function finish(batchId: string, message: Extract<CrowdMessage, { type: 'done' }>) {
    progress = { ...progress, state: 'checking', count: message.count };
    progress = { ...progress, state: 'done', verdict: verdictOf(sectionsOf(batchId), message.told) };
  }

  async function loose(batch: Batch, people: number) {
    const job = await prepare(batch, people);
    progress = { ...progress, state: 'waiting', opensAt: batch.opensAt };
    child = fork(join(__dirname, 'crowd.js'), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.send(job);
    child.on('message', (message: CrowdMessage) => {
      if (message.type === 'progress') progress = { ...progress, state: 'running', count: message.count };
      else finish(job.batchId, message).catch(fail);
    });
    child.on('error', fail);
    // Comes after the last message, whether the process ended well or was killed.
    child.on('disconnect', () => {
      if (!['checking', 'done'].includes(progress.state)) fail('人群的进程中途结束了，请再放一次');
    });
  }

  return {
    progress: () => progress,
    /** Refuses, with a sentence, an invalid number, a batch that is missing or closed, and a second crowd. */
    start(batch: Batch | undefined, people: unknown): { error: string } | CrowdProgress {
      if (!Number.isInteger(people) || (people as number) < 1 || (people as number) > MOST_PEOPLE)
        return { error: `人数要在 1 到 ${MOST_PEOPLE} 之间` };
      if (!batch) return { error: '没有找到这一期' };
      if (Date.now() >= batch.closesAt) return { error: '这一期已经结束报名' };
      if (!['idle', 'done', 'failed'].includes(progress.state)) return { error: '已经有一群人正在报名' };
      progress = {
        ...progress,
        state: 'preparing',
        people: people as number,
        prepared: 0,
        count: NOTHING,
        verdict: null,
        error: null,
      };
      loose(batch, people as number).catch(fail);
      return progress;
    },
    stop: () => child?.kill(),
  };
}
