import { openScreen } from '../../bench/screens/open';
import { PROFILES } from '../../bench/screens/profiles';
import { SCREENS } from '../../bench/screens/screens';
import { openidOf, setStage, type Stage } from './browser';

/**
 * What opening a screen fetches: that does not depend on the machine. How long it takes is measured by
 * `npm run bench:screens`. In WeChat the calls are what a phone with a weak network waits for.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

test.each(SCREENS)(
  '$label: few requests, few bytes, few calls',
  async screen => {
    const openid = openidOf(stage.sample, screen.who);

    const seen = await openScreen(stage.browser, stage.emulated.url, openid, screen, PROFILES[0]!);

    for (const figure of ['requests', 'bytes', 'calls'] as const) {
      expect(seen[figure]).toBeGreaterThan(0);
      expect(seen[figure]).toBeLessThanOrEqual(screen.most[figure]);
    }
  },
  120_000,
);
