import type { Page } from 'playwright-core';
import { byTest, openidOf, setStage, type Stage } from './browser';

/** Without a mouse: every sheet that one tap opens holds the keyboard, closes at Escape and gives the focus back. */
const DESK = { viewport: { width: 1280, height: 820 } };
const CLASS = 'sectionId=yc-running-0007';
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

/** Who, where, and what opens a sheet there. */
const SHEETS: [string, string, string][] = [
  ['王敏', 'packages/staff/batches/index', 'copy-batch'],
  ['王敏', 'packages/staff/batches/index', 'find'],
  ['王敏', 'packages/staff/batch/index?batchId=yc-running', 'batch-export'],
  ['王敏', 'packages/staff/batch/index?batchId=yc-running', 'batch-closesAt'],
  ['王敏', `packages/staff/section/index?batchId=yc-running&${CLASS}`, 'change-capacity'],
  ['王敏', `packages/staff/section/index?batchId=yc-running&${CLASS}`, 'section-code'],
  ['王敏', 'packages/staff/people/index', 'new-invite'],
  ['王敏', 'packages/staff/no-shows/index', 'add-waiver'],
];

const focused = (page: Page) =>
  page.evaluate(() => ({
    inDialog: document.activeElement?.closest('[role=dialog]') != null,
    testId: document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid'),
  }));

test.each(SHEETS)(
  '%s, %s: %s',
  async (name, address, opener) => {
    const page = await stage.phone(openidOf(stage.sample, name), address, DESK);
    await byTest(page, opener).first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog]').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') != null);

    const stops = new Set<string>();
    for (const key of [...Array<string>(12).fill('Tab'), ...Array<string>(5).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      const { inDialog, testId } = await focused(page);
      expect([key, inDialog]).toEqual([key, true]);
      if (testId) stops.add(testId);
    }
    expect(stops.size).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });

    expect(await focused(page)).toMatchObject({ inDialog: false, testId: opener });
    expect(stage.faults).toEqual([]);
    await page.context().close();
  },
  180_000,
);

test('Enter in a line of a change asks whom it concerns', async () => {
  const address = `packages/staff/section/index?batchId=yc-running&${CLASS}`;
  const page = await stage.phone(openidOf(stage.sample, '王敏'), address, DESK);
  await byTest(page, 'change-capacity').click();
  await byTest(page, 'change-number').locator('input').fill('40');
  await page.locator('[data-testid=change-try]:not([aria-disabled=true])').waitFor();
  await byTest(page, 'change-number').locator('input').press('Enter');

  await byTest(page, 'effect').waitFor();
}, 180_000);

test('the first Tab of a page of the desk is the way past the rooms', async () => {
  const page = await stage.phone(openidOf(stage.sample, '王敏'), 'packages/staff/batches/index', DESK);
  await byTest(page, 'new-draft').waitFor();

  await byTest(page, 'skip').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');

  expect(await focused(page)).toMatchObject({ testId: 'new-draft' });
});
