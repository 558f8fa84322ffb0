/** npm run bench:screens: what opening a screen costs, on phones and networks of several kinds. `bench/screens.mjs` builds and starts this. */
import { command, table, Visits } from './command';
import { openScreen } from './open';
import { openidOf } from './people';
import { PROFILES } from './profiles';
import { SCREENS } from './screens';
import type { Visit } from './visit';

const HELP = `npm run bench:screens -- [options]
  --rounds <n>        visits of each screen on each profile, interleaved; the table shows medians (5)
  --markdown <file>   the tables, for a document`;

command(HELP, 5, async ({ rounds, browser, url, people }) => {
  const visits = new Visits<Visit>();
  for (let round = 1; round <= rounds; round++)
    for (const profile of PROFILES)
      for (const screen of SCREENS) {
        const one = await openScreen(browser, url, openidOf(people, screen.who), screen, profile);
        const key = `${profile.name}/${screen.label}`;
        visits.add(key, one);
        console.log(`round ${round}: ${key}: ${one.requests} requests, ${one.bytes} bytes, ${one.interactiveMs} ms`);
      }
  return result(visits);
});

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What is fetched does not depend on the profile. How long it takes does: shown / ready for a tap. */
function result(visits: Visits<Visit>): string {
  const head = ['screen', 'requests', 'of these calls', 'bytes', ...PROFILES.map(profile => profile.name)];
  const rows = SCREENS.map(({ label }) => {
    const all = PROFILES.map(profile => visits.median(`${profile.name}/${label}`));
    const { requests, calls, bytes } = all[0]!;
    return [
      label,
      String(requests),
      String(calls),
      `${Math.round(bytes / 1024)} KB`,
      ...all.map(one => `${seconds(one.shownMs)} / ${seconds(one.interactiveMs)}`),
    ];
  });
  return table(head, rows);
}
