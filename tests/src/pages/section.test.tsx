import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import SectionPage from '../../../src/pages/section/index';
import { claims } from '../../../src/features/line/claims';
import { batchOf } from '../../../src/app/known/catalog';
import { me } from '../../../src/app/known/member';
import { mine as places } from '../../../src/app/known/places';
import { leaveWaitingRooms } from '../../../src/features/line/waiting-room';
import { DAY } from '../../../domain/base/clock';
import { batch, count, guqin, mine, place, STROKE, tea } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const enter: Doing = { data: { opensAt: STROKE, limit: 2, held: 0, tag: 'me' } };
const board = (seatsLeft: number): Doing => ({
  data: { counts: [count('tea', seatsLeft)], countedAt: Date.now(), pollAfterMs: 1_000 },
});

/** The section page, `before` ms ahead of the stroke by the server; the phone is ten minutes slow. */
async function open(before: number, rules: Parameters<typeof serve>[0] = {}) {
  jest.setSystemTime(STROKE - before - 600_000);
  phone.setParams({ batchId: 'b1', sectionId: 'tea' });
  const server = serve(
    {
      'catalog.batch': { data: { batch, sections: [tea, guqin] } },
      'line.mine': { data: { places: [] } },
      'line.board': () => board(30),
      'line.enter': enter,
      ...rules,
    },
    () => Date.now() + 600_000,
  );
  render(<SectionPage />);
  await pass(3_000);
  return server;
}

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  claims.setState({}, true);
  leaveWaitingRooms();
  batchOf('b1').store.setState({ data: undefined, savedAt: 0 });
  places.store.setState({ data: undefined, savedAt: 0 });
  me.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('before the stroke: the waiting room is entered once, and everything is ready', async () => {
  const server = await open(60_000);
  await pass(20_000);

  expect(server.asked('line.enter')).toBe(1);
  expect(screen.getByTestId('waiting-room-good').textContent).toBe('都好了');
  expect(screen.getByTestId('claim-ready').getAttribute('aria-disabled')).toBe('true');
});

test('a tap before the stroke is not sent; at the stroke of the server the button lights up; one tap is a seat', async () => {
  const server = await open(10_000, {
    'line.claim': { data: { place: place('tea', 'SEATED', 9), already: false, clearedSectionIds: [] } },
  });
  fireEvent.click(screen.getByTestId(/^claim-(ready|checking)$/));
  await pass(5_900);
  expect(screen.queryByTestId('claim-go')).toBeNull();
  expect(server.asked('line.claim')).toBe(0);

  await pass(1_200);
  fireEvent.click(screen.getByTestId('claim-go'));
  await pass(50);

  expect(server.asked('line.claim')).toBe(1);
  expect(phone.went()).toEqual(['/pages/answer/index?batchId=b1&sectionId=tea']);
  expect(screen.getByTestId('claim-mine')).toBeTruthy();
});

test('while the claim is on its way the button says so and takes no second tap', async () => {
  const server = await open(-5_000);
  let reply: (value: { statusCode: number; data: unknown }) => void = () => undefined;
  let sent = 0;
  phone.serve(({ data }) => {
    if ((data as { endpoint: string }).endpoint === 'line.claim') sent++;
    return new Promise(resolve => (reply = resolve));
  });

  fireEvent.click(screen.getByTestId('claim-go'));
  await pass(10);
  expect(screen.getByTestId('claim-sending').textContent).toContain('正在替您排号');
  fireEvent.click(screen.getByTestId('claim-sending'));
  await pass(10);

  expect(sent).toBe(1);
  expect(server.asked('line.claim')).toBe(0);
  reply({ statusCode: 200, data: { ok: false, code: 'CLOSED', message: '', details: { closesAt: 0 }, now: 0 } });
  await pass(10);
});

test('who has no profile is asked for it in the waiting room, and not for looking', async () => {
  await open(60_000, { 'line.enter': { refuse: 'PROFILE_MISSING' } });
  await pass(8_000);

  expect(screen.getByText('还没填姓名、手机、单位')).toBeTruthy();
  fireEvent.click(screen.getByTestId('claim-profile'));

  expect(phone.went()).toEqual(['/packages/me/profile/index?batchId=b1&sectionId=tea']);
});

test.each([
  [null, 'claim-profile', '填好资料，马上替您报'],
  [
    { name: '何宇', phone: '13800001234', employer: '区医院', unionMember: false, membership: 'no' },
    'claim-ineligible',
    '这一期只面向会员',
  ],
])(
  'after it, with the profile %j, the button says what is missing and what it is good for',
  async (profile, id, words) => {
    await open(-120_000, { 'member.me': { data: { profile, roles: [] } } });

    expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByTestId(id));
    expect(phone.went()).toEqual(['/packages/me/profile/index?batchId=b1&sectionId=tea']);
  },
);

test('after the stroke nobody enters the waiting room: the rush pays for no such read', async () => {
  const server = await open(-5_000);
  await pass(20_000);

  expect(server.asked('line.enter')).toBe(0);
});

test('without network the kept page is shown with its age', async () => {
  const server = await open(-5_000);
  expect(server.asked('catalog.batch')).toBe(1);
  serve({ 'catalog.batch': 'no network', 'line.board': 'no network', 'line.mine': 'no network' });

  act(() => phone.hide());
  await pass(120_000);
  act(() => phone.show());
  await pass(100);

  expect(screen.getByTestId('aged').textContent).toMatch(/网断了，这是 2 分钟前的内容/);
  expect(screen.getByText('培训楼205茶艺室')).toBeTruthy();
});

test('without network and without a copy there is an error with a way to try again', async () => {
  const server = await open(-5_000, { 'catalog.batch': { status: 502 } });

  expect(screen.getByTestId('broken').textContent).toMatch(/没能打开/);
  fireEvent.click(screen.getByText('再试一次'));
  await pass(10);

  expect(server.asked('catalog.batch')).toBeGreaterThan(1);
});

test.each([
  ['SEATED', 4, '您的座位：第 4 位入座'],
  ['WAITING', 2, '您在候补第 2 位'],
] as const)(
  'whoever is %s reads first where they stand, and not that all seats are gone',
  async (state, number, words) => {
    await open(-5_000, {
      'line.mine': { data: { places: [mine(tea, state, number)] } },
      'line.board': () => board(0),
    });

    expect(screen.getByTestId('section-mine').textContent).toBe(words);
    expect(screen.queryByTestId('section-seats')).toBeNull();
  },
);

const [first] = tea.lessons;
const weekly = [0, 1, 2, 3, 4].map(week => ({
  startsAt: first!.startsAt + week * 7 * DAY,
  endsAt: first!.endsAt + week * 7 * DAY,
}));
const running = { ...tea, lessons: weekly };

test.each([
  [first!.startsAt - 2 * DAY, '共 5 次课', '明晚 19:00 前可以退，按第 1 次课前 24 小时算'],
  [weekly[1]!.endsAt, '已上 2 次，还有 3 次', '退课已经截止，哪一次来不了可以请假'],
  [weekly[4]!.endsAt, '5 次课都上完了', undefined],
])(
  'at %d it is said how far the class is, and until when by which lesson it can be dropped',
  async (now, far, drop) => {
    await open(STROKE - now, { 'catalog.batch': { data: { batch, sections: [running] } } });

    expect(screen.getByText(far)).toBeTruthy();
    expect(screen.queryByText(/可以退|退课已经截止/)?.textContent).toBe(drop);
  },
);

test('in a class that runs already the drop goes by a later lesson, which is named', async () => {
  const dropUntil = weekly[2]!.startsAt - 24 * 3_600_000;
  const late = { ...running, dropUntil };
  await open(STROKE - weekly[1]!.endsAt, { 'catalog.batch': { data: { batch, sections: [late] } } });

  expect(screen.getByText('3月23日 19:00 前可以退，按第 3 次课前 24 小时算')).toBeTruthy();
});

test('a lesson that is called off says why, and the union’s telephone is one tap away', async () => {
  const [first, ...others] = tea.lessons;
  const off = { ...tea, lessons: [{ ...first!, cancelled: true as const, reason: '老师生病' }, ...others] };
  const called = { ...batch, contact: '023-4985 0000', contactName: '王老师' };
  await open(60_000, { 'catalog.batch': { data: { batch: called, sections: [off] } } });

  expect(screen.getByText('停课：老师生病')).toBeTruthy();
  expect(screen.getByTestId('contact').textContent).toBe('有问题找王老师，打 023-4985 0000');
  fireEvent.click(screen.getByTestId('contact'));
  expect(phone.rung()).toBe('02349850000');
});

test('what to bring and the topics are shown; a class without them shows neither', async () => {
  const lessons = tea.lessons.map((lesson, index) => (index === 1 ? { ...lesson, topic: '绿茶冲泡' } : lesson));
  await open(60_000, { 'catalog.batch': { data: { batch, sections: [{ ...tea, lessons, bring: '茶杯' }] } } });
  expect(screen.getByText('茶杯')).toBeTruthy();
  expect(screen.getByText('绿茶冲泡').closest('.section-lesson')?.textContent).toMatch(/^2/);
  cleanup();

  batchOf('b1').store.setState({ data: undefined, savedAt: 0 });
  await open(60_000);
  expect(screen.queryByText('自带')).toBeNull();
});

test('a lecture is called one: once, no list of lessons, no leave, and whether anybody may come', async () => {
  const [lesson] = tea.lessons;
  const talk = { ...tea, kind: 'lecture' as const, walkInFrom: 0 as const, name: '', lessons: [lesson!] };
  await open(DAY, { 'catalog.batch': { data: { batch, sections: [talk, guqin] } } });

  expect(screen.getByText('主讲')).toBeTruthy();
  expect(screen.getByText('退座位')).toBeTruthy();
  expect(screen.getByText(/只有这一场/)).toBeTruthy();
  expect(screen.getByText('不报名也能来，坐满为止')).toBeTruthy();
  expect(screen.queryByText('课表')).toBeNull();
});
