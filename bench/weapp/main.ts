/** npm run bench:weapp: what each screen of the mini-program costs, in the player. `bench/weapp.mjs` builds and starts this. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { servePlayer } from '../../player/serve';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { end, freePort, spawnServer } from '../contenders/child';
import { tool } from '../contenders/paths';
import { median } from '../part';
import { openidOf, peopleAt } from '../screens/people';
import { SCREENS, type Screen } from './screens';
import { visit, type Visit } from './visit';

const ROOT = join(__dirname, '../..');
/** How many times slower than this machine the thread that draws is. */
const SPEEDS = [1, 4];
const HELP = `npm run bench:weapp -- [options]
  --rounds <n>        visits of each screen at each speed; the table shows medians (3)
  --markdown <file>   the table, for a document`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      markdown: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM=/path/to/chromium.');
  const data = mkdtempSync(join(tmpdir(), 'weapp-'));
  const port = await freePort();
  const options = ['--no-open', '--fresh', '--data', data, '--port', String(port)];
  const server = await spawnServer(process.execPath, [tool('start'), ...options], port);
  const played = await servePlayer(join(ROOT, 'dist/player'), join(ROOT, 'dist/weapp'));
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const gateway = `http://127.0.0.1:${port}`;
    const people = await peopleAt(gateway);
    await farFromOpening(gateway);
    const visits = new Map<string, Visit[]>();
    for (let round = 1; round <= Number(values.rounds); round++)
      for (const screen of SCREENS)
        for (const cpu of SPEEDS) {
          const url = addressOf(played.url, gateway, openidOf(people, screen.who), screen);
          const one = await onNewPhone(browser, url, screen, cpu);
          const key = `${screen.label} ${cpu}`;
          visits.set(key, [...(visits.get(key) ?? []), one]);
          console.log(`round ${round}: ${key}×: ${one.calls} calls, ${one.bytes} bytes, ${one.paintedMs} ms`);
        }
    const text = table(key => medianOf(visits.get(key)!));
    console.log(`\n${text}`);
    if (values.markdown) writeFileSync(values.markdown, `${text}\n`);
  } finally {
    await browser.close();
    await played.stop();
    await end(server);
    rmSync(data, { recursive: true, force: true });
  }
}

/** The sample's next batch opens in a minute. Here it opens in an hour, so that every round sees the same screens. */
async function farFromOpening(gateway: string): Promise<void> {
  const body = JSON.stringify({ batchId: 'yc-spring-1', inSeconds: 3_600 });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${gateway}/local/reopen`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`The batch could not be put off: ${answer.status}`);
}

function addressOf(player: string, gateway: string, openid: string, { from }: Screen): string {
  const [path = '', query = ''] = from.split('?');
  return `${player}/?${new URLSearchParams({ path, query, cloud: `${gateway}/call`, openid })}`;
}

async function onNewPhone(browser: Browser, url: string, screen: Screen, cpu: number): Promise<Visit> {
  const phone = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' });
  try {
    return await visit(await phone.newPage(), url, screen, cpu);
  } finally {
    await phone.close();
  }
}

function medianOf(visits: Visit[]): Visit {
  const of = (figure: keyof Visit) => median(visits.map(one => one[figure]));
  return {
    paintedMs: of('paintedMs'),
    calls: of('calls'),
    bytes: of('bytes'),
    largest: of('largest'),
    requests: of('requests'),
  };
}

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** What is sent does not depend on the speed. How long it takes does. */
function table(of: (key: string) => Visit): string {
  const head = ['screen', 'setData', 'bytes', 'largest', 'requests', 'this machine', 'drawn 4 times slower'];
  const rows = SCREENS.map(({ label }) => {
    const [one, slow] = SPEEDS.map(cpu => of(`${label} ${cpu}`)) as [Visit, Visit];
    return [
      label,
      String(one.calls),
      kb(one.bytes),
      kb(one.largest),
      String(one.requests),
      `${one.paintedMs} ms`,
      `${slow.paintedMs} ms`,
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
