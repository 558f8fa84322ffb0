import { DAY, HOUR } from '../../domain/base/clock';
import { CATEGORIES, type Batch, type Section } from '../../domain/model';
import { byTest, openidOf, setStage, type Phone, type Stage } from './browser';

/**
 * The data that the mini-program sends to its screen. Bytes and calls are the same on every machine; times are measured
 * by `npm run bench:weapp`.
 */
const CLASSES = 60;
/** WeChat's own advice is 256 KB on a new phone; old ones stand still long before. */
const MOST = 64 * 1024;
let stage: Stage;

beforeAll(async () => {
  stage = await setStage(HOUR);
  const opensAt = stage.emulated.now() + HOUR;
  const like = stage.sample.collections.sections.find(one => one.batchId === 'yc-spring-1')!;
  const sections = Array.from({ length: CLASSES }, (_, i): Section => ({
    ...like,
    _id: `many-${i}`,
    batchId: 'many',
    course: `第${i + 1}门课`,
    category: CATEGORIES[i % CATEGORIES.length]!,
    opensAt,
    line: [],
    lineCount: 0,
    clashIds: [],
  }));
  const batch: Batch = {
    ...stage.sample.collections.batches.find(one => one._id === 'yc-spring-1')!,
    _id: 'many',
    title: '六十个班的一期',
    opensAt,
    closesAt: opensAt + 3 * DAY,
    sectionCount: CLASSES,
    categories: [...CATEGORIES],
  };
  await stage.emulated.database.import('sections', sections);
  await stage.emulated.database.import('batches', [batch]);
}, 90_000);
afterAll(() => stage?.close());

const hand = (name: string, page: string): Promise<Phone> => stage.hand('weapp', openidOf(stage.sample, name), page);
const sent = (phone: Phone, since = 0) =>
  phone.page.evaluate(
    from => window.player.log.flatMap(one => (one.kind === 'setData' && one.at >= from ? [one] : [])),
    since,
  );

test.each([
  ['周建强', 'pages/home/index', 'hero-open'],
  ['周建强', 'pages/batch/index?batchId=many', 'section-row'],
  ['周建强', 'pages/section/index?batchId=many&sectionId=many-7', 'section'],
  ['张桂兰', 'pages/mine/index', 'place-row'],
  ['张桂兰', 'packages/me/class/index?sectionId=yc-running-0007', 'my-class'],
  ['李文秀', 'packages/instructor/sections/index', 'instructor-sections'],
  ['李文秀', 'packages/instructor/roll/index?sectionId=yc-running-0007&lessonIndex=4', 'roll-line'],
  ['王敏', 'packages/staff/batches/index', 'batch-row'],
  ['王敏', 'packages/staff/batch/index?batchId=many', 'staff-row'],
  ['王敏', 'packages/staff/codes/index?batchId=many', 'code-image'],
  ['王敏', 'packages/staff/attendance/index', 'sums'],
  ['王敏', 'packages/staff/people/index', 'new-invite'],
])(
  '%s, %s: no call of setData is over 64 KB',
  async (name, page, ready) => {
    const phone = await hand(name, page);
    await byTest(phone, ready).first().waitFor();
    await phone.page.waitForTimeout(1_500);
    const all = await sent(phone);

    expect(all.length).toBeGreaterThan(1);
    expect(all.filter(one => one.bytes > MOST).map(one => [one.bytes, one.paths.slice(0, 3)])).toEqual([]);
    await phone.page.context().close();
  },
  120_000,
);

test.each(['pages/home/index', 'pages/batch/index?batchId=many'])(
  '%s: a ticking clock sends its digits and nothing else',
  async page => {
    const phone = await hand('周建强', page);
    await phone.screen.locator('.count').first().waitFor();
    await phone.page.waitForTimeout(3_000);
    const from = await phone.page.evaluate(() => performance.timeOrigin + performance.now());
    await phone.page.waitForTimeout(4_000);
    const ticks = await sent(phone, from);

    expect(ticks.length).toBeGreaterThan(1);
    // A field that is drawn again sends its own text again, which is Taro's way.
    expect(ticks.flatMap(one => one.paths).filter(path => !/\.(v|p\d+)$/.test(path))).toEqual([]);
    expect(Math.max(...ticks.map(one => one.bytes))).toBeLessThan(500);
  },
  60_000,
);
