import { act, cleanup, render } from '@testing-library/react';
import { useBoard } from '../../../../src/features/line/board';
import { keepLooking } from '../../../../src/app/call/polling';
import { useShown } from '../../../../src/app/page/use-shown';
import { entryDelay } from '../../../../domain/base/pace';
import { count } from '../../sample';
import { serve } from '../../server';
import { phone } from '../../taro';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('looking again', () => {
  test('follows the pace of the server, spread by a tenth', async () => {
    const look = jest.fn(async () => 1_000);
    const stop = keepLooking(look, () => 1);

    await jest.advanceTimersByTimeAsync(1_099);
    expect(look).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(look).toHaveBeenCalledTimes(2);
    stop();
  });

  test('becomes slower while nothing is heard, and quick again after', async () => {
    const at: number[] = [];
    const answers = [undefined, undefined, undefined, 1_000, 1_000];
    const begun = Date.now();
    const stop = keepLooking(
      async () => {
        at.push(Date.now() - begun);
        return answers[at.length - 1];
      },
      () => 0.5,
    );

    await jest.advanceTimersByTimeAsync(20_000);
    stop();

    expect(at.slice(0, 5)).toEqual([0, 2_000, 6_000, 14_000, 15_000]);
  });

  test('stops when told, even while an answer is on its way', async () => {
    let answer: (ms: number) => void = () => undefined;
    const look = jest.fn(() => new Promise<number>(resolve => (answer = resolve)));
    const stop = keepLooking(look);

    stop();
    answer(10);
    await jest.advanceTimersByTimeAsync(1_000);

    expect(look).toHaveBeenCalledTimes(1);
  });
});

function Watcher() {
  const board = useBoard('b1', useShown());
  return <p>{board?.counts['tea']?.seatsLeft ?? '?'}</p>;
}

describe('the board', () => {
  test('is not looked up while the page is hidden, and is at once when it is seen again', async () => {
    const server = serve({ 'line.board': { data: { counts: [count('tea', 7)], countedAt: 1, pollAfterMs: 1_000 } } });
    const { container } = render(<Watcher />);
    await pass(2_500);
    expect(container.textContent).toBe('7');
    const seen = server.calls.length;
    expect(seen).toBeGreaterThanOrEqual(2);

    act(() => phone.hide());
    await pass(30_000);
    expect(server.calls).toHaveLength(seen);

    act(() => phone.show());
    await pass(10);
    expect(server.calls).toHaveLength(seen + 1);
  });

  test('is not looked up in a browser tab that nobody sees', async () => {
    const server = serve({ 'line.board': { data: { counts: [], countedAt: 1, pollAfterMs: 1_000 } } });
    render(<Watcher />);
    await pass(10);
    const visible = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await pass(10_000);

    expect(server.calls).toHaveLength(1);
    visible.mockRestore();
  });

  test('an older count never replaces a newer one', async () => {
    let countedAt = 2_000;
    serve({
      'line.board': () => ({ data: { counts: [count('tea', countedAt)], countedAt, pollAfterMs: 1_000 } }),
    });
    const { container } = render(<Watcher />);
    await pass(10);
    countedAt = 1_500;

    await pass(2_500);

    expect(container.textContent).toBe('2000');
  });
});

describe('entering the waiting room', () => {
  test('is spread, and those who come late still enter before the stroke', () => {
    expect(entryDelay(3_600_000, () => 1)).toBe(2_000);
    expect(entryDelay(60_000, () => 1)).toBe(8_000);
    expect(entryDelay(4_000, () => 1)).toBe(1_000);
    expect(entryDelay(-5, () => 1)).toBe(0);
  });
});
