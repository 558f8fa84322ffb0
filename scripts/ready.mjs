/** What every command needs first: a Node that is new enough and the packages of the lock file. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stale.mjs';

const NEEDS = [20, 19];

/**
 * With what Node runs the emulator: more room for what is young. Hundreds of calls on their way are several MB; where they fill
 * half of it, they are copied again and again, and taken for old.
 */
export const FLAGS = JSON.parse(readFileSync(join(ROOT, 'scripts/start/node-flags.json'), 'utf8'));

export function ready() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDS[0] || (major === NEEDS[0] && minor < NEEDS[1])) {
    stop(
      `Node ${NEEDS.join('.')} or newer is needed; this is ${process.versions.node}. 请安装 Node 20.19 或更新的版本。`,
    );
  }
  if (!installed(ROOT)) {
    console.log('Installing packages (once; one to three minutes) … 正在安装依赖');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
}

/** npm writes `node_modules/.package-lock.json` when it is done: older than the lock file, or not there = install. */
export function installed(folder) {
  const done = statSync(join(folder, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return done !== undefined && done.mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/** Runs npm in the project, on Windows too, and stops with its exit code when it fails. */
export function npm(args, cwd = ROOT) {
  const own = process.env.npm_execpath;
  const [command, first] = own && existsSync(own) ? [process.execPath, [own]] : ['npm', []];
  run(command, [...first, ...args], { cwd, shell: command === 'npm' && process.platform === 'win32' });
}

/** Runs a program to its end with our terminal; stops with its exit code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) stop(`${command} could not be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

export const node = (script, ...args) => run(process.execPath, [join(ROOT, script), ...args]);

export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
