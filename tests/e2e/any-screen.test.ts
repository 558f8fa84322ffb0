import type { Locator, Page } from 'playwright-core';
import { HOUR } from '../../domain/base/clock';
import { byTest, openidOf, setStage, type Stage } from './browser';
import { CLASS, teach, TODAY } from './lessons';

/** 点名, 签到码 and 报名现场 on a turned phone, on the smallest with the largest letters, on a projector, on a wall. */
let stage: Stage;
const HERE = `sectionId=${CLASS}&lessonIndex=${TODAY}`;
const TURNED = { width: 812, height: 375 };
const SMALL = { width: 320, height: 568 };
const PROJECTOR = { width: 1280, height: 720 };
const WALL = { width: 1920, height: 1080 };
type Size = typeof TURNED;

beforeAll(async () => {
  stage = await setStage(HOUR);
  await teach(stage, ['周建强', '林晓芸', '张桂兰', '何宇', '王敏'], 10);
}, 90_000);
afterAll(() => stage?.close());

/** Of a phone whose owner chose the largest letters. */
const LARGE = { 'hg.large': 'on' };

const open = (page: 'roll' | 'code', viewport: Size): Promise<Page> =>
  stage.phone(
    openidOf(stage.sample, '李文秀'),
    `packages/instructor/${page}/index?${HERE}`,
    { viewport },
    viewport === SMALL ? LARGE : {},
  );

/** Where it is, once it stands still. */
async function box(of: Locator) {
  await of.first().waitFor();
  const found = await of.first().boundingBox();
  if (!found) throw new Error('It has no place on the page');
  return { ...found, right: found.x + found.width, bottom: found.y + found.height };
}

/** The parts of the code page that a room must see at once, each wholly within the window. */
async function seenAtOnce(page: Page, { width, height }: Size) {
  const [code, digits, come] = await Promise.all(['qr', 'code-number', 'come'].map(id => box(byTest(page, id))));
  for (const one of [code!, digits!, come!]) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(width);
    expect(one.bottom).toBeLessThanOrEqual(height);
  }
  return { code: code!, digits: digits!, come: come! };
}

/** Rows of the roll that stand wholly above the dock. */
async function studentsSeen(page: Page): Promise<number> {
  const dock = await box(page.locator('.dock:visible'));
  await byTest(page, 'roll-line').first().waitFor();
  const rows = await byTest(page, 'roll-line').all();
  const boxes = await Promise.all(rows.map(row => row.boundingBox()));
  return boxes.filter(one => one && one.y >= 0 && one.y + one.height <= dock.y).length;
}

test('a turned phone: the code at the left, digits and count at the right, all at once', async () => {
  const page = await open('code', TURNED);
  const { code, digits, come } = await seenAtOnce(page, TURNED);

  expect(code.height).toBeGreaterThan(220);
  expect(digits.x).toBeGreaterThanOrEqual(code.right);
  expect(come.x).toBeGreaterThanOrEqual(code.right);
}, 120_000);

test('the smallest phone in the largest letters: the digits are above the fold', async () => {
  const page = await open('code', SMALL);
  const code = await box(byTest(page, 'qr'));
  const digits = await box(byTest(page, 'code-number'));

  expect(code.width).toBeGreaterThan(180);
  expect(digits.bottom).toBeLessThanOrEqual(SMALL.height);
}, 120_000);

test('a projector: the code is large, and 投屏 leaves nothing else until Back or Escape', async () => {
  const page = await open('code', PROJECTOR);
  const before = await seenAtOnce(page, PROJECTOR);
  expect(before.code.height).toBeGreaterThan(500);

  await byTest(page, 'cast-code').click();
  await byTest(page, 'cast').waitFor();
  const cast = await seenAtOnce(page, PROJECTOR);
  expect(cast.code.height).toBeGreaterThan(before.code.height);
  expect(cast.digits.x).toBeGreaterThanOrEqual(cast.code.right);
  expect(cast.digits.height).toBeGreaterThan(90);
  expect(await byTest(page, 'to-roll').count()).toBe(0);
  const cover = await box(byTest(page, 'cast'));
  expect(cover).toMatchObject({ x: 0, y: 0, ...PROJECTOR });

  await page.keyboard.press('Escape');
  await byTest(page, 'to-roll').waitFor();
  await byTest(page, 'cast-code').click();
  await byTest(page, 'cast').waitFor();
  await page.goBack();
  await byTest(page, 'to-roll').waitFor();
  expect(stage.faults).toEqual([]);
}, 120_000);

test.each([
  ['turned', TURNED],
  ['small, in the largest letters', SMALL],
  ['on a desk', PROJECTOR],
])(
  'the roll shows students at once: %s',
  async (_, size) => {
    const page = await open('roll', size);

    expect(await studentsSeen(page)).toBeGreaterThanOrEqual(1);
    // Scrolled, the counts are gone and the rows have their room.
    const counts = await box(byTest(page, 'counts'));
    await byTest(page, 'roll-line').last().scrollIntoViewIfNeeded();
    const after = await byTest(page, 'counts').boundingBox();
    if (size !== PROJECTOR) expect(after!.y).toBeLessThan(counts.y);
    expect(stage.faults).toEqual([]);
  },
  120_000,
);

test('报名现场 on a wall: the content uses the width, 投屏 covers all of it, and Escape leaves it', async () => {
  const page = await stage.phone(openidOf(stage.sample, '王敏'), 'packages/staff/batch/index?batchId=yc-spring-1', {
    viewport: WALL,
  });
  const table = await box(page.locator('.desk__columns:visible'));
  expect(table.right).toBeGreaterThan(WALL.width - 80);

  await byTest(page, 'cast-live').click();
  await byTest(page, 'wall-countdown').waitFor();
  expect(await box(byTest(page, 'cast'))).toMatchObject({ x: 0, y: 0, ...WALL });

  await page.keyboard.press('Escape');
  await byTest(page, 'cast').waitFor({ state: 'detached' });
  expect(stage.faults).toEqual([]);
}, 120_000);

test.each([
  ['usual', {}],
  ['largest', LARGE],
])(
  'a sheet of a page with tabs rises from the tabs and darkens all above them: in the %s letters',
  async (_, stored) => {
    const page = await stage.phone(openidOf(stage.sample, '林晓芸'), 'pages/mine/index', {}, stored);
    await byTest(page, 'drop').first().click();
    await page.getByRole('dialog').waitFor();
    const tabs = await box(page.locator('.weui-tabbar'));
    const scrim = await box(page.locator('.sheet__scrim:visible'));

    expect(scrim.bottom).toBeCloseTo(tabs.y, 0);
    expect(tabs.bottom).toBeCloseTo(812, 0);
  },
  120_000,
);

test('a turned phone: home shows the batch and when it opens, and not only the wall', async () => {
  const page = await stage.phone(openidOf(stage.sample, '何宇'), 'pages/home/index', { viewport: TURNED });
  const button = await box(byTest(page, 'hero-open'));
  const title = await box(page.locator('[data-testid=hero]:visible .h1'));
  const tabs = await box(page.locator('.taro-tabbar__tabbar:visible'));

  expect(title.bottom).toBeLessThan(button.y);
  expect(button.y).toBeLessThan(tabs.y);
}, 120_000);

test('on a desk the form of a class has two columns, and its button is in sight without scrolling', async () => {
  const draft = 'packages/staff/draft/index?draftId=b-two-columns&made=no';
  const page = await stage.phone(openidOf(stage.sample, '王敏'), draft, { viewport: PROJECTOR });
  await byTest(page, 'add-section').click();
  // The sheet rises: its fields are measured once it stands still.
  await byTest(page, 'cell-course').waitFor();
  await page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
  const [course, name] = [await box(byTest(page, 'cell-course')), await box(byTest(page, 'cell-name'))];
  const save = await box(page.locator('.sheet:visible').getByText('保存', { exact: true }));

  expect(name.x).toBeGreaterThan(course.right);
  expect(name.y).toBe(course.y);
  expect(save.bottom).toBeLessThanOrEqual(PROJECTOR.height);
}, 120_000);
