/**
 * npm run test:days [-- --all]: the suites that show days, under eight fixed days. `npm test` runs everything under the
 * real day; in CI it also does this.
 *
 * `faketime` (a Debian package) sets the day for Node, its functions and the browser alike. `--all`: all journeys and screens,
 * which takes most of an hour.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { node, ready } from './ready.mjs';
import { ROOT } from './stale.mjs';

/**
 * Covers every weekday, ends of months and of a year, a leap day, and the last minutes of a day in China (15:5x UTC)
 * and in UTC.
 */
const DAYS = [
  '2026-11-30 09:00:00', // Monday, the end of a month
  '2028-02-29 03:00:00', // Tuesday, a leap day
  '2027-03-31 15:56:00', // Wednesday, the last minutes of a month in China
  '2026-12-31 15:56:00', // Thursday, the last minutes of a year in China
  '2027-01-01 01:00:00', // Friday, the first day of a year
  '2026-12-05 02:00:00', // Saturday
  '2027-02-28 23:56:00', // Sunday, the last minutes of a month in UTC
  '2029-12-31 23:56:00', // Monday, the last minutes of a year in UTC, years after the sample's course sheet
];

/** Suites over the sample, and over words about days. */
const SUITES = [
  'tests/sample/',
  'tests/journeys/sample-people',
  'tests/domain/[a-z]+/(calendar|remind|roll-times|no-show|quiet-hours|shift|publish|draft)',
  'tests/src/(pages|packages)/',
];
/** Screens that show days, in the dark theme with the largest letters, because a list grows longest there. */
const SCREENS = 'by night.*(home|batch|section|mine|class|absences|roll|attendance|lesson|no-shows)/index';

const all = process.argv.includes('--all');
ready();
if (spawnSync('faketime', ['--version']).error) {
  const words = 'No faketime found: the suites that show days ran under the real day only (apt-get install faketime).';
  console.log(words);
  process.exit(process.env.CI ? 1 : 0);
}
const chromium = findChromium();
if (!chromium) console.log('No Chromium found: the screens are passed over.');

/** Runs Jest on a day, in one process. Its output is printed when it is done, so that two days do not mix. */
const jest = (day, ...words) =>
  new Promise(resolve => {
    const args = [day, process.execPath, join(ROOT, 'node_modules/jest/bin/jest.js'), '--runInBand', ...words];
    const env = { ...process.env, TZ: 'UTC', ...(chromium && { CHROMIUM: chromium }) };
    const child = spawn('faketime', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk));
    child.on('close', status => {
      process.stdout.write(`── ${day} UTC\n${said}`);
      resolve(status ?? 1);
    });
  });

const red = [];
const ahead = [...DAYS];
/** Takes one day after the other. Two do so at a time, one a core. */
async function goThrough() {
  for (let day = ahead.shift(); day; day = ahead.shift()) {
    const suites = await jest(day, ...(all ? ['tests/journeys', 'tests/domain', 'tests/src', 'tests/sample'] : SUITES));
    const screens = chromium ? await jest(day, 'tests/e2e/accessible', ...(all ? [] : ['-t', SCREENS])) : 0;
    if (suites + screens > 0) red.push(day);
  }
}
// Stale builds are made anew before the days begin, because two days would otherwise build at once.
node('scripts/build.mjs', 'tools', 'functions', 'player', ...(chromium ? ['h5', 'weapp'] : []));
await Promise.all([goThrough(), goThrough()]);
if (red.length > 0) {
  console.error(`Red under ${red.join(', ')}`);
  process.exit(1);
}
console.log(`── ${DAYS.length} fixed days: green`);
