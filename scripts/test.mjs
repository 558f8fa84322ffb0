/**
 * npm test: types, lint, spelling, format, both builds, specs, journeys and end to end. In CI everything must be
 * there. On a desk, what is not available is named in one line and skipped.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { install, ready, stop } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
const inCi = Boolean(process.env.CI);
if (inCi) install('scripts/weapp-check', 'Installing miniprogram-ci (once) …');
const chromium = findChromium();
if (!chromium && inCi) stop('CI needs Chromium for the end-to-end tests, and there is none.');
if (chromium) process.env.CHROMIUM = chromium;
else console.log('No Chromium found: the end-to-end tests are passed over (set CHROMIUM=/path/to/chromium).');

const bin = name => join(ROOT, 'node_modules', name);
const running = new Set();
process.on('exit', () => running.forEach(child => child.kill()));

/**
 * Runs a Node script to its end. If it runs beside others, its output is printed when it is done, so that outputs do
 * not mix.
 */
const script = (args, stdio) =>
  new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio });
    running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk));
    child.on('close', code => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });

async function step(title, ...scripts) {
  const began = Date.now();
  for (const args of scripts) {
    const { code, said } = await script(args, ['ignore', 'pipe', 'pipe']);
    process.stdout.write(said);
    if (code !== 0) stop(`── ${title}: failed`);
  }
  console.log(`── ${title}: ${Math.round((Date.now() - began) / 1000)} s`);
}

async function specs() {
  const passedOver = chromium ? [] : ['--testPathIgnorePatterns', 'tests/e2e/'];
  const { code } = await script([bin('jest/bin/jest.js'), ...passedOver, ...process.argv.slice(2)], 'inherit');
  if (code !== 0) process.exit(code);
}

await Promise.all([
  step('types', [bin('typescript7/bin/tsc'), '--noEmit']),
  step('builds', ['scripts/build.mjs', 'functions', 'tools', 'player', 'h5', 'weapp']),
]);
await Promise.all([
  step('lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
  step('styles', [bin('stylelint/bin/stylelint.mjs'), 'src/**/*.scss'])
    .then(() => step('spelling', [bin('cspell/bin.mjs'), 'lint', '--no-progress', '--no-summary', '**']))
    .then(() => step('format', [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'])),
]);
// Nothing runs beside these two: WeChat's compiler and a browser give up when they get too little of a slow machine.
await step('weapp', ['scripts/check-weapp.mjs', ...(inCi ? ['--compile'] : [])]);
await specs();

if (inCi) await step('fixed days', ['scripts/days.mjs']);
