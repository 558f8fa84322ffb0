import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { byTest, openidOf, PHONE, setStage, type Stage } from './browser';

/**
 * Every screen by axe: by day in the usual letters, by night in the largest. Nothing serious is let through. And nothing
 * sticks out of a window: the smallest phone, a phone held across, a desk.
 */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Only the app on one machine has it. */
const GALLERY = 'packages/gallery/index';
const LESSON = 'sectionId=yc-running-0007&lessonIndex=4';

const SCREENS: Record<string, string[]> = {
  周建强: [
    'pages/home/index',
    'pages/batch/index?batchId=yc-running',
    'pages/batch/index?batchId=yc-spring-1',
    'pages/section/index?batchId=yc-running&sectionId=yc-running-0002',
    'pages/section/index?scene=hg.abcdef.00000000000000000000',
    'pages/batch/index?batchId=yc-running&single=1',
    'pages/me/index',
    'packages/me/profile/index',
    'packages/me/help/index',
    'packages/me/invite/index',
    'packages/me/privacy/index',
  ],
  林晓芸: ['packages/me/rating/index?sectionId=yc-running-0008'],
  张桂兰: [
    'pages/mine/index',
    'packages/me/class/index?sectionId=yc-running-0007',
    'packages/me/absences/index',
    'packages/me/data/index',
    'packages/me/erase/index',
    'pages/checkin/index',
    'pages/answer/index?batchId=yc-running&sectionId=yc-running-0007',
  ],
  李文秀: [
    'packages/instructor/sections/index',
    'packages/instructor/menu/index',
    'packages/instructor/roster/index?sectionId=yc-running-0007',
    `packages/instructor/roll/index?${LESSON}`,
    `packages/instructor/code/index?${LESSON}`,
  ],
  王敏: [
    'packages/staff/batches/index',
    'packages/staff/batch/index?batchId=yc-running',
    'packages/staff/section/index?sectionId=yc-running-0007',
    'packages/staff/codes/index?batchId=yc-running',
    'packages/staff/poster/index?batchId=yc-running',
    'packages/staff/people/index',
    'packages/staff/record/index',
    'packages/staff/attendance/index',
    'packages/staff/lesson/index?sectionId=yc-running-0007&lessonIndex=3',
    'packages/staff/no-shows/index',
    'packages/staff/ratings/index',
    'packages/staff/menu/index',
    'packages/staff/loop/index',
    'packages/staff/draft/index?draftId=b-sample-next',
    'packages/staff/rehearsal/index?batchId=yc-spring-1',
  ],
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

async function seriousOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
      // Experimental, and for letters: our labels say in a sentence what a row shows in pieces.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    }),
  )) as AxeResults;
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`);
}

/** As somebody sees it who has opened it: nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('.hg:visible').first().waitFor();
  await page.locator('[data-testid=loading]:visible').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
}

/** Everything that can be pressed and is lower than a finger needs. Words within a text may be narrow. */
const tooSmallOn = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    height =>
      [...document.querySelectorAll('.hg [role=button], .hg [role=link], .hg [role=tab], .hg [role=switch]')]
        .filter(one => one.getClientRects().length > 0 && !one.closest('.bar'))
        .filter(one => one.getBoundingClientRect().height < height - 0.5)
        .map(one => `${one.className}: ${one.getBoundingClientRect().height}`),
    least,
  );

/** The smallest phone for the largest letters; a phone held across, or a desk, for who works there. */
const windowFor = (path: string, large: string) =>
  large === 'on' ? { width: 320, height: 568 } : path.startsWith('packages/staff') ? DESK : { width: 812, height: 375 };
const DESK = { width: 1280, height: 900 };

/** What sticks out of the window to the right, unless it lies in something that scrolls. */
async function clippedOn(page: Page, window: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(window);
  await page.waitForTimeout(150);
  return page.evaluate(() => {
    // The page itself may scroll down only.
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      !element.matches('.hg') &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const shown = document.querySelector<HTMLElement>('.taro_page:not([style*="none"]) .hg') ?? document.body;
    return [...shown.querySelectorAll('*')]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement))
      .map(one => `${one.className.toString().slice(0, 60)}: ${one.textContent?.slice(0, 40)}`);
  });
}

describe.each([
  ['by day', 'light', 'off'],
  ['by night, in the largest letters', 'dark', 'on'],
] as const)('%s', (_, colorScheme, large) => {
  test('every part of the kit in every state', async () => {
    const page = await stage.phone(openidOf(stage.sample, '王敏'), GALLERY, { colorScheme }, { 'hg.large': large });
    await byTest(page, 'gallery').waitFor();

    expect(await seriousOn(page)).toEqual([]);
    expect(await tooSmallOn(page, large === 'on' ? 56 : 44)).toEqual([]);
    for (const over of ['sheet', 'act', 'cast']) {
      await byTest(page, `show-${over}`).click();
      await page.locator('[role=dialog]:visible').waitFor();
      await page.waitForTimeout(700);
      expect(await seriousOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    }
    for (const window of [{ width: 320, height: 568 }, { width: 812, height: 375 }, DESK])
      expect(await clippedOn(page, window)).toEqual([]);
    await page.context().close();
  }, 60_000);

  describe.each(Object.entries(SCREENS))('%s', (name, paths) => {
    let page: Page;
    beforeAll(async () => {
      page = await stage.phone(openidOf(stage.sample, name), paths[0], { colorScheme }, { 'hg.large': large });
    }, 60_000);
    afterAll(() => page?.context().close());

    test.each(paths)(
      '%s',
      async path => {
        await page.setViewportSize(PHONE);
        // The question mark loads the app anew, so that each screen is somebody's first.
        await page.goto(`${stage.emulated.url}/?${path}#/${path}`);
        await settled(page);

        expect(await seriousOn(page)).toEqual([]);
        const other = windowFor(path, large);
        expect(await clippedOn(page, other)).toEqual([]);
        // On a desk the rooms stand beside the page, and tables have more columns.
        if (other === DESK) expect(await seriousOn(page)).toEqual([]);
      },
      60_000,
    );
  });
});

test('the check sees what it is to see', async () => {
  const page = await stage.phone(openidOf(stage.sample, '周建强'), 'packages/me/help/index');
  await settled(page);
  await page.evaluate(() => {
    const wrong = '<button></button><p style="color:#eee;background:#fff;width:700px">看不清</p>';
    document.querySelector('.page__body')!.insertAdjacentHTML('afterbegin', wrong);
  });

  const serious = await seriousOn(page);

  expect(serious.map(one => one.split(':')[0]).sort()).toEqual(['button-name', 'color-contrast']);
  expect(await clippedOn(page, { width: 375, height: 812 })).toEqual([': 看不清']);
});
