import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { EndpointName } from '../../domain/api';
import AnswerPage from '../../src/pages/answer/index';
import BatchPage from '../../src/pages/batch/index';
import { claimNow } from '../../src/features/line/claim-now';
import { drop } from '../../src/features/line/drop';
import { batchOf } from '../../src/app/known/catalog';
import { claims } from '../../src/features/line/claims';
import { me } from '../../src/app/known/member';
import { mine as places } from '../../src/app/known/places';
import { batch, place, STROKE, tea } from './sample';
import { serve, type Doing } from './server';
import { phone } from './taro';

/** An environment that is half there, as a person meets it: a state on the screen, the tap not lost, the same tap goes through afterwards. */
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const MISSING: Doing = { status: 404, code: 'FUNCTION_NOT_FOUND' };
const STATES: [string, Doing, string, RegExp][] = [
  ['a function that is not deployed', MISSING, 'answer-UPGRADING', /系统正在升级/],
  ['code that is not whole', { status: 502, code: 'FUNCTION_BROKEN' }, 'answer-UPGRADING', /系统正在升级/],
  [
    'a collection that is missing',
    { refuse: 'UPGRADING', details: { technical: '数据库缺集合 sections（-502005）' } },
    'answer-UPGRADING',
    /系统正在升级/,
  ],
  ['an environment that is stopped', { status: 403, code: 'ENV_ISOLATED' }, 'answer-STOPPED', /系统现在停用/],
  ['a function that breaks', { status: 502 }, 'answer-FAULT', /我们这边出了点问题/],
  ['a function ended at its time-out', { status: 504, code: 'FUNCTION_TIMEOUT' }, 'answer-unknown', /还没收到答复/],
  ['a function ended at its memory', { status: 502, code: 'OUT_OF_MEMORY' }, 'answer-unknown', /还没收到答复/],
  ['no network', 'no network', 'answer-unknown', /还没收到答复/],
];

/** The rules of the server may change while the app runs. */
function changing(rules: Partial<Record<EndpointName, Doing>>) {
  const names = Object.keys(rules) as EndpointName[];
  return serve(Object.fromEntries(names.map(name => [name, () => rules[name]!])));
}
const seat = { data: { place: place('tea', 'SEATED', 17), already: false, clearedSectionIds: [] } };

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE + 60_000 });
  claims.setState({}, true);
  const known = { savedAt: Date.now(), failed: undefined, asking: false };
  batchOf('b1').store.setState({ ...known, data: { batch, sections: [tea] } });
  places.store.setState({ ...known, data: { places: [] } });
  me.store.setState({ ...known, data: { profile: null, roles: [] } });
  phone.setParams({ batchId: 'b1', sectionId: 'tea' });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** A tap that ends, however long it tries. */
async function tapped(): Promise<void> {
  let done = false;
  void claimNow(batch, tea).finally(() => (done = true));
  for (let second = 0; !done && second < 120; second++) await pass(1_000);
  expect(done).toBe(true);
}

test.each(STATES)(
  '%s: said on the screen, and the same tap goes through when it is mended',
  async (_, doing, id, words) => {
    const rules: Partial<Record<EndpointName, Doing>> = { 'line.claim': doing, 'line.place': doing };
    if (id === 'answer-FAULT') rules['line.place'] = { data: { place: null } };
    changing(rules);

    await tapped();
    render(<AnswerPage />);
    await pass(10);
    expect(screen.getByTestId(id)).toBeTruthy();
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);

    rules['line.claim'] = seat;
    rules['line.place'] = { data: { place: null } };
    fireEvent.click(screen.getByTestId('next-step'));
    for (const _second of Array.from({ length: 5 })) await pass(1_000);
    if (id === 'answer-unknown') {
      // Nobody knew: first it is looked up, then the tap is the same as before.
      expect(screen.getByText(/队伍里没有您，可以再报一次/)).toBeTruthy();
      fireEvent.click(screen.getByTestId('next-step'));
      await pass(5_000);
    }
    expect(screen.getByTestId('answer-seated')).toBeTruthy();
  },
);

test.each([['time-out'], ['memory']])(
  'ended by the platform (%s) after the seat was given: the app asks, and shows the truth without a second tap',
  async how => {
    const doing: Doing = how === 'memory' ? { status: 502, code: 'OUT_OF_MEMORY' } : { status: 504 };
    const { asked } = serve({ 'line.claim': doing, 'line.place': { data: { place: place('tea', 'SEATED', 17) } } });

    await tapped();
    render(<AnswerPage />);
    await pass(10);

    expect(screen.getByTestId('answer-seated')).toBeTruthy();
    expect([asked('line.claim'), asked('line.place')]).toEqual([1, 1]);
  },
);

test('a function that is just being replaced is tried once more by itself, because nothing has run', async () => {
  let turn = 0;
  const { asked } = serve({ 'line.claim': () => (turn++ === 0 ? MISSING : seat) });

  await tapped();

  expect(claims.getState()['tea']?.outcome?.kind).toBe('placed');
  expect(asked('line.claim')).toBe(2);
});

test.each<[string[], boolean]>([
  [['staff'], true],
  [[], false],
])('with the roles %j the technical sentence is shown: %s', async (roles, shown) => {
  me.store.setState({ data: { profile: null, roles: roles as never } });
  serve({ 'line.claim': MISSING, 'line.place': MISSING });

  await tapped();
  render(<AnswerPage />);
  await pass(10);

  expect(screen.queryByTestId('technical') !== null).toBe(shown);
  if (shown) expect(screen.getByText(/云函数 line 没有部署好（FUNCTION_NOT_FOUND）.*npm run doctor/)).toBeTruthy();
});

test.each<[Doing, string]>([
  [MISSING, '系统正在升级'],
  [{ status: 403, code: 'ENV_ISOLATED' }, '系统现在停用'],
  ['no network', '网断了'],
])('a page that cannot be opened (%j) says %s, and opens at a tap when it is mended', async (doing, title) => {
  batchOf('b1').store.setState({ data: undefined, savedAt: 0 });
  const rules: Partial<Record<EndpointName, Doing>> = { 'catalog.batch': doing };
  changing(rules);
  render(<BatchPage />);
  await pass(2_000);
  expect(screen.getByText(title)).toBeTruthy();
  expect(screen.getByTestId('broken').textContent!.split(title)).toHaveLength(2);

  rules['catalog.batch'] = { data: { batch, sections: [tea] } };
  fireEvent.click(screen.getByText('再试一次'));
  await pass(2_000);

  expect(screen.queryByTestId('broken')).toBeNull();
  expect(screen.getAllByTestId('section-row')).toHaveLength(1);
});

test('what is known stays on the screen with its age', async () => {
  batchOf('b1').store.setState({ savedAt: Date.now() - 600_000 });
  serve({ 'catalog.batch': MISSING });
  render(<BatchPage />);
  await pass(2_000);

  expect(screen.getByTestId('aged').textContent).toMatch(/系统正在升级，这是 10 分钟\s*前的内容/);
  expect(screen.getAllByTestId('section-row')).toHaveLength(1);
});

test('a drop that cannot be done says why, and keeps the seat on the screen', async () => {
  places.store.setState({ data: { places: [{ place: place('tea'), section: tea, batch }] } });
  serve({ 'line.drop': MISSING });
  const dropping = drop(place('tea'));
  await pass(3_000);

  expect(await dropping).toMatchObject({ done: false, message: expect.stringContaining('系统正在升级') });
  expect(places.store.getState().data?.places).toHaveLength(1);
});
