import { readFileSync } from 'node:fs';
import { byTest, openidOf, setStage, type Stage } from './browser';

/** Codes, posters and cards: how somebody comes to a page from a wall, a chat, or 朋友圈. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterAll(() => stage?.close());

const who = (name: string) => openidOf(stage.sample, name);
/** What the last code that was drawn says when it is scanned: a page of the app, behind the #. */
const scanned = () => /#\/(\S+)$/.exec(stage.emulated.inbox().at(-1)!.note!)![1]!;

test('staff have the codes of a batch and its classes; what a code says opens the class on somebody’s phone', async () => {
  const desk = await stage.phone(who('王敏'), 'packages/staff/codes/index?batchId=yc-spring-1', {
    viewport: { width: 1280, height: 900 },
  });
  await desk.waitForFunction(() => document.querySelectorAll('[data-testid=code-image]').length === 7);
  expect(await byTest(desk, 'code-card').count()).toBe(7);
  const last = await byTest(desk, 'code-card').last().textContent();

  const phone = await stage.phone(who('周建强'), scanned());
  await byTest(phone, 'section').waitFor();

  expect(last).toContain(await phone.locator('.section-head .h1 taro-text-core').first().textContent());
  expect(stage.emulated.inbox().filter(one => one.api === 'wxacode.getUnlimited')).toHaveLength(7);
}, 120_000);

test('WeChat draws no code: said so in its place, and the next try brings it', async () => {
  stage.emulated.setAnswers({ 'wxacode.getUnlimited': 45009 });
  const desk = await stage.phone(who('王敏'), 'packages/staff/section/index?sectionId=yc-running-0007');
  await byTest(desk, 'section-code').click();
  await byTest(desk, 'code-failed').waitFor();
  expect(await byTest(desk, 'code-failed').textContent()).toContain('过几分钟再试');

  stage.emulated.setAnswers({});
  await byTest(desk, 'code-again').click();
  await byTest(desk, 'code-image').waitFor();
  const [download] = await Promise.all([desk.waitForEvent('download'), byTest(desk, 'keep-code').click()]);

  expect(download.suggestedFilename()).toMatch(/小程序码\.png$/);
}, 120_000);

test('the card at the door: the instructor has it, it opens that lesson’s check-in, and checks nobody in', async () => {
  const teacher = await stage.phone(
    who('李文秀'),
    'packages/instructor/code/index?sectionId=yc-running-0007&lessonIndex=4',
  );
  await byTest(teacher, 'door-code').click();
  await byTest(teacher, 'code-image').waitFor();
  const page = scanned();
  expect(page).toMatch(/^pages\/checkin\/index\?scene=/);

  const phone = await stage.phone(who('张桂兰'), page);
  await phone.locator('[data-testid=check-in]:visible, [data-testid=door-early]:visible').first().waitFor();

  expect(await phone.locator('.hg:visible').last().textContent()).toContain('第 5 次课');
  const roll = stage.emulated.database.read('rolls').find(one => one['_id'] === 'yc-running-0007-L4');
  expect(roll?.['marks']).toEqual([]);
}, 120_000);

test('a code of nowhere leads home', async () => {
  const phone = await stage.phone(who('周建强'), 'pages/section/index?scene=hg.zzzzzz.00000000000000000000');
  await byTest(phone, 'scene-lost').waitFor();
  expect(await byTest(phone, 'scene-lost').textContent()).toContain('别的工会');

  await phone.getByText('回首页看看').click();
  await byTest(phone, 'home').waitFor();
}, 120_000);

test('a poster is drawn with its code, and downloaded as a picture of 1080 pixels', async () => {
  const desk = await stage.phone(who('王敏'), 'packages/staff/poster/index?batchId=yc-spring-1', {
    viewport: { width: 1280, height: 900 },
  });
  await byTest(desk, 'poster-image').waitFor();
  const [download] = await Promise.all([desk.waitForEvent('download'), byTest(desk, 'keep-poster').click()]);
  const png = readFileSync(await download.path());

  expect(download.suggestedFilename()).toMatch(/海报\.png$/);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1080);
  expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(1440);
  expect(await byTest(desk, 'poster-kept').textContent()).toContain('已经下载');
}, 120_000);

test('a browser without a share of its own copies a sentence with the link, which opens the same page', async () => {
  const phone = await stage.phone(who('周建强'), 'pages/section/index?batchId=yc-running&sectionId=yc-running-0002', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await phone.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
  await byTest(phone, 'share').click();
  await phone.getByText('已经复制').waitFor();
  const copied = await phone.evaluate(() => navigator.clipboard.readText());

  const [, page] = /#\/(\S+)$/.exec(copied)!;
  expect(copied).toMatch(/\d\d:\d\d–\d\d:\d\d/);
  const friend = await stage.phone(who('张桂兰'), page);
  await byTest(friend, 'section').waitFor();
}, 120_000);

test('朋友圈 opens a class without identity: it can be read, and says how to go on', async () => {
  const page = 'pages/section/index?batchId=yc-running&sectionId=yc-running-0002&single=1';
  const reader = await stage.phone('', page);
  await byTest(reader, 'enter-hint').waitFor();

  expect(await byTest(reader, 'section').textContent()).toContain('课表');
  expect(stage.emulated.lines.filter(line => line.level === 'error')).toEqual([]);
}, 120_000);

test('nothing broke on the way', () => {
  expect(stage.faults).toEqual([]);
});

test('an address that no page has leads home', async () => {
  const phone = await stage.phone(who('周建强'), 'pages/nothing/index?a=1');

  await byTest(phone, 'hero').waitFor();
}, 120_000);
