import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorProblem } from '../problem';

/** A timer of a function's `config.json`: the cloud's 7-field cron, in UTC+8. */
export interface Trigger {
  name: string;
  cron: string;
}

/** One cloud function as its folder describes it. */
export interface FunctionFolder {
  name: string;
  folder: string;
  /** The file whose `exports.main` is called. */
  entry: string;
  /** Milliseconds after which the platform gives up a call. The cloud's default is 3 s. */
  timeoutMs: number;
  memoryMb: number;
  triggers: Trigger[];
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
const DEFAULT_TIMEOUT_S = 3;
const DEFAULT_MEMORY_MB = 256;
/** The cloud's own bounds for a function's time-out. */
const TIMEOUT_BOUNDS_S = [1, 900] as const;

/**
 * The functions in a folder: each sub-folder with an `index.js`, or with a `package.json` that names a `main` file.
 * @throws EmulatorProblem in one sentence that names the file and what to do.
 */
export function readFunctions(root: string): FunctionFolder[] {
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new EmulatorProblem(`There is no functions folder at ${root}: create it, or name another one.`);

  const found = readdirSync(root, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .filter(entry => statSync(join(root, entry.name)).isDirectory())
    .map(entry => entry.name)
    .sort()
    .flatMap(name => {
      const entry = entryOf(join(root, name));
      if (entry === undefined) return [];
      if (!NAME.test(name))
        throw new EmulatorProblem(
          `${join(root, name)}: a function's name has letters, digits, - and _ only: rename the folder.`,
        );
      return [describe(name, join(root, name), entry)];
    });

  if (found.length === 0)
    throw new EmulatorProblem(
      `No function in ${root}: a function is a sub-folder with an index.js (or a package.json that names a "main" file).`,
    );
  return found;
}

function entryOf(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  const main = existsSync(manifest) ? readJson(manifest)['main'] : undefined;
  if (typeof main === 'string') {
    const named = [join(folder, main), join(folder, `${main}.js`), join(folder, main, 'index.js')].find(isFile);
    if (named) return named;
    if (!isFile(join(folder, 'index.js')))
      throw new EmulatorProblem(
        `${manifest} names "${main}" as its main file, which does not exist: build it, or mend "main".`,
      );
  }
  const index = join(folder, 'index.js');
  return isFile(index) ? index : undefined;
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function describe(name: string, folder: string, entry: string): FunctionFolder {
  const file = join(folder, 'config.json');
  const config = existsSync(file) ? readJson(file) : {};
  const seconds = config['timeout'] ?? DEFAULT_TIMEOUT_S;
  const [least, most] = TIMEOUT_BOUNDS_S;
  if (typeof seconds !== 'number' || !(seconds >= least && seconds <= most))
    throw new EmulatorProblem(`${file}: "timeout" must be a number of seconds between ${least} and ${most}.`);
  const memory = config['memorySize'] ?? DEFAULT_MEMORY_MB;
  if (typeof memory !== 'number' || !(memory >= 64))
    throw new EmulatorProblem(`${file}: "memorySize" must be a number of megabytes, 64 or more.`);
  return { name, folder, entry, timeoutMs: seconds * 1000, memoryMb: memory, triggers: triggersOf(file, config) };
}

function triggersOf(file: string, config: Record<string, unknown>): Trigger[] {
  const triggers = config['triggers'] ?? [];
  if (!Array.isArray(triggers)) throw new EmulatorProblem(`${file}: "triggers" must be a list.`);
  return triggers.map((trigger: unknown, index) => {
    const { name, type, config: cron } = (trigger ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || type !== 'timer' || typeof cron !== 'string')
      throw new EmulatorProblem(`${file}: trigger ${index + 1} must be {"name", "type": "timer", "config": "<cron>"}.`);
    return { name, cron };
  });
}

function readJson(file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new EmulatorProblem(`${file} is not valid JSON (${(error as Error).message}): mend it and start again.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new EmulatorProblem(`${file} must hold a JSON object.`);
  return value as Record<string, unknown>;
}
