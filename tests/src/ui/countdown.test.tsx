import { act, cleanup, render, screen } from '@testing-library/react';
import { serverClock } from '../../../src/app/clock/server-clock';
import { countdownParts, countdownSpoken } from '../../../src/ui/countdown';
import { useServerNow } from '../../../src/app/clock/use-now';
import { spanText, whenText } from '../../../src/app/words';
import { STROKE } from '../sample';

const HOUR = 3_600_000;
const said = (ms: number) => countdownParts(ms).flat().join('');

describe('the countdown', () => {
  test.each([
    [2 * 24 * HOUR + HOUR, '2天01时00分'],
    [HOUR + 17 * 60_000 + 42_000, '01时17分42秒'],
    [17 * 60_000 + 42_000, '17分42秒'],
    [60_000, '60秒'],
    [59_001, '60秒'],
    [1, '1秒'],
    [0, '0秒'],
    [-5, '0秒'],
  ])('%d ms before → %s', (left, expected) => {
    expect(said(left)).toBe(expected);
  });

  test('is read aloud once a minute, then at ten seconds', () => {
    expect([90_000, 75_000, 61_000].map(countdownSpoken)).toEqual(['2 分钟', '2 分钟', '2 分钟']);
    expect([60_000, 11_000].map(countdownSpoken)).toEqual(['不到 1 分钟', '不到 1 分钟']);
    expect(countdownSpoken(10_000)).toBe('不到 10 秒');
  });
});

function Clock({ running }: { running: boolean }) {
  return <p data-testid="now">{useServerNow(running)}</p>;
}

describe('the time on a page', () => {
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  test('turns on the full second of the server, however wrong the phone is', async () => {
    jest.useFakeTimers({ now: STROKE - 10_400 });
    serverClock.observe(Date.now(), Date.now(), STROKE - 1_250);
    render(<Clock running />);

    await act(() => jest.advanceTimersByTimeAsync(260));
    expect(Number(screen.getByTestId('now').textContent) - (STROKE - 1_000)).toBeLessThan(10);
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(Number(screen.getByTestId('now').textContent)).toBeGreaterThanOrEqual(STROKE);
  });

  test('stands still while nobody looks', async () => {
    jest.useFakeTimers({ now: STROKE });
    render(<Clock running={false} />);
    const before = screen.getByTestId('now').textContent;

    await act(() => jest.advanceTimersByTimeAsync(5_000));

    expect(screen.getByTestId('now').textContent).toBe(before);
  });
});

test('when something is, is said as people say it', () => {
  expect(whenText(STROKE, STROKE - HOUR)).toBe('今晚 20:00');
  expect(whenText(STROKE - 2.5 * HOUR, STROKE - 10 * HOUR)).toBe('今晚 17:30');
  expect(whenText(STROKE - 2.5 * HOUR - 1, STROKE - 10 * HOUR)).toBe('今天 17:29');
  expect(whenText(STROKE, STROKE - 20 * HOUR - 1)).toBe('明晚 20:00');
  expect(whenText(STROKE, STROKE - 10 * 24 * HOUR)).toBe('2月1日 20:00');
  expect([38_900, 120_000, 2 * HOUR, 49 * HOUR].map(spanText)).toEqual(['38 秒', '2 分钟', '2 小时', '2 天']);
});
