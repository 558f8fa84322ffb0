import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Section } from '../../domain/model';
import { buildSample, type Sample } from '../../sample/sample';
import { CHROMIUM_FLAGS } from '../../scripts/chromium.mjs';
import { startEmulated, type Emulated } from '../emulated';

export const PHONE = { width: 375, height: 812 };

export interface Stage {
  browser: Browser;
  emulated: Emulated;
  sample: Sample;
  /** A phone of its own in somebody's hand, at a page of the app (`pages/home/index?…`). `stored`: what it remembers. */
  phone(openid: string, page?: string, options?: BrowserContextOptions, stored?: Record<string, string>): Promise<Page>;
  /** What went wrong in any page so far: uncaught errors and failed requests of ours. */
  faults: string[];
  close(): Promise<void>;
}

/**
 * The built H5 app, the shipped functions and the sample data on one emulator, and a real browser.
 * @param change the last word on the sample's sections before they are loaded.
 */
export async function setStage(
  opensInMs: number,
  change: (section: Section) => Section = same => same,
): Promise<Stage> {
  const sample = buildSample(Date.now(), opensInMs);
  sample.collections.sections = sample.collections.sections.map(change);
  const emulated = await startEmulated({
    h5: join(__dirname, '../../dist/h5'),
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
  return {
    browser,
    emulated,
    sample,
    faults,
    phone: async (openid, path = 'pages/home/index', options = {}, stored = {}) => {
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
    },
    close: async () => {
      await browser.close();
      await emulated.stop();
    },
  };
}

export const byTest = (page: Page, id: string) => page.locator(`[data-testid=${id}]:visible`);

/** Who of the sample's people this is, by the beginning of the name. */
export function openidOf(sample: Sample, name: string): string {
  const person = sample.people.find(one => one.name.startsWith(name));
  if (!person) throw new Error(`Nobody called ${name} in the sample`);
  return person.openid;
}
