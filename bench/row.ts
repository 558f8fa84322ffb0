import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRow, type Check } from './check';
import { WARM, WARM_PEOPLE, type Contender, type Operations, type Running } from './contenders/contender';
import { cpuMicrosOf } from './cpu';
import { Histogram } from './load/histogram';
import type { LoadJob, LoadResult } from './load/job';
import { CROWD, WARM_CROWD, type Scene } from './scene';

export interface Settings {
  connections: number;
  /** Arrivals per second; absent for the closed loop. */
  perSecond?: number;
  load(job: LoadJob): Promise<LoadResult>;
  /** Claims on a separate section before the measured ones. By default, and at most, WARM_PEOPLE. */
  warmPeople?: number;
}

/** One contender, one workload, once. */
export interface Row {
  people: number;
  wallMs: number;
  claimsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU of server and database for one claim; absent if the system does not report it. */
  cpuMicrosPerClaim?: number;
  generatorCpuMicrosPerClaim: number;
  /** Open loop: how late the generator itself was at the 99th percentile. */
  latenessP99Ms?: number;
  /** Requests beyond one per person, because the reply was no answer. */
  retries: number;
  operations?: Operations;
  check?: Check;
  strange?: string;
}

/** Starts a contender on a data folder of its own, warms it up, sends the crowd, checks its record, stops it. */
export async function runRow(contender: Contender, scene: Scene, settings: Settings): Promise<Row | string> {
  const folder = mkdtempSync(join(tmpdir(), `bench-${contender.id}-`));
  let running: Running | string | undefined;
  try {
    running = await contender.start(scene, folder);
    return typeof running === 'string' ? running : await measure(running, scene, settings);
  } finally {
    if (typeof running === 'object') await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  running: Running,
  scene: Scene,
  { connections, perSecond, load, warmPeople = WARM_PEOPLE }: Settings,
): Promise<Row> {
  const { port, path } = running;
  await load({
    port,
    path,
    connections,
    bodies: [running.body(WARM)],
    choice: new Uint16Array(warmPeople),
    crowd: WARM_CROWD,
  });
  await running.prepare?.();

  const before = cpuMicrosOf(running.pids);
  const result = await load({
    port,
    path,
    connections,
    bodies: Array.from({ length: scene.sections }, (_, section) => running.body(section)),
    choice: scene.choice,
    crowd: CROWD,
    ...(perSecond === undefined ? {} : { perSecond }),
  });
  const after = cpuMicrosOf(running.pids);

  const operations = await running.operations?.();
  const lines = await running.lines?.();
  return rowOf(result, scene.choice.length, {
    ...(before !== undefined && after !== undefined && { cpuMicrosPerClaim: (after - before) / scene.choice.length }),
    ...(perSecond !== undefined && { latenessP99Ms: new Histogram(result.lateness).at(0.99) / 1000 }),
    ...(operations && { operations }),
    ...(lines && { check: checkRow(scene, lines, result, running.nameOf) }),
  });
}

function rowOf(result: LoadResult, people: number, more: Partial<Row>): Row {
  const latency = new Histogram(result.latency);
  return {
    people,
    wallMs: result.wallMs,
    claimsPerSecond: (people * 1000) / result.wallMs,
    p50Ms: latency.at(0.5) / 1000,
    p99Ms: latency.at(0.99) / 1000,
    generatorCpuMicrosPerClaim: result.cpuMicros / people,
    retries: result.requests - people,
    ...(result.strange !== undefined && { strange: result.strange }),
    ...more,
  };
}
