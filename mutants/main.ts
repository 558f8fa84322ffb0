/**
 * npm run mutants [-- <path> …] [--listed] [--there] [--noticed] [--survivors file] [--sources path --tests path]
 *
 * Changes the code in one place at a time and runs the tests that reach it. A path narrows it to files that begin so.
 * `--listed` tries only the mutants of the list: quick, after tests were added. `--there` runs no tests: it says which
 * mutants of the list the code no longer has.
 * It fails where a mutant survives that `mutants/survivors.txt` does not list, where a listed one is noticed, and below a room's goal.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { complaints, goneFrom, parseSurvivors } from './survivors';
import { keysOf, runRoom, type Result } from './run-room';
import { percent, table } from './table';
import { ROOMS, roomOf } from './what';

const { values, positionals: only } = parseArgs({
  allowPositionals: true,
  options: {
    listed: { type: 'boolean', default: false },
    there: { type: 'boolean', default: false },
    noticed: { type: 'boolean', default: false },
    survivors: { type: 'string', default: 'mutants/survivors.txt' },
    sources: { type: 'string' },
    tests: { type: 'string' },
  },
});

const root = process.cwd();
const scratch = join(root, '.cache/mutants', `${process.pid}`);
const places = { root, worker: join(__dirname, 'mutants-worker.js'), scratch };

async function main(): Promise<boolean> {
  const began = Date.now();
  const rooms = values.sources && values.tests ? [roomOf(values.sources, values.tests)] : ROOMS;
  const listed = existsSync(values.survivors)
    ? parseSurvivors(readFileSync(values.survivors, 'utf8'))
    : new Map<string, string>();
  if (values.there) return allThere(listed);
  const all: Result[] = [];
  const troubles: string[] = [];
  for (const room of rooms) {
    const choice = { only, isWanted: (key: string) => !values.listed || listed.has(key) };
    const results = await runRoom(room, places, choice, (done, of, last) => say(done, of, last, listed));
    all.push(...results);
    const narrowed = only.length > 0 ? only : room.sources;
    const isAbout = (key: string) => narrowed.some(path => key.startsWith(path)) && results.length > 0;
    troubles.push(...complaints(listed, results, isAbout));
    if (only.length === 0 && !values.listed && percent(results) < room.goal)
      troubles.push(`${room.sources.join(', ')}: ${percent(results).toFixed(1)} % noticed, the goal is ${room.goal} %`);
  }
  if (all.length === 0) troubles.push(`No mutants: ${only.join(', ')}`);
  if (values.noticed)
    for (const one of all.filter(({ survived }) => !survived)) console.log(`noticed ${one.key}\n  by ${one.by}`);
  for (const trouble of troubles) console.log(trouble);
  console.log(`\n${table(all, 'file')}\n\n${table(all, 'folder')}`);
  console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`);
  return troubles.length === 0;
}

/** Says which mutants of the list the code no longer has, because somebody changed the line on which they stood. */
async function allThere(listed: ReadonlyMap<string, string>): Promise<boolean> {
  const keys = await Promise.all(ROOMS.map(room => keysOf(room, root, { only, isWanted: () => true })));
  const gone = goneFrom(listed, new Set(keys.flat()));
  for (const key of gone) console.log(`listed, but there is none such: ${key}`);
  console.log(`${listed.size} are listed, ${gone.length} of them are gone.`);
  return gone.length === 0;
}

/**
 * On a terminal this is one line that changes. In a log it is every hundredth mutant, and each survivor at once,
 * because a long run may be stopped.
 */
function say(done: number, of: number, { file, survived, key }: Result, listed: ReadonlyMap<string, string>): void {
  const words = `${done} of ${of}  ${file}`;
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done === of ? '' : words}`);
  else if (survived && !listed.has(key)) console.error(`${words} survived: ${key}`);
  else if (done % 100 === 0) console.error(words);
}

void main().then(
  good => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
