import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

/** An environment that is half there, in a browser: said on the screen, and the same tap goes through when it is mended. */
const GUQIN = 'yc-spring-1-0004';
let stage: Stage;
describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(3_600_000);
  }, 90_000);
  afterAll(() => stage?.close());
  afterEach(() => stage.emulated.setFaults({}));

  test('a batch is followed before it opens, undone, and followed again', async () => {
    const phone = await stage.hand(build, openidOf(stage.sample, '周建强'), 'pages/batch/index?batchId=yc-spring-1');
    const follows = () => stage.emulated.database.read('follows').map(one => one['batchId']);
    const turn = byTest(phone, 'follow-me-turn');

    await turn.click();
    await phone.screen.getByText('开放前会提醒您').waitFor();
    expect(follows()).toEqual(['yc-spring-1']);
    await turn.click();
    await phone.screen.getByText('开放前提醒您吗？').waitFor();
    expect(follows()).toEqual([]);
    await turn.click();
    await phone.screen.getByText('开放前会提醒您').waitFor();

    await phone.restart();
    await phone.screen.getByText('开放前会提醒您').waitFor();
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('without the function nothing is pretended, and the tap that follows is the same', async () => {
    const phone = await stage.hand(build, openidOf(stage.sample, '张桂兰'), 'pages/batch/index?batchId=yc-spring-1');
    await byTest(phone, 'follow-me-turn').waitFor();
    stage.emulated.setFaults({ rules: [{ on: 'call', kind: 'missing', function: 'app' }] });

    await byTest(phone, 'follow-me-turn').click();
    await phone.screen.getByText(/系统正在升级/).waitFor();
    await phone.screen.getByText('提醒我', { exact: true }).waitFor();

    stage.emulated.setFaults({});
    await byTest(phone, 'follow-me-turn').click();
    await phone.screen.getByText('开放前会提醒您').waitFor();
  }, 120_000);

  test.each([
    ['missing', 'answer-UPGRADING'],
    ['stopped', 'answer-STOPPED'],
  ] as const)(
    'a claim while the function is %s: said, and the same tap gives the seat',
    async (kind, answer) => {
      stage.emulated.setClock(3_700_000);
      const name = kind === 'missing' ? '周建强' : '张桂兰';
      const page = `pages/section/index?batchId=yc-spring-1&sectionId=${GUQIN}`;
      const phone = await stage.hand(build, openidOf(stage.sample, name), page);
      await byTest(phone, 'claim-go').waitFor();
      stage.emulated.setFaults({ rules: [{ on: 'call', kind, function: 'line' }] });

      await byTest(phone, 'claim-go').click();
      await byTest(phone, answer).waitFor();

      stage.emulated.setFaults({});
      await byTest(phone, 'next-step').click();
      await byTest(phone, 'answer-seated').waitFor();
    },
    120_000,
  );
});
