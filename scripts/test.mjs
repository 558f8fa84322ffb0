/**
 * npm test: types, lint, format, specs, end to end. In CI everything must be there; on a desk, what can't be had is
 * named in one line and passed over.
 */
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { node, ready, run } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
const bin = (name, ...args) => run(process.execPath, [join(ROOT, 'node_modules', name), ...args]);
const step = title => console.log(`\n── ${title}`);

step('types');
bin('typescript/bin/tsc', '--noEmit');
step('lint');
bin('eslint/bin/eslint.js', '.', '--max-warnings', '0');
step('format');
bin('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn');

step('build');
node('scripts/build.mjs', 'tools', 'functions', 'h5', 'weapp');
node('scripts/check-weapp.mjs', ...(process.env.CI ? ['--compile'] : []));

step('specs, journeys and end to end');
const chromium = findChromium();
if (!chromium && process.env.CI) {
  console.error('CI needs Chromium for the end-to-end tests, and there is none.');
  process.exit(1);
}
if (chromium) process.env.CHROMIUM = chromium;
else console.log('No Chromium found: the end-to-end tests are passed over (set CHROMIUM=/path/to/chromium).');
bin('jest/bin/jest.js', ...(chromium ? [] : ['--testPathIgnorePatterns', 'tests/e2e/']), ...process.argv.slice(2));
