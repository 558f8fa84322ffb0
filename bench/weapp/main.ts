/** npm run bench:weapp: what each screen of the mini-program costs, in the player. `bench/weapp.mjs` builds and starts this. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { servePlayer } from '../../player/serve';
import { command, table, Visits } from '../screens/command';
import { openidOf } from '../screens/people';
import { SCREENS, type Screen } from './screens';
import { visit, type Visit } from './visit';

const ROOT = join(__dirname, '../..');
/** How many times slower than this machine the thread that draws is. */
const SPEEDS = [1, 4];
const HELP = `npm run bench:weapp -- [options]
  --rounds <n>        visits of each screen at each speed; the table shows medians (3)
  --markdown <file>   the table, for a document`;

command(HELP, 3, async ({ rounds, browser, url: gateway, people }) => {
  const played = await servePlayer(join(ROOT, 'dist/player'), join(ROOT, 'dist/weapp'));
  try {
    const visits = new Visits<Visit>();
    for (let round = 1; round <= rounds; round++)
      for (const screen of SCREENS)
        for (const cpu of SPEEDS) {
          const url = addressOf(played.url, gateway, openidOf(people, screen.who), screen);
          const one = await onNewPhone(browser, url, screen, cpu);
          const key = `${screen.label} ${cpu}`;
          visits.add(key, one);
          console.log(`round ${round}: ${key}×: ${one.calls} calls, ${one.bytes} bytes, ${one.paintedMs} ms`);
        }
    return result(visits);
  } finally {
    await played.stop();
  }
});

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

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** The data that is sent does not depend on the speed; the time does. */
function result(visits: Visits<Visit>): string {
  const head = ['screen', 'setData', 'bytes', 'largest', 'requests', 'this machine', 'drawn 4 times slower'];
  const rows = SCREENS.map(({ label }) => {
    const [one, slow] = SPEEDS.map(cpu => visits.median(`${label} ${cpu}`)) as [Visit, Visit];
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
  return table(head, rows);
}
