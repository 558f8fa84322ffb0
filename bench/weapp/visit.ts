import type { Page } from 'playwright-core';
import type { LogEntry } from '../../player/protocol';
import type { Screen } from './screens';

/** The cost of getting to one screen, from the tap or from the start of the app. */
export interface Visit {
  /** Until the frame that shows the complete screen. */
  paintedMs: number;
  calls: number;
  /** Bytes of all calls of `setData`, and of the largest. */
  bytes: number;
  largest: number;
  requests: number;
}

/** A screen that says nothing for so long is complete. */
const QUIET_MS = 1_500;

type Log = { player: { log: LogEntry[] } };

/** Opens the screen in the player, with the thread that draws slowed down `cpu` times. */
export async function visit(page: Page, url: string, { tap, ready }: Screen, cpu: number): Promise<Visit> {
  const shown = page.frameLocator('iframe[data-top]');
  const there = (id: string) => shown.locator(`[data-testid=${id}]:visible`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  let since = await page.evaluate(() => performance.timeOrigin + performance.now());
  await page.goto(url);
  if (tap) {
    const opener = there(tap.on).filter(tap.text === undefined ? {} : { hasText: tap.text });
    await opener.first().waitFor();
    await quiet(page);
    await opener.first().click();
    since = await page.evaluate(() => {
      const taps = (window as unknown as Log).player.log.filter(one => one.kind === 'tapped');
      return taps[taps.length - 1]?.at ?? performance.timeOrigin + performance.now();
    });
  }
  await there(ready).first().waitFor();
  await quiet(page);
  const log = await page.evaluate(() => (window as unknown as Log).player.log);
  return sumOf(
    log.filter(one => one.at >= since),
    since,
  );
}

/** Waits until nothing but a ticking clock has been sent for a while. */
async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(
    quietMs => {
      const now = performance.timeOrigin + performance.now();
      const { log } = (window as unknown as Log).player;
      const last = log.filter(one => one.kind === 'setData' && one.bytes > 2_000).pop();
      return last !== undefined && now - last.at > quietMs;
    },
    QUIET_MS,
    { polling: 100 },
  );
}

/** Everything before the last large call of `setData` was painted belongs to the screen. */
function sumOf(log: LogEntry[], since: number): Visit {
  const sent = log.flatMap(one => (one.kind === 'setData' ? [one] : []));
  const large = sent.filter(one => one.bytes > 2_000);
  const last = large[large.length - 1] ?? sent[sent.length - 1];
  const painted = log.find(one => one.kind === 'painted' && one.page === last?.page && one.call === last?.call);
  const end = painted?.at ?? since;
  const own = sent.filter(one => one.at <= end);
  return {
    paintedMs: Math.round(end - since),
    calls: own.length,
    bytes: own.reduce((sum, one) => sum + one.bytes, 0),
    largest: Math.max(0, ...own.map(one => one.bytes)),
    requests: log.filter(one => one.kind === 'request' && one.at <= end).length,
  };
}
