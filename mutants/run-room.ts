import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleTests } from './bundle';
import { instrument } from './instrument.mjs';
import { named, type Mutant } from './mutant';
import type { Room } from './what';
import { TookTooLong, Worker } from './work';
import type { Measured, Trial } from './worker';

export interface Result extends Mutant {
  survived: boolean;
  /** The test that noticed, why the run ended, or that no test reaches it. */
  by: string;
}

export interface Places {
  root: string;
  /** The built `worker.ts`. */
  worker: string;
  scratch: string;
}

const MEASURE_MS = 300_000;
/** A mutant may be slower than its original code, and the machine may be busy. */
const trialMs = (ms: number) => 5_000 + 20 * ms;

/** Files under a folder, or the file itself. */
function filesIn(root: string, path: string, ends: RegExp): string[] {
  const there = [path, `${path}.ts`].find(one => existsSync(join(root, one)));
  if (!there) throw new Error(`There is no ${path}`);
  if (statSync(join(root, there)).isFile()) return [there];
  return readdirSync(join(root, there), { recursive: true, encoding: 'utf8' })
    .filter(name => ends.test(name) && !name.endsWith('.d.ts'))
    .map(name => join(there, name))
    .sort();
}

/** Which mutants are tried. */
export interface Choice {
  /** The mutants of files whose path begins like this; if none is given, all. */
  only: readonly string[];
  isWanted: (key: string) => boolean;
}

/** The sources of a room, with their mutants. */
async function mutate(room: Room, root: string, { only, isWanted }: Choice) {
  const sources = room.sources
    .flatMap(folder => filesIn(root, folder, /\.ts$/))
    .filter(file => !room.without?.test(file))
    .filter(file => only.length === 0 || only.some(path => file.startsWith(path)));
  const contents = new Map(sources.map(name => [name, readFileSync(join(root, name), 'utf8')]));
  const made = await instrument(
    sources.map(name => ({ name, content: contents.get(name) ?? '' })),
    room.mutations,
  );
  return { files: made.files, mutants: named(made.mutants, contents).filter(mutant => isWanted(mutant.key)) };
}

/** The mutants of a room by their keys. No test runs. */
export const keysOf = async (room: Room, root: string, choice: Choice): Promise<string[]> =>
  (await mutate(room, root, choice)).mutants.map(mutant => mutant.key);

/** Makes the mutants of a room's sources and runs the tests that reach each one. */
export async function runRoom(
  room: Room,
  places: Places,
  choice: Choice,
  onProgress: (done: number, of: number, last: Result) => void,
): Promise<Result[]> {
  const { root } = places;
  const { files, mutants } = await mutate(room, root, choice);
  if (mutants.length === 0) return [];

  rmSync(places.scratch, { recursive: true, force: true });
  const tests = room.tests.flatMap(folder => filesIn(root, folder, /\.(test|check)\.ts$/));
  const code = new Map(files.map(file => [file.name, file.content]));
  const bundles = await bundleTests(root, tests, code, places.scratch);
  const worker = new Worker(places.worker, root, bundles);
  try {
    const measured = new Map<string, Measured>();
    for (const file of bundles.keys()) measured.set(file, await worker.measure(file, MEASURE_MS));
    mustPass(measured);
    const results: Result[] = [];
    for (const mutant of mutants) {
      const result = { ...mutant, ...(await outcomeOf(mutant, measured, worker)) };
      results.push(result);
      onProgress(results.length, mutants.length, result);
    }
    return results;
  } finally {
    worker.end();
  }
}

/** Without a mutant every test has to pass; otherwise it could not show anything. */
function mustPass(measured: ReadonlyMap<string, Measured>): void {
  const failed = [...measured].flatMap(([file, { tests }]) =>
    tests.filter(test => test.error !== undefined).map(test => `${file}: ${test.title}: ${test.error}`),
  );
  if (failed.length > 0) throw new Error(`Tests fail without any mutant:\n${failed.join('\n')}`);
}

async function outcomeOf(
  mutant: Mutant,
  measured: ReadonlyMap<string, Measured>,
  worker: Worker,
): Promise<Pick<Result, 'survived' | 'by'>> {
  const { trial, ms } = trialOf(mutant, measured);
  if (trial.files.length === 0) return { survived: true, by: 'no test meets it' };
  try {
    const verdict = await worker.try(trial, trialMs(ms));
    return verdict ? { survived: false, by: `${verdict.title}: ${verdict.error}` } : { survived: true, by: '' };
  } catch (error) {
    if (error instanceof TookTooLong) return { survived: false, by: `it never ended: ${error.message}` };
    throw error;
  }
}

const QUICK_MS = 50;

/** The tests that reach a mutant. The test file with the source's name comes first, and slow tests come last. */
function trialOf({ id, file: source }: Mutant, measured: ReadonlyMap<string, Measured>): { trial: Trial; ms: number } {
  const quick: Trial['files'] = [];
  const slow: Trial['files'] = [];
  let hits = 0;
  let ms = 0;
  for (const [file, { always, tests }] of measured) {
    const meeting = tests.flatMap((test, index) => (always[id] || test.hits[id] ? [{ ...test, index }] : []));
    hits += meeting.reduce((sum, test) => sum + (test.hits[id] ?? 0), always[id] ?? 0);
    ms += meeting.reduce((sum, test) => sum + test.ms, 0);
    const part = (some: typeof meeting) => (some.length > 0 ? [{ file, tests: some.map(test => test.index) }] : []);
    const isOwn = basename(file).startsWith(`${basename(source, '.ts')}.`);
    quick[isOwn ? 'unshift' : 'push'](...part(meeting.filter(test => test.ms < QUICK_MS)));
    slow.push(...part(meeting.filter(test => test.ms >= QUICK_MS)));
  }
  return { trial: { mutant: id, hitLimit: 10_000 + 100 * hits, files: [...quick, ...slow] }, ms };
}
