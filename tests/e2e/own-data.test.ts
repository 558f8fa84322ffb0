import readXlsx from 'read-excel-file/node';
import { memberIdOf } from '../../server/people/member-id';
import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

/** What the union knows about a person, in that person's hand: given at the act, seen, taken along, deleted. */
let stage: Stage;
describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(3_600_000);
  }, 90_000);
  afterAll(() => stage?.close());

  const members = () => stage.emulated.database.read('members');
  const asked = (api: string) => stage.emulated.inbox().filter(one => one.api === api);

  test('looking around asks for nothing: no number, no question about privacy, nothing written', async () => {
    const openid = openidOf(stage.sample, '新来的');
    const before = members().length;
    const page = await stage.hand(build, openid);
    for (const [path, ready] of [
      ['pages/home/index', 'hero-open'],
      ['pages/batch/index?batchId=yc-running', 'section-row'],
      ['pages/section/index?batchId=yc-running&sectionId=yc-running-0002', 'section-seats'],
      ['pages/mine/index', 'mine'],
      ['pages/me/index', 'me'],
      ['packages/me/privacy/index', 'privacy'],
      ['packages/me/data/index', 'no-data'],
    ]) {
      await page.open(path!);
      await byTest(page, ready!).first().waitFor();
      for (const id of ['phone-offer', 'privacy-sheet'])
        expect([path, await byTest(page, id).count()]).toEqual([path, 0]);
    }

    expect(members()).toHaveLength(before);
    expect(asked('phonenumber.getPhoneNumber')).toEqual([]);
    expect(stage.faults).toEqual([]);
  }, 180_000);

  test('at the act: declined, the number is typed; asked again at the next tap, agreed, it is filled in and kept only when saved', async () => {
    const openid = openidOf(stage.sample, '新来的');
    const page = await stage.hand(build, openid, 'packages/me/profile/index', { player: { privacyAgreed: false } });
    await byTest(page, 'phone-from-wechat').click();
    await byTest(page, 'privacy-decline').click();
    await byTest(page, 'privacy-declined').waitFor();
    await byTest(page, 'privacy-ok').click();
    await byTest(page, 'phone-offer').waitFor({ state: 'detached' });
    expect(await byTest(page, 'field-phone').locator('input').inputValue()).toBe('');

    await page.restart();
    await byTest(page, 'phone-from-wechat').click();
    await byTest(page, 'privacy-agree').click();
    await page.page.getByText('允许', { exact: true }).click();
    await byTest(page, 'phone-said').waitFor();

    expect(await byTest(page, 'field-phone').locator('input').inputValue()).toMatch(/^1990000\d{4}$/);
    expect(members().some(one => one['_id'] === memberIdOf(openid))).toBe(false);
  }, 120_000);

  test('seen, taken along as a file, deleted after two yeses; the phone and the union have forgotten', async () => {
    const openid = openidOf(stage.sample, '张桂兰');
    const page = await stage.hand(build, openid, 'pages/me/index');
    await byTest(page, 'my-name').waitFor();
    await byTest(page, 'door-data').click();
    await byTest(page, 'data-members').click();
    await byTest(page, 'data-rows').getByText('张桂兰').waitFor();

    const { bytes } = await page.handed(() => byTest(page, 'export-mine').click());
    const [contents, profile] = await readXlsx(bytes);
    expect([contents?.sheet, profile?.sheet]).toEqual(['目录', '我的资料']);
    expect(JSON.stringify(profile?.data)).toContain('张桂兰');

    await byTest(page, 'door-erase').click();
    await byTest(page, 'erase-now').waitFor();
    await byTest(page, 'erase-next').click();
    await byTest(page, 'erase-cancel').click();
    expect(members().some(one => one['_id'] === memberIdOf(openid))).toBe(true);
    await byTest(page, 'erase-next').click();
    await byTest(page, 'erase-confirm').click();
    await byTest(page, 'erase-begun').waitFor();

    expect(members().some(one => one['_id'] === memberIdOf(openid))).toBe(false);
    expect(await page.page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('.member.me')))).toEqual(
      [],
    );
    await page.open('packages/me/data/index');
    await byTest(page, 'erasing').waitFor();
    expect(stage.faults).toEqual([]);
  }, 180_000);
});
