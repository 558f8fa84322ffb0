import { act as settle, cleanup, renderHook } from '@testing-library/react';
import { useAct } from '../../../../src/app/act/use-act';
import { useDoing } from '../../../../src/app/act/use-doing';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';

const pass = (ms: number) => settle(async () => void (await jest.advanceTimersByTimeAsync(ms)));

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const RAIN = { day: '2027-05-01', waived: true, reason: '暴雨停课' };

/** A form that waives days; what became of it, and which ids the server has seen. */
function form(...doings: Doing[]) {
  const server = serve({ 'attendance.waive': () => doings.shift() ?? { data: { waivers: [] } } });
  const done = jest.fn();
  const { result } = renderHook(() => useAct('attendance.waive'));
  return {
    done,
    state: () => result.current.state,
    say: (text: string) => settle(() => result.current.say(text)),
    act: (content = RAIN, refused?: (answer: { code: string; message: string }) => string | undefined) =>
      settle(() => void result.current.act(content, done, refused)),
    ids: () => server.calls.map(one => one.input['actId']),
  };
}

test('an act that is answered is done once, and its button is busy until then', async () => {
  const { act, state, done, ids } = form();

  act();
  expect(state()).toEqual({ busy: true });
  await pass(10);

  expect(state().busy).toBe(false);
  expect(done).toHaveBeenCalledTimes(1);
  expect(ids()).toHaveLength(1);
});

test('a lost answer is asked again under the same id, without another tap', async () => {
  const { act, done, ids } = form('lost reply', 'no network', 'lost reply');

  act();
  await pass(10_000);

  expect(done).toHaveBeenCalledTimes(1);
  // What never left the phone reached no server.
  expect(ids()).toHaveLength(3);
  expect(new Set(ids()).size).toBe(1);
});

test('the same form sent again by hand is the same act, an edited one another, and after success a new one', async () => {
  const lost: Doing[] = ['lost reply', 'lost reply', 'lost reply', 'lost reply'];
  const { act, state, ids } = form(...lost, { refuse: 'FAULT' });

  act();
  await pass(10_000);
  expect(state().message).toMatch(/还没收到答复/);
  act();
  await pass(10);
  expect(new Set(ids()).size).toBe(1);

  act({ ...RAIN, day: '2027-05-02' });
  await pass(10);
  act({ ...RAIN, day: '2027-05-02' });
  await pass(10);
  expect(new Set(ids()).size).toBe(3);
});

test('a refusal is said in its own words, or in those of the form', async () => {
  const { act, state, done } = form({ refuse: 'BAD_DAY' }, { refuse: 'BAD_DAY' });

  act();
  await pass(10);
  expect(state()).toEqual({ busy: false, message: '没有这一天，请重新选择' });
  act(RAIN, ({ code }) => `不行：${code}`);
  await pass(10);

  expect(state().message).toBe('不行：BAD_DAY');
  expect(done).not.toHaveBeenCalled();
});

test('what the form still needs is said without a call, and goes with the next try', async () => {
  const { act, say, state, ids } = form();

  say('请选哪一天');
  expect(state()).toEqual({ busy: false, message: '请选哪一天' });
  expect(ids()).toEqual([]);
  act();
  await pass(10);

  expect(state().message).toBeUndefined();
});

test('while something is being done a second tap does nothing, and a bug does not leave the button busy', async () => {
  const { result } = renderHook(() => useDoing());
  const work = jest.fn(() => new Promise<void>(resolve => setTimeout(resolve, 1_000)));

  settle(() => void result.current.run(work));
  settle(() => void result.current.run(work));
  await pass(500);
  expect(work).toHaveBeenCalledTimes(1);
  expect(result.current.state.busy).toBe(true);
  await pass(600);
  const bug = () => Promise.reject(new Error('a bug'));
  await settle(() => expect(result.current.run(bug)).rejects.toThrow('a bug'));
  expect(result.current.state.busy).toBe(false);
  settle(() => void result.current.run(work));
  await pass(1_100);

  expect(work).toHaveBeenCalledTimes(2);
});
