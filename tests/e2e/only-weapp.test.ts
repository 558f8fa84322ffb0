import { PUSH_KINDS } from '../../domain/model';
import { byTest, openidOf, setStage, type Phone, type Stage } from './browser';
import { teach } from './lessons';
import type { PhoneOptions } from './phone';

/**
 * Things that only the mini-program has: cards, 朋友圈, consents, files in chats, the album, and the platform's own
 * limits.
 */
const RUNNING = 'batchId=yc-running&sectionId=yc-running-0002';
const TEMPLATES = Object.fromEntries(PUSH_KINDS.map(kind => [kind, `template-${kind}`]));
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000, undefined, { SUBSCRIBE_TEMPLATES: JSON.stringify(TEMPLATES) });
}, 90_000);
afterAll(() => stage?.close());

const hand = (name: string, page: string, options: PhoneOptions = {}): Promise<Phone> =>
  stage.hand('weapp', openidOf(stage.sample, name), page, options);
const card = async (phone: Phone, what: 'message' | 'timeline') =>
  (await phone.page.evaluate(kind => window.player.share(kind), what)) as Record<string, string> | null;
const isPng = (base64: string | undefined) =>
  Buffer.from(base64 ?? '', 'base64')
    .subarray(1, 4)
    .toString() === 'PNG';

test('the card of a class: a title, its page, and a picture that was drawn; a friend opens the class by it', async () => {
  const phone = await hand('周建强', `pages/section/index?${RUNNING}`);
  await byTest(phone, 'share').click();
  await phone.page.waitForFunction(() => window.player.log.some(one => one.kind === 'called' && one.api === 'share'));
  const shared = (await card(phone, 'message'))!;
  const moment = (await card(phone, 'timeline'))!;

  expect(shared.title).toMatch(/\d\d:\d\d–\d\d:\d\d/);
  expect(shared.path).toMatch(/^\/pages\/section\/index\?/);
  expect(moment.query).toBe(shared.path!.split('?')[1]);
  expect(isPng(await phone.page.evaluate(path => window.player.read(path), shared.imageUrl!))).toBe(true);
  const friend = await hand('张桂兰', shared.path!.slice(1));
  await byTest(friend, 'section').waitFor();
  expect(stage.faults).toEqual([]);
}, 120_000);

test('朋友圈 shows a class without identity, and no way on', async () => {
  const phone = await hand('周建强', `pages/section/index?${RUNNING}`, { scene: 1154 });
  await byTest(phone, 'enter-hint').waitFor();

  expect(await byTest(phone, 'section').textContent()).toContain('课表');
  expect(await byTest(phone, 'share').count()).toBe(0);
  const who = stage.emulated.lines.filter(line => line.level === 'error');
  expect(who).toEqual([]);
  expect(stage.faults).toEqual([]);
}, 120_000);

test('following asks for messages in WeChat’s own window: allowed is kept, refused is said', async () => {
  const yes = await hand('周建强', 'pages/batch/index?batchId=yc-spring-1');
  await yes.page.evaluate(answer => window.player.answer('requestSubscribeMessage', answer), accept('accept'));
  await byTest(yes, 'follow-me-turn').click();
  await yes.screen.getByText('开放前会提醒您').waitFor();
  await yes.page.waitForFunction(() => window.player.done('requestSubscribeMessage').length === 1);
  const ledger = () => stage.emulated.database.read('consents').length;
  await expect(until(() => ledger() > 0)).resolves.toBe(true);

  const before = ledger();
  const no = await hand('林晓芸', 'pages/batch/index?batchId=yc-spring-1');
  await no.page.evaluate(answer => window.player.answer('requestSubscribeMessage', answer), accept('reject'));
  await byTest(no, 'follow-me-turn').click();
  await no.page.waitForFunction(() => window.player.done('requestSubscribeMessage').length === 1);
  expect(ledger()).toBe(before);
  expect(stage.faults).toEqual([]);
}, 120_000);

const accept = (word: 'accept' | 'reject') =>
  Object.fromEntries(Object.values(TEMPLATES).map(template => [template, word]));
/** Looks until it is so; false after ten seconds. */
async function until(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await new Promise(resolve => setTimeout(resolve, 100));
  return isSo();
}

test('a code goes to the album: refused once, it says how, and after the settings it is there', async () => {
  const phone = await hand('王敏', 'packages/staff/section/index?sectionId=yc-running-0007');
  await phone.page.evaluate(() => {
    window.player.answer('authorize', { allowed: false });
    window.player.answer('showModal', { confirm: true, cancel: false });
    window.player.answer('openSetting', { scopes: { 'scope.writePhotosAlbum': true } });
  });
  await byTest(phone, 'section-code').click();
  await byTest(phone, 'code-image').waitFor();
  await byTest(phone, 'keep-code').click();
  await phone.page.waitForFunction(() => window.player.done('openSetting').length === 1);
  const picture = await phone.handed(() => byTest(phone, 'keep-code').click());

  expect(isPng(picture.bytes.toString('base64'))).toBe(true);
  expect(stage.faults).toEqual([]);
}, 120_000);

test('the scanner reads the code at the door', async () => {
  await teach(stage, ['何宇'], 2);
  const phone = await hand('何宇', 'pages/checkin/index');
  await phone.page.evaluate(() => window.player.answer('scanCode', { result: 'hello' }));
  await byTest(phone, 'scan').click();

  await byTest(phone, 'not-CODE_UNREADABLE').waitFor();
  expect(await phone.page.evaluate(() => window.player.done('scanCode'))).toMatchObject([{ onlyFromCamera: true }]);
}, 120_000);

test('one Back closes the sheet and leaves the page where it is', async () => {
  const phone = await hand('张桂兰', 'pages/mine/index');
  await phone.open('packages/me/class/index?sectionId=yc-running-0007');
  await byTest(phone, 'leave').first().click();
  await phone.screen.locator('[role=dialog]').waitFor();
  await phone.page.waitForTimeout(200);

  await phone.back();
  await phone.screen.locator('[role=dialog]').waitFor({ state: 'detached' });
  expect(await phone.path()).toBe('packages/me/class/index');
  await byTest(phone, 'leave').first().waitFor();
  expect(stage.faults).toEqual([]);
}, 120_000);

test('the largest letters of WeChat make ours large', async () => {
  const phone = await hand('周建强', 'pages/home/index', { player: { device: { fontScale: 1.4 } } });
  await phone.screen.locator('.hg.hg-large').waitFor();

  await phone.page.evaluate(() => {
    window.player.hide();
    window.player.change({ fontScale: 1 });
    window.player.return();
  });
  await phone.screen.locator('.hg:not(.hg-large)').waitFor();
}, 60_000);

test('a page that is hidden does not rename the one on top', async () => {
  const phone = await hand('周建强', 'pages/home/index');
  await byTest(phone, 'batch-row').first().click();
  await byTest(phone, 'section-row').first().waitFor();
  await phone.page.waitForFunction(() => document.getElementById('title')!.textContent !== '本期班级');
  const title = await phone.title();
  await phone.page.evaluate(() => window.player.change({ theme: 'dark' }));
  await phone.page.waitForTimeout(1_500);

  expect(title).not.toBe('惠工课堂');
  expect(await phone.title()).toBe(title);
}, 60_000);
