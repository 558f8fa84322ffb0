import type { Page } from 'playwright-core';
import { HOUR, MINUTE, SECOND } from '../../domain/base/clock';
import type { Batch, Section } from '../../domain/model';
import { emptyRoll, type Mark } from '../../domain/roll/roll';
import { byTest, openidOf, setStage, type Stage } from './browser';
import { CLASS, teach, TODAY } from './lessons';

/** 投屏 in a browser: it fills the screen and nothing is cut off, with however many classes, before and after the release. */
let stage: Stage;
const BATCH = 'yc-spring-1';
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 812, height: 375 },
];
const COUNTS = [1, 3, 6, 12, 39, 304];

beforeAll(async () => void (stage = await setStage(HOUR)), 90_000);
afterAll(() => stage?.close());

const NAMES = ['一班', '零基础周末提高班', '二班'];

/** The batch with so many classes, of the sample's courses. Of every three one is full, one half taken, one empty. */
async function withClasses(count: number, opensAt: number): Promise<string> {
  const { database } = stage.emulated;
  const batch = database.read<Batch>('batches').find(one => one._id === BATCH)!;
  const courses = stage.sample.collections.sections.filter(one => one.batchId === BATCH);
  const batchId = `wall-${count}`;
  const sections = Array.from({ length: count }, (_, i): Section => {
    const from = courses[i % courses.length]!;
    const taken = [from.capacity + 3, Math.floor(from.capacity / 2), 0][i % 3]!;
    const line = Array.from({ length: opensAt < stage.emulated.now() ? taken : 0 }, (__, k) => ({
      memberId: `m-${i}-${k}`,
      at: opensAt + 40 * (k + 1),
    }));
    return {
      ...from,
      _id: `${batchId}-${String(i).padStart(3, '0')}`,
      batchId,
      name: `${NAMES[i % NAMES.length]!}${i >= courses.length ? i : ''}`,
      opensAt,
      line,
      lineCount: line.length,
      clashIds: [],
    };
  });
  const capacity = sections.reduce((sum, one) => sum + one.capacity, 0);
  await database.import('sections', sections);
  await database.import('batches', [{ ...batch, _id: batchId, opensAt, sectionCount: count, capacity }]);
  return batchId;
}

/** What of the screen is outside the window or cut off, and how much of the height and width is used. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const cast = document.querySelector('[data-testid=cast]')!;
    const shown = [...cast.querySelectorAll<HTMLElement>('*')].filter(
      one => !one.closest('.heard') && one.getClientRects().length > 0,
    );
    const box = (one: Element) => one.getBoundingClientRect();
    const words = shown.filter(one =>
      [...one.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()),
    );
    const outside = words.filter(one => {
      const { left, right, top, bottom } = box(one);
      return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    });
    const cut = shown.filter(
      one =>
        getComputedStyle(one).overflow === 'hidden' &&
        (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2),
    );
    const content = [...cast.querySelectorAll('.onwall__head, [data-testid=wall-classes]')].map(box);
    const cells = [...cast.querySelectorAll('[data-testid=wall-class]')].map(box);
    return {
      wrong: [...outside, ...cut].map(one => `${one.className}: ${one.textContent}`),
      height: (Math.max(...cells.map(one => one.bottom)) - Math.min(...content.map(one => one.top))) / innerHeight,
      width: (Math.max(...cells.map(one => one.right)) - Math.min(...cells.map(one => one.left))) / innerWidth,
    };
  });

async function expectFilled(page: Page) {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForFunction(width => {
      const classes = document.querySelector('[data-testid=wall-classes]');
      return classes !== null && Math.abs(classes.getBoundingClientRect().width - width) < width * 0.08;
    }, size.width);
    const { wrong, height, width } = await measured(page);
    expect({ size, wrong }).toEqual({ size, wrong: [] });
    expect(height).toBeGreaterThan(0.8);
    expect(width).toBeGreaterThan(0.9);
  }
}

/** The window changes its size below, which would end a full screen and with it 投屏. An iPhone has none, either. */
async function cast(page: Page, button: string): Promise<void> {
  await byTest(page, button).waitFor();
  await page.evaluate(() => Object.assign(Element.prototype, { requestFullscreen: undefined }));
  await byTest(page, button).click();
}

const open = (batchId: string): Promise<Page> =>
  stage.phone(openidOf(stage.sample, '王敏'), `packages/staff/batch/index?batchId=${batchId}`, { viewport: SIZES[0]! });

test.each(COUNTS)(
  '%i classes: before the release and after it',
  async count => {
    const page = await open(await withClasses(count, stage.emulated.now() + 90 * MINUTE));
    await cast(page, 'cast-live');
    await byTest(page, 'wall-countdown').waitFor();
    await expectFilled(page);
    await page.context().close();

    const after = await open(await withClasses(count, stage.emulated.now() - 10 * SECOND));
    await cast(after, 'cast-live');
    await byTest(after, 'wall-sums').waitFor();
    await expectFilled(after);
    await after.context().close();
    expect(stage.faults).toEqual([]);
  },
  180_000,
);

test('签到码: the code, the digits, the count and who came, masked, all at once', async () => {
  const people = ['周建强', '林晓芸', '张桂兰', '何宇', '王敏'];
  const section = await teach(stage, people, 10);
  const lesson = section.lessons[TODAY]!;
  const marks = section.line.map(({ memberId }, i): Mark => ({
    nonce: `wall-${i}`,
    memberId,
    state: 'present',
    source: 'self',
    at: stage.emulated.now() - i * SECOND,
    receivedAt: stage.emulated.now(),
    by: memberId,
    device: 'd',
    seen: 0,
  }));
  await stage.emulated.database.import('rolls', [
    { ...emptyRoll(section, TODAY, lesson), marks, markCount: marks.length },
  ]);
  const page = await stage.phone(
    openidOf(stage.sample, '李文秀'),
    `packages/instructor/code/index?sectionId=${CLASS}&lessonIndex=${TODAY}`,
    { viewport: SIZES[0]! },
  );
  await cast(page, 'cast-code');
  await byTest(page, 'came').waitFor();
  expect(await byTest(page, 'came-name').allInnerTexts()).toEqual(['周*强', '林*芸', '张*兰', '何*', '王*']);

  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const id of ['qr', 'code-number', 'come', 'came']) {
      const box = (await byTest(page, id).first().boundingBox())!;
      expect({
        id,
        size,
        fits: box.y >= 0 && box.y + box.height <= size.height && box.x + box.width <= size.width,
      }).toEqual({ id, size, fits: true });
    }
    expect((await byTest(page, 'qr').boundingBox())!.height).toBeGreaterThan(size.height * 0.75);
  }
  expect(stage.faults).toEqual([]);
}, 180_000);
