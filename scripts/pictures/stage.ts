import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerOf, EndpointName, Input } from '../../domain/api';
import { DAY, HOUR, MINUTE, SECOND, startOfDay } from '../../domain/base/clock';
import { functionOf } from '../../domain/functions';
import { startEmulator, type Emulator } from '../../emulator/emulator';
import { buildSample, type Sample } from '../../sample/sample';

const ROOT = join(__dirname, '../..');

/**
 * The evening on which everything happens. The sample's tea lesson begins at 19:00, and its first batch opens at
 * 20:00.
 */
const EVENING = 18 * HOUR + 52 * MINUTE;
const OPENS = 20 * HOUR;

/** The product with the sample data, with a folder, a port and a settable clock of its own. */
export interface Stage {
  emulator: Emulator;
  sample: Sample;
  /** OPENID of a person of the sample, found by the beginning of the name. */
  openid(name: string): string;
  /** What an endpoint answers to a person. @throws if it refuses. */
  ask<N extends EndpointName>(
    openid: string,
    endpoint: N,
    input: Input<N>,
  ): Promise<Extract<AnswerOf<N>, { ok: true }>['data']>;
  /** Sets the clock to a time of the evening, `19:59:20`. `+1` before it means the next day. */
  setTime(time: string): void;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'pictures-'));
  const midnight = startOfDay(Date.now());
  const sample = buildSample(midnight + EVENING, OPENS - EVENING);
  const emulator = await startEmulator({
    functions: join(ROOT, 'dist/functions'),
    h5: join(ROOT, 'dist/h5'),
    data,
    port: 0,
    timers: false,
    instanceEntry: join(ROOT, 'dist/tools/instance.js'),
    instances: { min: 0, max: 2 },
    clock: { offsetMs: midnight + EVENING - Date.now() },
    // As `npm start` sets them, so that the app asks for messages.
    env: { SUBSCRIBE_TEMPLATES: JSON.stringify({ promoted: 'local-promoted', changed: 'local-changed' }) },
    routes: [{ method: 'GET', path: '/local/people', handle: () => sample.people }],
  });
  for (const [collection, documents] of Object.entries(sample.collections))
    await emulator.database.import(collection, documents);

  return {
    emulator,
    sample,
    openid: name => {
      const found =
        sample.people.find(one => one.name.startsWith(name)) ??
        sample.collections.members.find(one => one.name === name);
      if (!found) throw new Error(`Nobody called ${name} in the sample`);
      return found.openid;
    },
    ask: async (openid, endpoint, input) => {
      const answer = (await emulator.call(functionOf(endpoint), { endpoint, input }, openid)) as {
        ok: boolean;
        code?: string;
        data: never;
      };
      if (!answer.ok) throw new Error(`${endpoint} was refused: ${answer.code}`);
      return answer.data;
    },
    setTime: time => emulator.setClock(midnight + instantIn(time) - Date.now()),
    close: async () => {
      await emulator.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function instantIn(time: string): number {
  const [, days, hours, minutes, seconds] = /^(?:\+(\d+) )?(\d\d):(\d\d)(?::(\d\d))?$/.exec(time) ?? [];
  if (hours === undefined) throw new Error(`${time} is no time of a scene`);
  return Number(days ?? 0) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND;
}
