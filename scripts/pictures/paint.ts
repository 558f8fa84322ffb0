import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { shrink } from './palette';
import { seen, type Scene } from './scene';
import type { Stage } from './stage';

const SIZES = {
  phone: { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
};
/** A desk's picture ends this far below its content, and is at least `FLATTEST` high. */
const BELOW = 36;
const FLATTEST = 480;

/** The bar of the local build is no part of the product, so it is hidden and the app gets its room. */
const WITHOUT_BAR = `
  .local { display: none !important; }
  .hg-local .taro-tabbar__container { top: 0 !important; height: 100% !important; }`;

/** @throws one sentence if there is no browser. */
export async function openBrowser(path = findChromium()): Promise<Browser> {
  if (!path)
    throw new Error(
      '没有找到 Chromium、Chrome 或 Edge，图画不了。装一个，或者用 CHROMIUM=/路径 指给它。\nNo Chromium found: install one, or set CHROMIUM=/path/to/chromium.',
    );
  // If the browser has Chinese, its own fields (a date) are in Chinese too.
  return chromium.launch({
    executablePath: path,
    args: [...CHROMIUM_FLAGS, '--lang=zh-CN'],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
}

/** Plays one scene and returns its picture, as a PNG of few colours. @throws what went wrong on the page. */
export async function paint(scene: Scene, stage: Stage, browser: Browser, patienceMs = 30_000): Promise<Buffer> {
  stage.setTime(scene.at);
  const openid = typeof scene.who === 'string' ? stage.openid(scene.who) : scene.who(stage);
  const path = typeof scene.path === 'string' ? scene.path : await scene.path(stage);
  const context = await browser.newContext({
    ...SIZES[scene.size ?? 'phone'],
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  try {
    await context.addInitScript(
      entries => entries.forEach(([key, value]) => localStorage.setItem(key!, JSON.stringify({ data: value }))),
      [
        ['hg.local.openid', openid],
        ['hg.large', scene.large ? 'on' : 'off'],
      ],
    );
    // The phone's clock runs as the stage's does.
    await context.clock.install({ time: stage.emulator.now() });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(`${stage.emulator.url}/#/${path}`);
    await page.addStyleTag({ content: WITHOUT_BAR });
    await loaded(page);
    await scene.before?.(page, stage);
    await seen(page, scene.shows).first().waitFor();
    await loaded(page);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return shrink(await page.screenshot(scene.size === 'desk' ? { clip: await filled(page) } : {}));
  } finally {
    await context.close();
  }
}

/** Waits until nothing on the page is loading and the fonts are there. */
async function loaded(page: Page): Promise<void> {
  await page.locator('.hg:visible').first().waitFor();
  await seen(page, 'loading').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
}

/** The filled part of a desk: down to its last line if that comes before the end of the window. */
async function filled(page: Page) {
  const { width, height } = SIZES.desk.viewport;
  const end = await page.evaluate(() => {
    if (document.querySelector('.sheet, .cast')) return Infinity;
    const main = [...document.querySelectorAll<HTMLElement>('.desk__main')].filter(one => one.offsetParent !== null);
    const bottoms = main.flatMap(one => [...one.querySelectorAll('*')].map(it => it.getBoundingClientRect().bottom));
    return Math.max(0, ...bottoms);
  });
  return { x: 0, y: 0, width, height: Math.round(Math.max(FLATTEST, Math.min(height, end + BELOW))) };
}
