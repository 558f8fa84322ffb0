import { byTest, openidOf, setStage, type Phone, type Stage } from './browser';
import type { PhoneOptions } from './phone';

/** Faults that the mini-program once had and a browser could not show. Each would be seen here again. */
const GUQIN = 'yc-spring-1-0004';
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

const hand = (name: string, page: string, options: PhoneOptions = {}): Promise<Phone> =>
  stage.hand('weapp', openidOf(stage.sample, name), page, options);

test('where WeChat opens no more pages, the way goes on in place of the page: the answer to a claim is always seen', async () => {
  stage.emulated.setClock(3_700_000);
  const phone = await hand('周建强', 'pages/batch/index?batchId=yc-spring-1', { player: { mostPages: 1 } });
  await byTest(phone, 'section-row').filter({ hasText: '古琴' }).click();
  await byTest(phone, 'claim-go').click();
  await byTest(phone, 'answer-seated').waitFor();

  const section = stage.emulated.database.read('sections').find(one => one._id === GUQIN);
  expect(section).toMatchObject({ lineCount: 1 });
  expect(await phone.page.evaluate(() => window.player.stack.length)).toBe(1);
  stage.emulated.setClock(0);
}, 120_000);

test('a sheet on a page with tabs stands on the tabs, and a field in it has no ring of a browser', async () => {
  const phone = await hand('张桂兰', 'pages/mine/index');
  await byTest(phone, 'drop').first().click();
  const paper = phone.screen.locator('.sheet__paper:visible');
  await paper.waitFor();
  const gap = await paper.evaluate(element => {
    // Its rise is an animation: it is measured where it ends.
    for (const one of element.getAnimations()) one.finish();
    return innerHeight - element.getBoundingClientRect().bottom;
  });

  expect(gap).toBe(0);
  const field = await hand('新来的', 'packages/me/profile/index');
  await byTest(field, 'field-name').locator('input').focus();
  const ring = await byTest(field, 'field-name').evaluate(element => getComputedStyle(element).outlineStyle);
  expect(ring).toBe('none');
}, 120_000);

test.each(['packages/me/invite/index', 'packages/me/notices/index', 'pages/home/index'])(
  'by night %s is dark down to its edge',
  async page => {
    const phone = await hand('周建强', page, { context: { colorScheme: 'dark' } });
    const ground = phone.screen.locator('.hg');
    await ground.waitFor();
    const [body, own, below] = await ground.evaluate(element => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(element).backgroundColor,
      String(Math.round(innerHeight - element.getBoundingClientRect().bottom)),
    ]);

    expect([body, own]).toEqual(['rgb(24, 20, 18)', 'rgb(24, 20, 18)']);
    expect(Number(below)).toBeLessThanOrEqual(0);
  },
  60_000,
);

test('a phone whose WeChat is old opens the app: without getAppBaseInfo and without questions of privacy', async () => {
  const without = [
    'getAppBaseInfo',
    'getWindowInfo',
    'getDeviceInfo',
    'onNeedPrivacyAuthorization',
    'openPrivacyContract',
  ];
  const phone = await hand('周建强', 'pages/home/index', { player: { baseLibrary: '2.16.0', without } });

  await byTest(phone, 'hero-open').waitFor();
  expect(stage.faults).toEqual([]);
}, 60_000);
