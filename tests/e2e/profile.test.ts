import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

let stage: Stage;

describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(45_000);
  }, 90_000);
  afterAll(() => stage?.close());

  test('who has no profile is asked for it by the waiting room and not before, field by field', async () => {
    const page = await stage.hand(build, openidOf(stage.sample, '新来的'));
    await byTest(page, 'hero-open').click();
    await byTest(page, 'section-row').filter({ hasText: '剪纸' }).click();

    await byTest(page, 'claim-profile').click();
    await byTest(page, 'profile').waitFor();
    await byTest(page, 'field-name').locator('input').fill('李小梅');
    await byTest(page, 'field-phone').locator('input').fill('1380000');
    await byTest(page, 'field-employer').locator('input').fill('永川区人民医院');
    await byTest(page, 'save-profile').click();
    await page.screen.getByText('手机号是 11 位数字').waitFor();

    await byTest(page, 'field-phone').locator('input').fill('13800001234');
    // Without the answer nothing is saved: the batch is for members.
    await byTest(page, 'save-profile').click();
    await page.screen.getByText('请选一项').waitFor();
    await byTest(page, 'field-member-yes').click();
    await byTest(page, 'save-profile').click();
    await byTest(page, 'claim-go').click();
    await byTest(page, 'answer-seated').waitFor();
    expect(stage.faults).toEqual([]);
  }, 180_000);
});
