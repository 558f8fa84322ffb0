import type { Page } from 'playwright-core';
import type { Profile } from './profiles';

/** What it took to open one screen, from the first byte asked for until it was complete. */
export interface Visit {
  /** Everything that the browser fetched from the network. What came from its cache does not count. */
  requests: number;
  /** Bytes over the wire, compressed, with headers. */
  bytes: number;
  /** How many of them were calls of cloud functions. */
  calls: number;
  /** Milliseconds from the navigation until the content was shown without a skeleton. */
  shownMs: number;
  /**
   * Until the content was shown and the main thread was free: the end of the last task of more than 50 ms before a
   * second of quiet.
   */
  interactiveMs: number;
}

/** If the main thread is quiet for this long, the screen is ready for a tap. */
const QUIET_MS = 1_000;
/** Longer than any screen should take on the slowest profile. */
const PATIENCE_MS = 120_000;

interface Watched {
  shownAt: number;
  busyUntil: number;
}

/** Runs in the page before its own code. */
function watch(): void {
  const watched: Watched = { shownAt: 0, busyUntil: 0 };
  (window as unknown as { watched: Watched }).watched = watched;
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) watched.busyUntil = task.startTime + task.duration;
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const body = document.querySelector('.page__body');
    const stands = body !== null && body.textContent !== '' && !document.querySelector('[data-testid=loading]');
    if (stands) watched.shownAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens `url` in a page that has not been anywhere yet. The page's context decides what is cached. */
export async function visit(page: Page, url: string, { network, cpu }: Profile): Promise<Visit> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  if (network)
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: network.down / 8,
      uploadThroughput: network.up / 8,
    });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });

  const asked = new Map<string, string>();
  let bytes = 0;
  const fetched = new Set<string>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
  devtools.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId));
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) asked.delete(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!asked.get(requestId)?.startsWith('http')) return;
    fetched.add(requestId);
    bytes += encodedDataLength;
  });

  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE_MS });
  await page.waitForFunction(
    quiet => {
      const { watched } = window as unknown as { watched: Watched };
      return watched.shownAt > 0 && performance.now() - Math.max(watched.shownAt, watched.busyUntil) > quiet;
    },
    QUIET_MS,
    { timeout: PATIENCE_MS, polling: 100 },
  );
  const { shownAt, busyUntil } = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);

  const urls = [...fetched].map(id => asked.get(id) ?? '');
  return {
    requests: urls.length,
    bytes,
    calls: urls.filter(one => one.includes('/call/')).length,
    shownMs: Math.round(shownAt),
    interactiveMs: Math.round(Math.max(shownAt, busyUntil)),
  };
}
