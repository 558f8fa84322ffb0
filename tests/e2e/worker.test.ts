import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

const GUQIN = 'yc-spring-1-0004';
let stage: Stage;

describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    // One seat, so that the second person waits; the rest of the batch as the union's sheet has it.
    stage = await setStage(40_000, section =>
      section._id === GUQIN ? { ...section, capacity: 1, waitlistLimit: 2 } : section,
    );
  }, 90_000);
  afterAll(() => stage?.close());

  test('look around, wait, the stroke, a seat, my classes, drop: and the next in line has the seat', async () => {
    const first = await stage.hand(build, openidOf(stage.sample, '周建强'));
    const second = await stage.hand(
      build,
      openidOf(stage.sample, '张桂兰'),
      `pages/section/index?batchId=yc-spring-1&sectionId=${GUQIN}`,
    );

    // Look around: nobody asks who I am.
    await byTest(first, 'hero-open').click();
    await byTest(first, 'section-row').filter({ hasText: '古琴' }).click();
    await byTest(first, 'section').waitFor();

    // The waiting room has settled everything, and the button can't be tapped before the stroke.
    await byTest(first, 'waiting-room-good').waitFor();
    await expect(byTest(first, 'claim-ready').count()).resolves.toBe(1);

    // The stroke: the button lights by itself.
    await byTest(first, 'claim-go').click();
    await byTest(first, 'answer-seated').waitFor();
    expect(await byTest(first, 'seat-number').innerText()).toContain('第 1 位入座');

    // The second is told the truth: a place in line.
    await byTest(second, 'claim-line').click();
    await byTest(second, 'answer-waiting').waitFor();
    expect(await byTest(second, 'wait-number').innerText()).toMatch(/候补第\s*1\s*位/);

    // My classes, and the drop, asked once.
    await byTest(first, 'to-mine').click();
    await byTest(first, 'mine').waitFor();
    await byTest(first, 'place-row').filter({ hasText: '古琴' }).waitFor();
    await byTest(first, 'place-row').filter({ hasText: '古琴' }).locator('[data-testid=drop]').click();
    await byTest(first, 'drop-confirm').click();
    await byTest(first, 'no-places').waitFor();

    // Who waited has the seat, and is told.
    await second.open('pages/mine/index');
    await byTest(second, 'promoted').waitFor();
    const row = byTest(second, 'place-row').filter({ hasText: '古琴' });
    expect(await row.innerText()).toContain('已入座');
    const line = stage.emulated.database.read('sections').find(section => section._id === GUQIN);
    expect(line).toMatchObject({ lineCount: 1, line: [{ memberId: expect.stringMatching(/^m/) }] });
    expect(stage.faults).toEqual([]);
  }, 180_000);

  test('without a network the list stays, with its age on it, and is brought up to date at a tap', async () => {
    const page = await stage.hand(build, openidOf(stage.sample, '林晓芸'));
    await byTest(page, 'hero-open').click();
    await byTest(page, 'section-row').first().waitFor();

    await page.network(false);
    await page.open('pages/home/index');
    await byTest(page, 'aged').waitFor();
    expect(await byTest(page, 'aged').innerText()).toContain('网断了');
    expect(await byTest(page, 'hero').count()).toBe(1);

    await page.network(true);
    await byTest(page, 'aged').click();
    await byTest(page, 'aged').waitFor({ state: 'detached' });
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test.each([
    ['李文秀', 'packages/instructor/sections/index', 'instructor-sections', '茶艺'],
    ['王敏', 'packages/staff/batch/index?batchId=yc-spring-1', 'staff-batch', '260'],
  ])(
    '%s finds their own page, a worker is turned away from it',
    async (name, path, testId, text) => {
      const own = await stage.hand(build, openidOf(stage.sample, name), path);
      await byTest(own, testId).waitFor();
      await own.screen.getByText(text).first().waitFor();

      const stranger = await stage.hand(build, openidOf(stage.sample, '周建强'), path);
      await stranger.screen.getByText('这里不对您开放').first().waitFor();
    },
    60_000,
  );
});
