import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type FrameLocator, type Page } from 'playwright-core';
import { servePlayer, type Served } from '../../player/serve';
import type { Options } from '../../player/screen/player';
import { CHROMIUM_FLAGS } from '../../scripts/chromium.mjs';

/** The player with a small app that is not ours and not Taro's: what it allows, what it refuses, and in which words. */
let browser: Browser;
let served: Served;
beforeAll(async () => {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  served = await servePlayer(join(__dirname, '../../dist/player'), join(__dirname, '../player/plain-app'));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

interface Opened {
  page: Page;
  shown: FrameLocator;
  /** Taps a button of the page, and reads what it says then. */
  ask(id: string): Promise<unknown>;
  failures(): Promise<string[]>;
}

async function open(options: Partial<Options> = {}, context: BrowserContextOptions = {}): Promise<Opened> {
  const phone = await browser.newContext({ viewport: { width: 375, height: 812 }, ...context });
  await phone.addInitScript(given => void (window.playerOptions = given), options);
  const page = await phone.newPage();
  await page.goto(served.url);
  const shown = page.frameLocator('iframe[data-top]');
  await shown.locator('#story').waitFor();
  return {
    page,
    shown,
    ask: async id => {
      await shown.locator(`#${id}`).click();
      // A page that lies over this one hides it; its text is read all the same.
      const said = page.frameLocator('iframe[title="pages/first/index"]').locator('#said');
      await page.waitForFunction(
        () => document.querySelector('iframe')!.contentDocument!.querySelector('#said')!.textContent !== '',
      );
      const text = (await said.textContent())!;
      return /^[[{]/.test(text) ? JSON.parse(text) : text;
    },
    failures: () => page.evaluate(() => window.player.log.flatMap(one => (one.kind === 'failed' ? [one.message] : []))),
  };
}

test('the code of an app finds no browser, and makes no code from text', async () => {
  const { ask, failures } = await open();

  expect(await ask('globals')).toEqual({ seen: [], made: 0, byName: ['undefined', 'undefined', 'undefined'] });
  expect(await failures()).toEqual([]);
});

test('ten pages lie on each other, and the eleventh is refused', async () => {
  const { ask, page } = await open();

  expect(await ask('deep')).toEqual([
    'navigateTo:fail webview count limit exceed',
    'navigateTo:fail webview count limit exceed',
  ]);
  expect(await page.evaluate(() => window.player.stack.length)).toBe(10);
});

test('what cannot be done fails in the words of WeChat', async () => {
  const { ask } = await open();

  expect(await ask('refused')).toEqual([
    'navigateTo:fail can not navigateTo a tabbar page',
    'redirectTo:fail can not redirect to a tabbar page',
    'switchTab:fail can not switch to no-tabBar page',
    'navigateTo:fail page "pages/nowhere/index" is not found',
    'navigateBack:fail cannot navigate back at first page.',
    'getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    'chooseMedia:fail not supported',
    'getStorage:fail data not found',
    "readFileSync:fail no such file or directory, open 'wxfile://usr/none'",
    "writeFileSync:fail permission denied, open '/etc/x'",
  ]);
});

test('storage keeps copies, a megabyte a key and ten in all, and is there after a restart', async () => {
  const { ask, page } = await open();

  const said = (await ask('storage')) as unknown[];
  expect(said.slice(0, 3)).toEqual([1, '', 'setStorageSync:fail entry size limit reached']);
  expect(said.slice(3)).toEqual(['setStorageSync:fail exceed storage max size 10Mb']);
  await page.reload();
  const kept = await page.evaluate(() => Object.keys(localStorage).filter(key => key.endsWith(':kept')));
  expect(kept).toHaveLength(1);
});

test('more than a megabyte is not sent to a page, and is told', async () => {
  const { ask, failures } = await open();

  expect(await ask('large')).toBe('after');
  expect(await failures()).toEqual([expect.stringContaining('is over the limit of 1048576')]);
});

test('the app and its pages live and go in the order of WeChat', async () => {
  const { ask, page, shown } = await open();
  await shown.locator('#second').click();
  await shown.locator('#second-page').waitFor();
  await page.evaluate(() => window.player.hide());
  await page.evaluate(() => window.player.return());
  await page.evaluate(() => window.player.back());
  await shown.locator('#story').waitFor();

  expect(await ask('story')).toEqual([
    'launch  1001',
    'app show',
    'first load',
    'first show',
    'first ready',
    'first hide',
    'second load 1',
    'second show',
    'second ready',
    'second hide',
    'app hide',
    'app show',
    'second show',
    'second unload',
    'first show',
  ]);
});

test('a tap goes up through the page until it is caught', async () => {
  const { ask, shown } = await open();
  await shown.locator('#inner').click();
  await shown.locator('#caught').click();

  expect(((await ask('story')) as string[]).slice(-3)).toEqual(['inner inside', 'outer by inside', 'caught']);
});

test('what setData touches is drawn anew, and a field tells what is typed', async () => {
  const { shown } = await open();
  expect(await shown.locator('#items').textContent()).toBe('ab');
  await shown.locator('#more').click();
  await shown.locator('#open').waitFor();
  await shown.locator('#field input').fill('古琴');

  expect(await shown.locator('#items').textContent()).toBe('Abc');
  expect(await shown.locator('#closed').count()).toBe(0);
  await shown.locator('#said').getByText('古琴').waitFor();
});

test('a consent for messages needs a finger', async () => {
  const { ask } = await open({ answers: { requestSubscribeMessage: [{ t1: 'accept' }] } });

  expect(await ask('subscribe')).toEqual([
    'accept',
    'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
  ]);
});

test.each([
  [true, 'copied'],
  [false, 'setClipboardData:fail privacy permission is not authorized'],
])('personal data wait for the privacy contract: agreed is %s', async (agreed, said) => {
  const { ask } = await open({ answers: { privacy: [{ agreed }] } });

  expect(await ask('copy')).toBe(said);
});

test('the theme of the phone paints the bar and the page, also when it changes', async () => {
  const { page, shown } = await open({}, { colorScheme: 'dark' });
  const colours = async () => [
    await page.locator('#bar').evaluate(bar => getComputedStyle(bar).backgroundColor),
    await shown.locator('body').evaluate(body => getComputedStyle(body).backgroundColor),
  ];

  expect(await colours()).toEqual(['rgb(17, 17, 17)', 'rgb(34, 34, 34)']);
  expect(await page.locator('[data-tab="0"]').textContent()).toBe('Night');
  await page.evaluate(() => window.player.change({ theme: 'light' }));
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('#bar')!).backgroundColor === 'rgb(255, 255, 255)',
  );
  expect(await shown.locator('.box').evaluate(box => (box as HTMLElement).offsetWidth)).toBe(188);
});

test('an API that was taken away is not there', async () => {
  const { shown, failures } = await open({ without: ['getStorageSync'] });
  await shown.locator('#storage').click();
  await shown.locator('#more').click();
  await shown.locator('#open').waitFor();

  expect(await failures()).toEqual([expect.stringContaining('wx.getStorageSync is not a function')]);
});
