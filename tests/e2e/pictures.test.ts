import { inflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { SAMPLE_DRAFT } from '../../sample/drafts';
import { openBrowser, paint } from '../../scripts/pictures/paint';
import { SCENES } from '../../scripts/pictures/scenes';
import { setStage, type Stage } from '../../scripts/pictures/stage';

/** One scene of the handbook, played: the others are the same driver with other taps. */
let stage: Stage;
let browser: Browser;
beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const scene = (name: string) => SCENES.find(one => one.name === name)!;

test('the sheet with mistakes, on a desk: a picture of that size with something on it', async () => {
  const picture = await paint(scene('staff-sheet'), stage, browser);

  expect(picture.readUInt32BE(16)).toBe(1280);
  expect(picture.readUInt32BE(20)).toBeGreaterThan(600);
  const data = picture.subarray(picture.indexOf('IDAT') + 4);
  expect(new Set(inflateSync(data)).size).toBeGreaterThan(30);
  // Nothing was stored by looking at it.
  const drafts = stage.emulator.database.read('drafts').filter(one => one._id !== SAMPLE_DRAFT);
  expect(drafts).toMatchObject([{ sections: [] }]);
}, 120_000);

test('a phone has two pixels for one', async () => {
  const picture = await paint(scene('worker-home'), stage, browser);

  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([750, 1624]);
}, 120_000);

test('what a scene is about and does not show fails it', async () => {
  const wrong = { ...scene('worker-home'), shows: 'nothing-like-that' };

  await expect(paint(wrong, stage, browser, 2_000)).rejects.toThrow('nothing-like-that');
}, 120_000);

test('without a browser there is a sentence', async () => {
  await expect(openBrowser('')).rejects.toThrow('没有找到 Chromium');
});
