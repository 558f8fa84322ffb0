import { MINUTE } from '../../domain/base/clock';
import type { Roll } from '../../domain/roll/roll';
import { BUILDS, byTest, openidOf, setStage, type Phone, type Stage } from './browser';
import { CLASS, codeNow, NEXT_WEEK, openLink, teach, TODAY } from './lessons';

/** A worker at the door of the classroom, and one who cannot come. Two seats; 张桂兰 waits. */
let stage: Stage;

describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(3_600_000);
    await teach(stage, ['周建强', '林晓芸', '张桂兰'], 2);
  }, 90_000);
  afterAll(() => stage?.close());

  const roll = (lessonIndex: number): Roll | undefined =>
    stage.emulated.database.read<Roll>('rolls').find(one => one.sectionId === CLASS && one.lessonIndex === lessonIndex);

  async function phoneOf(
    name: string,
    path = 'pages/mine/index',
    ready = 'mine',
    privacyAgreed = true,
  ): Promise<Phone> {
    const page = await stage.hand(build, openidOf(stage.sample, name), path, { player: { privacyAgreed } });
    await byTest(page, ready).waitFor();
    return page;
  }

  test('the link of a genuine code checks in, once; opened again it says so; my lessons know it', async () => {
    const page = await phoneOf('周建强');
    await openLink(page, (await codeNow(stage)).text);
    await byTest(page, 'checked-in').waitFor();
    expect(await byTest(page, 'checked-in').innerText()).toMatch(/签到成功\s+\d\d:\d\d\s+茶艺晚班第 2 次课/);

    const again = await phoneOf('周建强');
    await openLink(again, (await codeNow(stage)).text);
    await byTest(again, 'checked-in-already').waitFor();
    expect(roll(TODAY)?.marks).toMatchObject([{ state: 'present', source: 'self' }]);

    await byTest(page, 'to-mine').click();
    await byTest(page, 'next-lesson').waitFor();
    expect(await byTest(page, 'marked').innerText()).toMatch(/已签到 \d\d:\d\d/);
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('a code that was passed on is too old, and the four digits on the screen still help', async () => {
    const page = await phoneOf('林晓芸');
    const { text } = await codeNow(stage);
    stage.emulated.setClock(stage.emulated.now() - Date.now() + MINUTE);
    await openLink(page, text);
    await byTest(page, 'not-CODE_OLD').waitFor();

    // In WeChat the next step is the scanner; the digits stand on the page that my classes lead to.
    await (build === 'h5' ? byTest(page, 'next-step').click() : page.open('pages/checkin/index'));
    const digits = byTest(page, 'number').locator('input');
    await digits.fill((await codeNow(stage)).wrong);
    await page.screen.getByText('请看老师手机上新的四位').waitFor();
    expect(await digits.inputValue()).toBe('');
    expect(roll(TODAY)?.marks).toHaveLength(1);

    await digits.fill((await codeNow(stage)).number);
    await byTest(page, 'checked-in').waitFor();
    expect(roll(TODAY)?.marks).toHaveLength(2);
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('who is of another class is told whose code it is; a photo of something else is no code', async () => {
    const page = await phoneOf('何宇');
    await openLink(page, (await codeNow(stage)).text);
    await page.screen.getByText('您不在茶艺晚班的名单里').waitFor();

    const other = await phoneOf('何宇');
    await openLink(other, 'hello');
    await byTest(other, 'not-CODE_UNREADABLE').waitFor();
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('leave lends the seat for that lesson to the first in line, who is told, and may pass it on', async () => {
    const away = await phoneOf('周建强', `packages/me/class/index?sectionId=${CLASS}`, 'my-class');
    await byTest(away, 'leave').click();
    await byTest(away, 'leave-reason').locator('input').fill('上夜班');
    await byTest(away, 'leave-confirm').click();
    await away.screen.getByText('请假，座位借给了候补的工友').waitFor();
    expect(roll(NEXT_WEEK)).toMatchObject({ leaves: [{ reason: '上夜班' }], guests: [{ as: 'lent' }] });

    const lucky = await phoneOf('张桂兰');
    await byTest(lucky, 'told').filter({ hasText: '有课空出座位' }).waitFor();
    await byTest(lucky, 'lent').filter({ hasText: '茶艺晚班空出一个座位，留给您' }).waitFor();
    await byTest(lucky, 'pass-on').click();
    await byTest(lucky, 'pass-on-confirm').click();
    await byTest(lucky, 'passed-on').waitFor();
    expect(await byTest(lucky, 'lent').count()).toBe(0);
    expect(roll(NEXT_WEEK)).toMatchObject({ guests: [], declined: [expect.any(String)] });

    // Nobody was left to lend it to: who was away can come after all.
    await away.restart();
    await byTest(away, 'come-after-all').click();
    await byTest(away, 'leave').waitFor();
    expect(roll(NEXT_WEEK)?.leaves).toEqual([]);
    expect(stage.faults).toEqual([]);
  }, 180_000);

  test('the phone’s calendar gets what is to come', async () => {
    const page = await phoneOf('林晓芸', `packages/me/class/index?sectionId=${CLASS}`, 'my-class', false);
    const toCalendar = () => byTest(page, 'to-calendar').click();

    if (build === 'h5') expect((await page.handed(toCalendar)).name).toBe('茶艺晚班.ics');
    else {
      await page.page.evaluate(() => {
        window.player.answer('authorize', { allowed: true });
      });
      await toCalendar();
      await byTest(page, 'privacy-agree').click();
      await byTest(page, 'calendar-outcome').waitFor();
      const added = await page.page.evaluate(() => window.player.done('addPhoneCalendar'));
      expect(added[0]).toMatchObject({ title: expect.stringContaining('茶艺'), alarm: true });
    }
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('without a network nothing is said to have gone well, and with it the same page asks by itself', async () => {
    const page = await phoneOf('林晓芸');
    await byTest(page, 'next-lesson').waitFor();
    await page.page.context().route('**/call/app', route => route.abort());
    await openLink(page, (await codeNow(stage)).text);
    await page.screen.getByText('还没收到答复，正在查').waitFor();
    expect(await byTest(page, 'checked-in').count()).toBe(0);

    await page.page.context().unroute('**/call/app');
    await page.screen.getByText(/已经签过到|签到成功/).waitFor();
    expect(stage.faults).toEqual([]);
  }, 120_000);
});
