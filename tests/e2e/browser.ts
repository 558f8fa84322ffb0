import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Section } from '../../domain/model';
import { buildSample, type Sample } from '../../sample/sample';
import { CHROMIUM_FLAGS } from '../../scripts/chromium.mjs';
import { servePlayer, type Served } from '../../player/serve';
import { startEmulated, type Emulated } from '../emulated';
import { browserPhone, opening, playedPhone, type Build, type Phone, type PhoneOptions } from './phone';

export { BUILDS, type Build, type Phone } from './phone';

const ROOT = join(__dirname, '../..');
export const PHONE = { width: 375, height: 812 };

export interface Stage {
  browser: Browser;
  emulated: Emulated;
  sample: Sample;
  /** A phone of its own in somebody's hand, at a page of the app (`pages/home/index?…`). `stored`: what it remembers. */
  phone(openid: string, page?: string, options?: BrowserContextOptions, stored?: Record<string, string>): Promise<Page>;
  /** The same for either build. */
  hand(build: Build, openid: string, page?: string, options?: PhoneOptions): Promise<Phone>;
  /** What went wrong in any page so far: uncaught errors and failed requests of ours. */
  faults: string[];
  close(): Promise<void>;
}

/**
 * The built H5 app, the shipped functions and the sample data on one emulator, and a real browser.
 * @param change the last word on the sample's sections before they are loaded.
 * @param env variables for the functions.
 */
export async function setStage(
  opensInMs: number,
  change: (section: Section) => Section = same => same,
  env: Record<string, string> = {},
): Promise<Stage> {
  const sample = buildSample(Date.now(), opensInMs);
  sample.collections.sections = sample.collections.sections.map(change);
  const emulated = await startEmulated({
    h5: join(ROOT, 'dist/h5'),
    env,
    codeLink: '{url}/#/{page}?scene={scene}',
    instances: { min: 0, max: 2, perFunction: { line: { min: 1, max: 2 } } },
    routes: [{ method: 'GET', path: '/local/people', handle: () => sample.people }],
  });
  for (const [collection, documents] of Object.entries(sample.collections))
    await emulated.database.import(collection, documents);

  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: CHROMIUM_FLAGS,
  });
  const faults: string[] = [];
  let served: Served | undefined;
  const phone: Stage['phone'] = async (openid, path = 'pages/home/index', options = {}, stored = {}) => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...options });
    await context.addInitScript(
      all => {
        for (const [key, value] of Object.entries(all)) localStorage.setItem(key, JSON.stringify({ data: value }));
      },
      { 'hg.local.openid': openid, ...stored },
    );
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', error => faults.push(`${openid}: ${error.message}`));
    await page.goto(`${emulated.url}/#/${path}`);
    return page;
  };
  const play = async (openid: string, path: string, { context: options, stored, scene, player }: PhoneOptions) => {
    served ??= await servePlayer(join(ROOT, 'dist/player'), join(ROOT, 'dist/weapp'));
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...options });
    await context.addInitScript(given => void (window.playerOptions = given), {
      stored,
      privacyAgreed: true,
      ...player,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', error => faults.push(`${openid}: ${error.message}`));
    // The player tells each error of the app, and each of its own, on the console.
    page.on('console', one => {
      if (one.type() === 'error' && !/^Failed to load resource/.test(one.text()))
        faults.push(`${openid}: ${one.text()}`);
    });
    return playedPhone(page, { player: served.url, cloud: `${emulated.url}/call`, openid }, opening(path, scene));
  };
  return {
    browser,
    emulated,
    sample,
    faults,
    phone,
    hand: async (build, openid, path = 'pages/home/index', options = {}) =>
      build === 'weapp'
        ? play(openid, path, options)
        : browserPhone(await phone(openid, path, options.context, options.stored), emulated.url),
    close: async () => {
      await browser.close();
      await served?.stop();
      await emulated.stop();
    },
  };
}

export const byTest = (on: Page | Phone, id: string) =>
  ('screen' in on ? on.screen : on).locator(`[data-testid=${id}]:visible`);

/** Who of the sample's people this is, by the beginning of the name. */
export function openidOf(sample: Sample, name: string): string {
  const person = sample.people.find(one => one.name.startsWith(name));
  if (!person) throw new Error(`Nobody called ${name} in the sample`);
  return person.openid;
}
