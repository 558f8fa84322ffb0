import { openScreen } from '../../bench/screens/open';
import { PROFILES } from '../../bench/screens/profiles';
import { SCREENS } from '../../bench/screens/screens';
import { openidOf, setStage, type Stage } from './browser';

/**
 * What opening a screen fetches: that does not depend on the machine. How long it takes is measured by
 * `npm run bench:screens`. In WeChat the calls are what a phone with a weak network waits for.
 */
const KB = 1024;
const MOST = { requests: 18, bytes: 240 * KB, calls: 5 };
/** Who teaches also gets the rolls of today and the next one of each class, for basements: as many as the day has. */
const MOST_TAUGHT = { requests: 22, bytes: 240 * KB, calls: 9 };
const MOST_AGAIN = { requests: 6, bytes: 12 * KB, calls: 2 };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

test.each(SCREENS)(
  '$label: few requests, few bytes, few calls',
  async screen => {
    const openid = openidOf(stage.sample, screen.who);
    const most = screen.again ? MOST_AGAIN : screen.path.includes('instructor') ? MOST_TAUGHT : MOST;

    const seen = await openScreen(stage.browser, stage.emulated.url, openid, screen, PROFILES[0]!);

    for (const figure of ['requests', 'bytes', 'calls'] as const) {
      expect(seen[figure]).toBeGreaterThan(0);
      expect(seen[figure]).toBeLessThanOrEqual(most[figure]);
    }
  },
  120_000,
);
