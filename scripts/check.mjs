/**
 * npm run check: types of everything; lint, format and unit specs of what was changed since the last commit. It builds nothing.
 * With `-- --all`, every unit spec; with `-- --watch`, again at each change.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ready } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
const all = process.argv.includes('--all');
const watch = process.argv.includes('--watch');
const bin = name => join(ROOT, 'node_modules', name);
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);

const changed = [
  ...git('diff', '--name-only', '-z', '--diff-filter=d', 'HEAD'),
  ...git('ls-files', '--others', '--exclude-standard', '-z'),
].filter(file => existsSync(join(ROOT, file)));
const code = changed.filter(file => /\.(tsx?|[mc]?js)$/.test(file));
const styles = changed.filter(file => file.endsWith('.scss'));

const TYPES = [bin('typescript7/bin/tsc'), '--noEmit'];
const SPECS = [bin('jest/bin/jest.js'), '--selectProjects', 'unit', 'app'];

/** Runs a Node script. Its output is printed when it is done, so that the output of two scripts does not mix. */
const run = (title, args, stdio = ['ignore', 'pipe', 'pipe']) =>
  new Promise(resolve => {
    const begunAt = Date.now();
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk));
    child.on('close', status => {
      if (status !== 0) process.stdout.write(said);
      console.log(`── ${title}: ${status === 0 ? '' : 'failed, '}${((Date.now() - begunAt) / 1000).toFixed(1)} s`);
      resolve(status === 0);
    });
  });

if (watch) {
  void run('types', [...TYPES, '--watch', '--preserveWatchOutput'], 'inherit');
  process.exitCode = (await run('specs', [...SPECS, all ? '--watchAll' : '--watch'], 'inherit')) ? 0 : 1;
  process.exit();
}

const looked = await Promise.all([
  run('types', TYPES).then(
    async sound =>
      (code.length === 0 ||
        (await run('lint', [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '--no-warn-ignored', ...code]))) &&
      (styles.length === 0 ||
        (await run('styles', [bin('stylelint/bin/stylelint.mjs'), '--allow-empty-input', ...styles]))) &&
      (changed.length === 0 ||
        (await run('format', [bin('prettier/bin/prettier.cjs'), '--check', '--ignore-unknown', ...changed]))) &&
      sound,
  ),
  run('unit specs', [...SPECS, ...(all ? [] : ['--onlyChanged', '--passWithNoTests'])]),
]);
process.exitCode = looked.every(Boolean) ? 0 : 1;
