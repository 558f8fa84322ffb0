import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { LocalBar } from '../../../../src/app/local/bar';
import { batches } from '../../../../src/app/known/catalog';
import { batch, STROKE } from '../../sample';
import { phone } from '../../taro';

/** The bar of `npm start`, with a server that knows one more batch each time that somebody publishes. */
let published: string[];
let reopened: unknown[];
let state: string;
const idle = {
  state: 'idle',
  people: 0,
  prepared: 0,
  count: {
    sent: 0,
    answered: 0,
    byKind: { SEATED: 0, WAITING: 0, FULL: 0, BUSY: 0, OTHER: 0 },
    perSecond: 0,
    elapsedMs: 0,
  },
  opensAt: 0,
  verdict: null,
  error: null,
};
const pass = (ms = 20) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
  batches.store.setState({ data: undefined, savedAt: 0, failed: undefined });
  published = ['第一期'];
  reopened = [];
  state = 'idle';
  phone.serve(async ({ url, data }) => {
    if (url.endsWith('/local/people'))
      return { statusCode: 200, data: [{ openid: 'o1', name: '何宇', role: 'worker' }] };
    if (url.endsWith('/local/reopen')) {
      reopened.push(data);
      return { statusCode: 200, data: { opensAt: STROKE + 60_000 } };
    }
    if (url.endsWith('/local/crowd')) {
      if (data) state = 'running';
      return { statusCode: 200, data: { ...idle, state } };
    }
    const all = published.map(title => ({ ...batch, batchId: title, title }));
    return { statusCode: 200, data: { ok: true, data: { batches: all, countedAt: STROKE }, now: Date.now() } };
  });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const choices = () => [...screen.getByTestId('local-batch').querySelectorAll('option')].map(one => one.textContent);

const opened = async () => {
  render(<LocalBar />);
  await pass();
  fireEvent.click(screen.getByTestId('local-toggle'));
  await pass();
};

test('a closed bar asks for no batches', async () => {
  render(<LocalBar />);
  await pass();

  expect(screen.queryByTestId('local-batch')).toBeNull();
});

test('a batch that is published meanwhile can be chosen once the page changes or the bar is opened', async () => {
  await opened();
  expect(choices()).toEqual(['第一期']);

  published.push('第二期');
  for (const _ of ['close', 'open']) fireEvent.click(screen.getByTestId('local-toggle'));
  await pass();
  expect(choices()).toEqual(['第一期', '第二期']);

  published.push('第三期');
  window.dispatchEvent(new Event('popstate'));
  await pass();
  expect(choices()).toEqual(['第一期', '第二期', '第三期']);
});

test('the batch that would be reopened is the one that was chosen, and its name is on the button', async () => {
  published.push('第二期');
  await opened();

  fireEvent.change(screen.getByTestId('local-batch'), { target: { value: '第二期' } });
  expect(screen.getByTestId('local-reopen').textContent).toBe('一分钟后重新开放“第二期”');
  fireEvent.click(screen.getByTestId('local-reopen'));
  await pass();

  expect(reopened).toEqual([{ batchId: '第二期', inSeconds: 60 }]);
});

test('the crowd is told to enrol, and while it does the button says so', async () => {
  await opened();
  expect(screen.getByTestId('local-crowd').textContent).toBe('让他们报名');

  fireEvent.click(screen.getByTestId('local-crowd'));
  await pass();

  expect(screen.getByTestId('local-crowd').textContent).toBe('正在报名…');
});
