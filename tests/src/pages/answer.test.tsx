import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { FullReceipt } from '../../../domain/api';
import { REFUSALS } from '../../../domain/base/codes';
import { stillOpen } from '../../../src/pages/answer/full';
import AnswerPage from '../../../src/pages/answer/index';
import { stopsOf } from '../../../src/pages/answer/receipt';
import { attendance } from '../../../src/app/known/attendance';
import { batches, batchOf } from '../../../src/app/known/catalog';
import { claims, type Outcome } from '../../../src/features/line/claims';
import { me } from '../../../src/app/known/member';
import { mine as places } from '../../../src/app/known/places';
import { underTitle } from '../../../src/app/words';
import { batch, count, guqin, mine, papercut, place, STROKE, tea } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const receipt: FullReceipt = {
  sectionId: 'tea',
  opensAt: STROKE,
  lastSeatAt: STROKE + 41_340,
  lastWaitAt: STROKE + 49_870,
  arrivedAt: STROKE + 58_690,
};

/** The answer page as the app knows it, without a question to the server. */
async function show(outcome: Outcome | undefined, own: ReturnType<typeof mine>[] = []) {
  phone.setParams({ batchId: 'b1', sectionId: 'tea' });
  const savedAt = Date.now();
  batchOf('b1').store.setState({ data: { batch, sections: [tea, guqin, papercut] }, savedAt, failed: undefined });
  places.store.setState({ data: { places: own }, savedAt, failed: undefined });
  claims.setState(outcome ? { tea: { step: 'answered', outcome } } : {}, true);
  render(<AnswerPage />);
  await pass(10);
}
const refused = (code: string, details?: unknown): Outcome =>
  ({
    kind: 'refused',
    refusal: { ok: false, code, message: REFUSALS[code as keyof typeof REFUSALS], details, now: STROKE },
  }) as Outcome;

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE + 60_000 });
  serve({
    'line.board': {
      data: { counts: [count('tea', 0, 15, 0), count('papercut', 7)], countedAt: 1, pollAfterMs: 1_000 },
    },
  });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('a seat: the seal, the first lesson, the number in the line', async () => {
  await show(
    { kind: 'placed', claimed: { place: place('tea', 'SEATED', 17), already: false, clearedSectionIds: [] }, at: 0 },
    [mine(tea, 'SEATED', 17)],
  );

  expect(screen.getByText('报上了')).toBeTruthy();
  expect(screen.getByRole('img', { name: '已入座' })).toBeTruthy();
  expect(screen.getByText(/3月10日 周三 19:00/)).toBeTruthy();
  expect(screen.getByTestId('seat-number').textContent).toContain('第 17 位入座');
});

test('a wait: my number, those ahead and behind, and no seal', async () => {
  await show(undefined, [mine(tea, 'WAITING', 3)]);

  expect(screen.getByTestId('wait-number').textContent).toBe('候补第 3 位');
  expect(screen.getByText('候补也占 1 个报名数，退出就空出来')).toBeTruthy();
  expect(screen.getAllByText(/谁也插不了队/)).toHaveLength(1);
  expect(screen.getByRole('img', { name: '您前面 2 位，后面 0 位' })).toBeTruthy();
  expect(screen.queryByRole('img', { name: '已入座' })).toBeNull();
});

test('a wait that becomes a seat turns into the seat while one looks', async () => {
  serve({ 'line.place': { data: { place: place('tea', 'SEATED', 30) } } });

  await show(undefined, [mine(tea, 'WAITING', 1)]);
  await pass(50);

  expect(screen.getByTestId('answer-seated')).toBeTruthy();
});

test('too late: the receipt to the tenth of a second, cut and not rounded, and what is still open', async () => {
  await show(refused('FULL', receipt));
  await pass(50);

  expect(screen.getByTestId('receipt').textContent).toMatch(
    /开放20:00:00\.0第 30 座给出20:00:41\.3候补排满20:00:49\.8您到达20:00:58\.6/,
  );
  expect(screen.getAllByTestId('still-open')).toHaveLength(1);
  fireEvent.click(screen.getByTestId('next-step'));
  expect(phone.went()).toEqual(['/pages/section/index?batchId=b1&sectionId=papercut']);
});

describe('behind a full line of a batch for members', () => {
  const profile = { name: '何宇', phone: '13800001234', employer: '区医院', unionMember: false };
  const told = async (known: object | null) => {
    me.store.setState({ data: undefined, savedAt: 0, failed: undefined });
    const server = serve({
      'member.me': { data: { profile: known, roles: [] } },
      'line.board': { data: { counts: [], countedAt: 1, pollAfterMs: 1_000 } },
    });
    await show(refused('FULL', receipt));
    await pass(50);
    return server;
  };

  test('somebody who is none could never get in: no receipt, but how to put it right', async () => {
    await told({ ...profile, membership: 'no' });

    expect(screen.queryByTestId('receipt')).toBeNull();
    expect(screen.getByText('这一期只面向会员')).toBeTruthy();
    fireEvent.click(screen.getByTestId('other-step'));
    expect(phone.went().at(-1)).toBe('/packages/me/help/index?at=join');
  });

  test('a member has their receipt', async () => {
    await told({ ...profile, unionMember: true, membership: 'yes' });

    expect(screen.getByTestId('receipt')).toBeTruthy();
  });

  test('one who never filled in a profile has it too: nothing says that they could not', async () => {
    await told(null);

    expect(screen.getByTestId('receipt')).toBeTruthy();
  });
});

test('a receipt shows no place and nothing that is not known', () => {
  const stops = stopsOf({ ...receipt, lastSeatAt: null, lastWaitAt: null }, tea);

  expect(stops.map(one => one.label)).toEqual(['开放', '您到达']);
});

test('of the sections still open those of the same craft come first', () => {
  const twin = { ...tea, sectionId: 'tea2' };
  const counts = { papercut: count('papercut', 3), tea2: count('tea2', 1), guqin: count('guqin', 0) };

  expect(stillOpen([tea, papercut, guqin, twin], tea, counts).map(one => one.sectionId)).toEqual(['tea2', 'papercut']);
});

const FORM = '/packages/me/profile/index?batchId=b1&sectionId=tea';

test.each([
  ['NOT_OPEN', { opensAt: STROKE + 120_000 }, '还没到时间', '/pages/section/index?batchId=b1&sectionId=tea'],
  ['CLOSED', { closesAt: STROKE }, '报名已经结束', '/pages/home/index'],
  ['PROFILE_MISSING', undefined, '还差您的资料', FORM],
  ['MEMBERSHIP_UNSAID', undefined, '请先说明您是不是会员', FORM],
  ['NOT_UNION_MEMBER', undefined, '这一期只面向会员', FORM],
  ['EMPLOYER_NOT_INVITED', { employers: ['区中医院'] }, '这一期不面向您的单位', FORM],
  ['DISTRICT_NOT_INVITED', { districts: ['胜利路街道'] }, '这一期不面向您的镇街', FORM],
  ['LIMIT_REACHED', { limit: 2 }, '本期最多 2 个班', '/pages/mine/index'],
  ['SECTION_NOT_FOUND', undefined, '没能报上', '/pages/batch/index?batchId=b1'],
])('%s says what it is and leads on', async (code, details, title, leadsTo) => {
  await show(refused(code, details));
  phone.went().push('/pages/section/index', '/pages/answer/index');

  expect(screen.getByText(title)).toBeTruthy();
  const said = underTitle(title, REFUSALS[code as keyof typeof REFUSALS]);
  expect(screen.getByText(new RegExp(said.slice(0, 8)))).toBeTruthy();
  fireEvent.click(screen.getByTestId('next-step'));
  expect(phone.went().at(-1)).toBe(leadsTo);
});

test('a clash names the class it clashes with and leads to it', async () => {
  await show(refused('CLASH', { sectionId: 'guqin', state: 'SEATED' }), [mine(guqin)]);

  expect(screen.getByText('和您的古琴一班撞了时间')).toBeTruthy();
  fireEvent.click(screen.getByTestId('next-step'));
  expect(phone.went()).toEqual(['/pages/answer/index?batchId=b1&sectionId=guqin']);
});

test('not known: asked by itself as soon as the network is back', async () => {
  await show({ kind: 'unknown' });
  const server = serve({ 'line.place': { data: { place: place('tea', 'SEATED', 4) } } });

  phone.network(false);
  await pass(10);
  expect(server.asked('line.place')).toBe(0);
  phone.network(true);
  await pass(10);

  expect(screen.getByTestId('answer-seated')).toBeTruthy();
});

describe('a class that is over', () => {
  const end = tea.lessons[1]!.endsAt;
  const over = async (attended: object, rules: Parameters<typeof serve>[0] = {}) => {
    jest.setSystemTime(end);
    batches.store.setState({ data: undefined, savedAt: 0, failed: undefined });
    attendance.store.setState({ data: undefined, savedAt: 0, failed: undefined });
    const server = serve({
      'lesson.mine': { data: { lessons: [], lent: [], noShows: [], ...attended } },
      'catalog.batches': { data: { batches: [], countedAt: end } },
      ...rules,
    });
    await show(undefined, [mine(tea)]);
    await pass(50);
    return server;
  };

  test('speaks of the past: how often I was there, and of no drop, leave or reminder', async () => {
    const mark = { state: 'late', at: tea.lessons[0]!.startsAt, source: 'self' };
    await over({ lessons: [{ sectionId: 'tea', lessonIndex: 0, mark, leave: null, guest: null, closed: true }] });

    expect(screen.getByText('上完了')).toBeTruthy();
    expect(screen.getByTestId('attended').textContent).toBe('到 1 次 / 2 次');
    for (const gone of ['drop', 'leave', 'tell-me', 'again']) expect(screen.queryByTestId(gone)).toBeNull();
    expect(document.body.textContent).not.toMatch(/退课|留好了|第一课/);
  });

  test('leads to a batch that teaches the course again, and to none that only has its kind', async () => {
    const next = { ...batch, batchId: 'next', opensAt: end, closesAt: end + 1e9 };
    const rules = (course: string) => ({
      'catalog.batches': { data: { batches: [batch, next], countedAt: end } },
      'catalog.batch': { data: { batch: next, sections: [{ ...tea, sectionId: 't9', batchId: 'next', course }] } },
    });
    batchOf('next').store.setState({ data: undefined, savedAt: 0 });
    await over({}, rules('茶艺'));
    fireEvent.click(screen.getByTestId('again'));
    expect(phone.went().at(-1)).toBe('/pages/batch/index?batchId=next');
    cleanup();

    batchOf('next').store.setState({ data: undefined, savedAt: 0 });
    await over({}, rules('茶点'));
    expect(screen.queryByTestId('again')).toBeNull();
  });
});

test.each([
  ['a receipt', refused('FULL', receipt)],
  ['a refusal', refused('BUSY', { retryAfterMs: 1_000 })],
  ['no answer', { kind: 'unknown' } as Outcome],
])('%s has a way back to the list of classes', async (_, outcome) => {
  await show(outcome);
  phone.went().push('/pages/section/index', '/pages/answer/index');

  fireEvent.click(screen.getByText('回到班级列表'));

  expect(phone.went().at(-1)).toBe('/pages/batch/index?batchId=b1');
});

test('busy: the next step tries again', async () => {
  await show(refused('BUSY', { retryAfterMs: 1_000 }));
  const server = serve({ 'line.claim': { data: { place: place('tea'), already: false, clearedSectionIds: [] } } });

  fireEvent.click(screen.getByTestId('next-step'));
  await pass(50);

  expect(server.asked('line.claim')).toBe(1);
  expect(screen.getByTestId('answer-seated')).toBeTruthy();
});

test('not known: said as it is; one tap finds out, whichever way it was', async () => {
  await show({ kind: 'unknown' });
  expect(screen.getByText('还没收到答复')).toBeTruthy();

  serve({ 'line.place': 'no network' });
  fireEvent.click(screen.getByTestId('next-step'));
  await pass(10);
  expect(screen.getByText(/还是没连上/)).toBeTruthy();

  serve({ 'line.place': { data: { place: null } } });
  fireEvent.click(screen.getByTestId('next-step'));
  await pass(10);
  expect(screen.getByText('没有排进去')).toBeTruthy();
  cleanup();

  await show({ kind: 'unknown' });
  serve({ 'line.place': { data: { place: place('tea', 'WAITING', 2) } } });
  fireEvent.click(screen.getByTestId('next-step'));
  await pass(10);
  expect(screen.getByTestId('wait-number').textContent).toBe('候补第 2 位');
});

describe('the union’s telephone', () => {
  const withNumber = () =>
    batchOf('b1').store.setState(({ data }) => ({
      data: data && { ...data, batch: { ...data.batch, contact: '023-4985 0000' } },
    }));

  test.each([
    ['a refusal', refused('EMPLOYER_NOT_INVITED', { employers: ['永川区人民医院'] })],
    ['a receipt', refused('FULL', receipt)],
  ])('stands on %s, and a tap dials it', async (_, outcome) => {
    await show(outcome);
    expect(screen.queryByTestId('contact')).toBeNull();

    act(withNumber);
    fireEvent.click(screen.getByTestId('contact'));

    expect(screen.getByTestId('contact').textContent).toBe('有问题打 023-4985 0000');
    expect(phone.rung()).toBe('02349850000');
  });
});
