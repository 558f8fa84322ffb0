/** What every command needs first: a Node that is new enough, and the packages of the lock file. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stale.mjs';

const NEEDS = [20, 19];

/**
 * Node's flags for the emulator. Young objects get more room, because hundreds of calls in progress take several MB.
 * If they fill half of that room, they are copied again and again and taken for old. Another flag keeps objects
 * from being taken for old because of where they are made (docs/bench.md).
 */
export const FLAGS = JSON.parse(readFileSync(join(ROOT, 'scripts/start/node-flags.json'), 'utf8'));

/**
 * Settings of glibc's allocator. By default it gives each thread a heap of its own and returns little of it.
 * Instances come and go, and after a busy day 260 MB of such heaps were left (docs/years.md). Systems with another
 * allocator ignore this.
 */
export const MEMORY = JSON.parse(readFileSync(join(ROOT, 'scripts/start/node-env.json'), 'utf8'));

export function ready() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDS[0] || (major === NEEDS[0] && minor < NEEDS[1])) {
    stop(
      `Node ${NEEDS.join('.')} or newer is needed; this is ${process.versions.node}. 请安装 Node 20.19 或更新的版本。`,
    );
  }
  install('.', 'Installing packages (once; one to three minutes) … 正在安装依赖');
}

/** Installs a folder's packages by its lock file, unless that is already done. */
export function install(folder, words) {
  const there = join(ROOT, folder);
  if (installed(there)) return;
  console.log(words);
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], there);
}

/**
 * npm writes `node_modules/.package-lock.json` when it is done. If that is missing or older than the lock file,
 * install.
 */
function installed(folder) {
  const done = statSync(join(folder, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return done !== undefined && done.mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/** Runs npm, on Windows too, and exits with its code if it fails. */
function npm(args, cwd) {
  const own = process.env.npm_execpath;
  const [command, first] = own && existsSync(own) ? [process.execPath, [own]] : ['npm', []];
  run(command, [...first, ...args], { cwd, shell: command === 'npm' && process.platform === 'win32' });
}

/** Runs a program to its end in our terminal; exits with its code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) stop(`${command} could not be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

export const node = (script, ...args) => run(process.execPath, [join(ROOT, script), ...args]);

/**
 * Hands over to `dist/tools/<name>.js`, with our terminal and the arguments of the command, and exits with its code.
 * @param {{ flags?: string[], env?: Record<string, string>, cwd?: string }} [how]
 */
export function tool(name, { flags = [], env = {}, cwd = ROOT } = {}) {
  const child = spawn(process.execPath, [...flags, join(ROOT, `dist/tools/${name}.js`), ...process.argv.slice(2)], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 1));
}

export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
