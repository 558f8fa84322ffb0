/** npm run bench:screens: what opening a screen costs, on phones and networks of several kinds. `bench/screens.mjs` builds and starts this. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { spawnServer, end, freePort } from '../contenders/child';
import { tool } from '../contenders/paths';
import { median } from '../part';
import { PROFILES } from './profiles';
import { SCREENS } from './screens';
import { openScreen } from './open';
import { openidOf, peopleAt } from './people';
import type { Visit } from './visit';

const HELP = `npm run bench:screens -- [options]
  --rounds <n>        visits of each screen on each profile, interleaved; the table shows medians (5)
  --markdown <file>   the tables, for a document`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      markdown: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM=/path/to/chromium.');

  const data = mkdtempSync(join(tmpdir(), 'screens-'));
  const port = await freePort();
  const server = await spawnServer(
    process.execPath,
    [tool('start'), '--no-open', '--fresh', '--data', data, '--port', String(port)],
    port,
  );
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const url = `http://127.0.0.1:${port}`;
    const people = await peopleAt(url);
    const visits = new Map<string, Visit[]>();
    for (let round = 1; round <= Number(values.rounds); round++)
      for (const profile of PROFILES)
        for (const screen of SCREENS) {
          const one = await openScreen(browser, url, openidOf(people, screen.who), screen, profile);
          const key = `${profile.name}/${screen.label}`;
          visits.set(key, [...(visits.get(key) ?? []), one]);
          console.log(`round ${round}: ${key}: ${one.requests} requests, ${one.bytes} bytes, ${one.interactiveMs} ms`);
        }
    const text = table(key => medianOf(visits.get(key)!));
    console.log(`\n${text}`);
    if (values.markdown) writeFileSync(values.markdown, `${text}\n`);
  } finally {
    await browser.close();
    await end(server);
    rmSync(data, { recursive: true, force: true });
  }
}

function medianOf(visits: Visit[]): Visit {
  const of = (figure: keyof Visit) => median(visits.map(one => one[figure]));
  return {
    requests: of('requests'),
    bytes: of('bytes'),
    calls: of('calls'),
    shownMs: of('shownMs'),
    interactiveMs: of('interactiveMs'),
  };
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What is fetched does not depend on the profile. How long it takes does: shown / ready for a tap. */
function table(of: (key: string) => Visit): string {
  const head = ['screen', 'requests', 'of these calls', 'bytes', ...PROFILES.map(profile => profile.name)];
  const rows = SCREENS.map(({ label }) => {
    const all = PROFILES.map(profile => of(`${profile.name}/${label}`));
    const { requests, calls, bytes } = all[0]!;
    return [
      label,
      String(requests),
      String(calls),
      `${Math.round(bytes / 1024)} KB`,
      ...all.map(one => `${seconds(one.shownMs)} / ${seconds(one.interactiveMs)}`),
    ];
  });
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
});
