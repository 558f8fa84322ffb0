import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import type { Options, Player } from '../../player/screen/player';
import type { Opening } from '../../player/protocol';

/** The two builds of the app: for a browser, and the mini-program, which the player plays. */
export const BUILDS = ['h5', 'weapp'] as const;
export type Build = (typeof BUILDS)[number];

/** A phone in somebody's hand, whichever build is on it. */
export interface Phone {
  build: Build;
  /** The browser's page around it, for its network and its window. */
  page: Page;
  /** What is shown: the page of the app that lies on top. */
  screen: Pick<FrameLocator, 'locator' | 'getByText' | 'getByTestId' | 'getByRole'>;
  /** Opens a page as a link does, in the app that runs already. */
  open(address: string): Promise<void>;
  /** The phone's own Back. */
  back(): Promise<void>;
  /** The app is closed, and opened anew where it was. */
  restart(): Promise<void>;
  /** Path of the page that is shown. */
  path(): Promise<string>;
  title(): Promise<string>;
  network(isThere: boolean): Promise<void>;
  /** The file that `act` hands to the person: a download, or what WeChat opens or puts into the album. */
  handed(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }>;
  /** Chooses a file of this machine after a tap on `opener`. */
  choose(opener: Locator, path: string): Promise<void>;
  /** Closes the sheet that is open, as a person does without choosing: Escape, or Back. */
  closeSheet(): Promise<void>;
  /** Sets a day and a time of Shanghai (`2027-03-09`, `20:00`) in a field. */
  setMoment(field: Locator, day: string, time: string): Promise<void>;
}

/** How an app is opened by a link or a code: https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const BY_A_CODE = 1011;

declare global {
  interface Window {
    player: Player;
    playerOptions: Partial<Options>;
  }
}

export function browserPhone(page: Page, url: string): Phone {
  const shown = page.locator('.taro_page:not([style*="none"]):not(.taro_page_shade)');
  return {
    build: 'h5',
    page,
    screen: page,
    open: async address => void (await page.goto(`${url}/#/${address}`)),
    back: async () => void (await page.goBack()),
    restart: async () => void (await page.reload()),
    path: () => page.evaluate(() => location.hash.replace(/^#\//, '').split('?')[0]!),
    title: () => shown.locator('.bar__title').last().innerText(),
    network: isThere => page.context().setOffline(!isThere),
    handed: async act => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    },
    choose: async (opener, path) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), opener.click()]);
      await chooser.setFiles(path);
    },
    closeSheet: () => page.keyboard.press('Escape'),
    setMoment: (field, day, time) => field.fill(`${day}T${time}`),
  };
}

export interface Played {
  player: string;
  cloud: string;
  openid: string;
}

/** The address that plays the mini-program, opened at a page. */
function addressOf({ player, cloud, openid }: Played, { path, query, scene }: Opening): string {
  const search = new URLSearchParams({ path, query: new URLSearchParams(query).toString(), cloud, openid });
  return `${player}/?${search}&scene=${scene}`;
}

export const opening = (address: string, scene = 1001): Opening => {
  const [path = '', search = ''] = address.split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(search)), scene };
};

export async function playedPhone(page: Page, played: Played, first: Opening): Promise<Phone> {
  await page.goto(addressOf(played, first));
  return {
    build: 'weapp',
    page,
    screen: page.frameLocator('iframe[data-top]'),
    open: address => page.evaluate(to => window.player.return(to), opening(address, BY_A_CODE)),
    back: () => page.evaluate(() => window.player.back()),
    restart: async () => {
      const top = await page.evaluate(() => window.player.stack.slice(-1)[0]!);
      await page.goto(addressOf(played, { path: top.route, query: top.query, scene: first.scene }));
    },
    path: () => page.evaluate(() => window.player.stack.slice(-1)[0]!.route),
    title: () => page.locator('#title').innerText(),
    network: isThere => page.evaluate(on => window.player.change({ network: on ? 'wifi' : 'none' }), isThere),
    handed: async act => {
      const before = await page.evaluate(() => window.player.handed.length);
      await act();
      await page.waitForFunction(count => window.player.handed.length > count, before);
      const { name, base64 } = await page.evaluate(() => window.player.handed.at(-1)!);
      return { name, bytes: Buffer.from(base64, 'base64') };
    },
    choose: async (opener, path) => {
      const file = { name: basename(path), base64: readFileSync(path, 'base64') };
      await page.evaluate(one => window.player.answer('chooseMessageFile', { files: [one] }), file);
      await opener.click();
    },
    closeSheet: () => page.evaluate(() => window.player.back()),
    setMoment: async (field, day, time) => {
      for (const [i, value] of [day, time].entries()) {
        await page.evaluate(chosen => window.player.answer('picker', { value: chosen }), value);
        await field.locator('wx-picker').nth(i).click();
        await page.waitForFunction(() => window.player.isAnswered('picker'));
      }
    },
  };
}

/** How a phone is made: the window and the look of the browser, and for the mini-program what the player is told. */
export interface PhoneOptions {
  context?: BrowserContextOptions;
  /** What the phone remembers of earlier days, by key. */
  stored?: Record<string, string>;
  scene?: number;
  player?: Partial<Options>;
}
