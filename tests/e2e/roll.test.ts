import { memberIdOf } from '../../server/people/member-id';
import { HOUR } from '../../domain/base/clock';
import { rollIdOf, type Mark, type Roll } from '../../domain/roll/roll';
import { onRoll } from '../../domain/roll/on-roll';
import { BUILDS, byTest, openidOf, setStage, type Phone, type Stage } from './browser';
import { CLASS, teach, TODAY } from './lessons';

/** The roll in a basement: marked without signal, the app closed and opened, and each mark arrives once. */
let stage: Stage;
const HERE = `sectionId=${CLASS}&lessonIndex=${TODAY}`;
const ROLL = `packages/instructor/roll/index?${HERE}`;
const NAMES = ['周建强', '林晓芸', '张桂兰', '何宇', '王敏'];

describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(HOUR);
  }, 90_000);
  afterAll(() => stage?.close());

  const stored = () => stage.emulated.database.read<Roll>('rolls').find(roll => roll._id === rollIdOf(CLASS, TODAY));
  /** Looks until it is so; the test's own time is the bound. */
  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) await new Promise(resolve => setTimeout(resolve, 50));
  }
  const marks = (): Mark[] => stored()?.marks ?? [];
  /** The mark that holds of each person, by name. */
  function states(): Record<string, string | null> {
    const section = stage.emulated.database.read('sections').find(one => one._id === CLASS)!;
    const people = onRoll(section as never, stored()!);
    return Object.fromEntries(
      NAMES.map(name => {
        const id = memberIdOf(openidOf(stage.sample, name));
        return [name, people.find(one => one.memberId === id)?.mark?.state ?? null];
      }),
    );
  }

  const line = (page: Phone, name: string) => byTest(page, 'roll-line').filter({ hasText: name });
  const key = (page: Phone, name: string, state: 'present' | 'late' | 'absent') =>
    line(page, name).getByTestId(`key-${state}`);
  const isDown = async (page: Phone, name: string, state: 'present' | 'late' | 'absent') =>
    (await key(page, name, state).getAttribute(page.build === 'h5' ? 'aria-pressed' : 'aria-selected')) === 'true';
  /** The app is still served, the functions are not reached: as on a phone, where the app is there and the signal is not. */
  const cut = (page: Phone) => page.page.context().route('**/call/**', route => route.abort());
  const reconnect = (page: Phone) => page.page.context().unroute('**/call/**');

  test('a roll without signal: marked, the app opened anew, and each mark arrives once when the signal is back', async () => {
    await teach(stage, NAMES, 10);
    const page = await stage.hand(build, openidOf(stage.sample, '李文秀'), ROLL);
    await key(page, '周建强', 'present').click();
    await until(() => marks().length === 1);

    await cut(page);
    await key(page, '林晓芸', 'late').click();
    await key(page, '张桂兰', 'present').click();
    await key(page, '张桂兰', 'absent').click();
    await byTest(page, 'saved').getByText('3 条点名没传上去').waitFor();
    expect(await byTest(page, 'waits').count()).toBe(2);

    await page.restart();
    await byTest(page, 'saved').getByText('3 条点名没传上去').waitFor();
    expect(await isDown(page, '林晓芸', 'late')).toBe(true);
    expect(await isDown(page, '张桂兰', 'absent')).toBe(true);
    expect(await isDown(page, '周建强', 'present')).toBe(true);
    await key(page, '何宇', 'present').click();

    // The day tells it too, and sends it from there.
    await page.open('packages/instructor/sections/index');
    await byTest(page, 'unsent-lesson').getByText('4 条点名没传上去').waitFor();
    expect(marks()).toHaveLength(1);
    await reconnect(page);
    await until(() => marks().length === 5);
    await byTest(page, 'unsent-lesson').waitFor({ state: 'detached' });

    expect(new Set(marks().map(mark => mark.nonce)).size).toBe(5);
    expect(states()).toEqual({ 周建强: 'present', 林晓芸: 'late', 张桂兰: 'absent', 何宇: 'present', 王敏: null });
    expect(stage.faults).toEqual([]);
  }, 180_000);

  test('a reply that is lost on the way back is a mark that arrives once', async () => {
    const page = await stage.hand(build, openidOf(stage.sample, '李文秀'), ROLL);
    await byTest(page, 'saved').getByText('都已存好').waitFor();
    const before = marks().length;
    let lost = 0;
    await page.page.context().route('**/call/app', async route => {
      if (!route.request().postData()?.includes('roll.mark') || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });

    await key(page, '何宇', 'late').click();
    await byTest(page, 'saved').getByText('1 条点名没传上去').waitFor();
    expect(marks()).toHaveLength(before + 1);
    await byTest(page, 'send-again').click();
    await byTest(page, 'saved').getByText('都已存好').waitFor();

    expect(lost).toBe(1);
    expect(marks()).toHaveLength(before + 1);
    expect(states()['何宇']).toBe('late');
  }, 120_000);

  test('two phones without signal that disagree: both say so when they are back, and a tap settles it', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map(() => stage.hand(build, openidOf(stage.sample, '李文秀'), ROLL)) as [Promise<Phone>, Promise<Phone>],
    );
    await byTest(one, 'roll-line').first().waitFor();
    await byTest(other, 'roll-line').first().waitFor();
    await cut(one);
    await cut(other);
    await key(one, '周建强', 'absent').click();
    await key(other, '周建强', 'late').click();
    await reconnect(other);
    await byTest(other, 'saved').getByText('都已存好').waitFor();
    await reconnect(one);

    // The clocks of two phones may disagree which of two taps in one second was later; both screens say the same.
    await line(one, '周建强').getByTestId('dispute').waitFor();
    await line(other, '周建强').getByTestId('dispute').waitFor();
    const holds = states()['周建强'] as 'late' | 'absent';
    const quoted = holds === 'late' ? '缺课' : '迟到';
    for (const page of [one, other]) {
      expect(await line(page, '周建强').innerText()).toContain(`记的是 ${quoted}，现在按`);
      expect(await isDown(page, '周建强', holds)).toBe(true);
    }

    await key(one, '周建强', holds).click();
    await line(one, '周建强').getByTestId('dispute').waitFor({ state: 'detached' });
    await line(other, '周建强').getByTestId('dispute').waitFor({ state: 'detached' });
    await byTest(one, 'saved').getByText('都已存好').waitFor();
    expect(states()['周建强']).toBe(holds);
    expect(stage.faults).toEqual([]);
  }, 180_000);

  test('the code on the screen lets a worker in, who stands on the screen, and can be taken back', async () => {
    const page = await stage.hand(build, openidOf(stage.sample, '李文秀'), `packages/instructor/code/index?${HERE}`);
    await byTest(page, 'qr').waitFor();
    const first = await byTest(page, 'qr').getAttribute('data-code');
    await until(async () => (await byTest(page, 'qr').getAttribute('data-code')) !== first);
    const code = (await byTest(page, 'qr').getAttribute('data-code'))!;

    // Nobody has marked her: what an instructor says outranks a check-in.
    const name = '王敏';
    await stage.hand(build, openidOf(stage.sample, name), `pages/checkin/index?code=${code}`);
    await byTest(page, 'arrival').filter({ hasText: name }).waitFor();
    expect(marks().some(mark => mark.source === 'self')).toBe(true);

    await byTest(page, 'arrival').filter({ hasText: name }).getByTestId('arrival-undo').click();
    await byTest(page, 'arrival').filter({ hasText: name }).waitFor({ state: 'detached' });
    await until(() => states()[name] === null);
    await byTest(page, 'to-roll').click();
    await byTest(page, 'roll-line').first().waitFor();
    expect(await isDown(page, name, 'present')).toBe(false);
  }, 180_000);
});
