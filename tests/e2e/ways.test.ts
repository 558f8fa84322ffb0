import type { Page } from 'playwright-core';
import { byTest, openidOf, setStage, type Stage } from './browser';

/** Back, in all its forms: the app's own, the browser's, after a reload, with a sheet open, in a form of several steps. */
const DESK = { viewport: { width: 1280, height: 820 } };
const CLASS = 'sectionId=yc-running-0007';
const LESSON = `${CLASS}&lessonIndex=3`;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

const STAFF = '王敏';
/** Its address, and the path of the page above it. */
const ABOVE: Record<string, [string, string][]> = {
  [STAFF]: [
    ['packages/staff/draft/index?draftId=none', 'packages/staff/batches/index'],
    ['packages/staff/batch/index?batchId=yc-running', 'packages/staff/batches/index'],
    [`packages/staff/section/index?batchId=yc-running&${CLASS}`, 'packages/staff/batch/index'],
    [`packages/staff/section/index?${CLASS}`, 'packages/staff/batches/index'],
    ['packages/staff/codes/index?batchId=yc-running', 'packages/staff/batch/index'],
    ['packages/staff/poster/index?batchId=yc-running', 'packages/staff/batch/index'],
    ['packages/staff/rehearsal/index?batchId=yc-spring-1', 'packages/staff/batch/index'],
    [`packages/staff/lesson/index?${LESSON}`, 'packages/staff/attendance/index'],
    ['packages/staff/no-shows/index', 'packages/staff/attendance/index'],
  ],
  李文秀: [
    [`packages/instructor/roll/index?${LESSON}`, 'packages/instructor/sections/index'],
    [`packages/instructor/roster/index?${CLASS}`, 'packages/instructor/sections/index'],
  ],
  周建强: [
    [`pages/section/index?batchId=yc-running&${CLASS}`, 'pages/batch/index'],
    ['packages/me/erase/index', 'packages/me/privacy/index'],
    ['packages/me/profile/index', 'pages/me/index'],
  ],
};

const at = (page: Page) => page.evaluate(() => location.hash.replace(/^#\//, '').split('?')[0]);
const path = (address: string) => address.split('?')[0];
const shown = (page: Page) => page.locator('.taro_page:not([style*="none"]):not(.taro_page_shade) .hg');
const goes = async (page: Page, to: string) => {
  await page.waitForFunction(wanted => location.hash.startsWith(`#/${wanted}`), to, { timeout: 15_000 });
  await page.locator('.hg:visible').first().waitFor();
};
/** The app's own way back: in the bar, or at a desk beside the rooms. */
const tapBack = (page: Page) =>
  page.locator('[data-testid=desk-back]:visible, [aria-label=返回]:visible').first().click();

/** Whether it is still the same page, and not one that was drawn anew. */
const mark = (page: Page) =>
  shown(page)
    .last()
    .evaluate(one => one.setAttribute('data-marked', 'yes'));
const isMarked = async (page: Page) => (await shown(page).last().getAttribute('data-marked')) === 'yes';

describe.each(Object.entries(ABOVE))('%s', (name, pages) => {
  test.each(pages)('%s, opened by a link, goes back to %s', async (address, above) => {
    const page = await stage.phone(openidOf(stage.sample, name), address, name === STAFF ? DESK : {});
    await page.locator('.hg:visible').first().waitFor();
    if (name === STAFF) await page.locator('.desk:visible').first().waitFor();
    // The live page is a room of the desk; at a phone's width it has a bar.
    if (path(address) === 'packages/staff/batch/index') await page.setViewportSize({ width: 375, height: 812 });

    await tapBack(page);

    await goes(page, above);
    await page.context().close();
  });
});

test('loaded anew, a page goes back the way by which it was reached, and further', async () => {
  const page = await stage.phone(openidOf(stage.sample, STAFF), 'packages/staff/batches/index', DESK);
  await byTest(page, 'batch-row').first().click();
  await byTest(page, 'staff-row').first().click();
  await byTest(page, 'staff-section').waitFor();

  await page.reload();
  await byTest(page, 'staff-section').waitFor();
  await tapBack(page);
  await goes(page, 'packages/staff/batch/index');
  await byTest(page, 'staff-row').first().waitFor();
  await page.goBack();
  await goes(page, 'packages/staff/batches/index');
  await byTest(page, 'batch-row').first().waitFor();
});

test('one Back closes a sheet, the next leaves the page; a closed sheet leaves nothing behind', async () => {
  const page = await stage.phone(openidOf(stage.sample, STAFF), 'packages/staff/batches/index', DESK);
  await byTest(page, 'batch-row').first().click();
  await byTest(page, 'batch-export').click();
  await page.locator('[role=dialog]').waitFor();

  await mark(page);
  await page.goBack();
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  expect(await at(page)).toBe('packages/staff/batch/index');
  expect(await isMarked(page)).toBe(true);
  expect(await byTest(page, 'staff-batch').count()).toBe(1);

  await byTest(page, 'batch-export').click();
  await page.locator('[role=dialog]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await page.waitForFunction(() => !(history.state as { sheets?: number }).sheets);
  await page.goBack();
  await goes(page, 'packages/staff/batches/index');
  expect(stage.faults).toEqual([]);
});

test('a page that was loaded anew with a sheet open has one Back to its page before', async () => {
  const page = await stage.phone(openidOf(stage.sample, STAFF), 'packages/staff/batches/index', DESK);
  await byTest(page, 'batch-row').first().click();
  await byTest(page, 'batch-export').click();
  await page.locator('[role=dialog]').waitFor();

  await page.reload();
  await byTest(page, 'staff-batch').waitFor();
  await page.waitForFunction(() => !(history.state as { sheets?: number } | null)?.sheets);
  await page.goBack();

  await goes(page, 'packages/staff/batches/index');
  await byTest(page, 'batch-row').first().waitFor();
});

test('the steps of a draft are in the address: Back goes to the one before, a reload stays, and 返回 leaves the draft', async () => {
  const page = await stage.phone(openidOf(stage.sample, STAFF), 'packages/staff/batches/index', DESK);
  await byTest(page, 'new-draft').click();
  await byTest(page, 'no-sections').waitFor();
  await byTest(page, 'step-1').click();
  await byTest(page, 'save-settings').waitFor();
  await byTest(page, 'step-2').click();
  await byTest(page, 'problems').waitFor();
  expect(await page.evaluate(() => location.hash)).toContain('step=2');

  await mark(page);
  await page.goBack();
  await byTest(page, 'save-settings').waitFor();
  expect(await isMarked(page)).toBe(true);
  await page.reload();
  await byTest(page, 'save-settings').waitFor();
  await page.goBack();
  await byTest(page, 'no-sections').waitFor();
  await page.goForward();
  await byTest(page, 'save-settings').waitFor();
  await tapBack(page);

  await goes(page, 'packages/staff/batches/index');
  await byTest(page, 'new-draft').waitFor();
});

test('a link to another batch shows that batch, and Back what was there before', async () => {
  const page = await stage.phone(openidOf(stage.sample, '周建强'), 'pages/batch/index?batchId=yc-running');
  const title = () => shown(page).locator('.bar__title').last().innerText();
  await byTest(page, 'section-row').first().click();
  await byTest(page, 'section').waitFor();
  const follow = (address: string) =>
    page.evaluate(to => {
      const link = document.createElement('a');
      link.href = `#/${to}`;
      document.body.append(link);
      link.click();
    }, address);

  await follow('pages/batch/index?batchId=yc-spring-1');
  await page.waitForFunction(() => location.hash.includes('yc-spring-1'));
  const [running, spring] = ['yc-running', 'yc-spring-1'].map(
    id => stage.sample.collections.batches.find(one => one._id === id)?.title,
  );
  await shown(page).getByText(spring!).first().waitFor();
  expect(await title()).toBe(spring);

  await page.goBack();
  await byTest(page, 'section').waitFor();
  await page.goBack();
  await page.waitForFunction(() => location.hash.includes('yc-running'));
  await shown(page).getByText(running!).first().waitFor();
  expect(await title()).toBe(running);
  expect(stage.faults).toEqual([]);
});

test('a worker who was sent a link of the desk sees none of it, and finds the way home', async () => {
  for (const address of ['packages/staff/people/index', `packages/staff/section/index?${CLASS}`]) {
    const page = await stage.phone(openidOf(stage.sample, '周建强'), address, DESK);
    await byTest(page, 'not-for-you').waitFor();
    expect(await page.locator('.desk__rooms').count()).toBe(0);
    expect(await byTest(page, 'new-invite').count()).toBe(0);
    await byTest(page, 'not-for-you').getByText('回首页').click();
    await goes(page, 'pages/home/index');
  }
});

test('a class and its receipt take each other’s place: Back from the receipt is the list', async () => {
  const page = await stage.phone(openidOf(stage.sample, '张桂兰'), 'pages/batch/index?batchId=yc-running');
  await byTest(page, 'section-row').first().waitFor();
  await page.evaluate(() => (location.hash = '#/pages/section/index?batchId=yc-running&sectionId=yc-running-0007'));
  await byTest(page, 'claim-mine').click();
  await goes(page, 'pages/answer/index');
  await page.goBack();
  await goes(page, 'pages/batch/index');
  await byTest(page, 'section-row').first().waitFor();
});
