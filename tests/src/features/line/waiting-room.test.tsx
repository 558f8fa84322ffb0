import { act, cleanup, renderHook } from '@testing-library/react';
import { MINUTE } from '../../../../domain/base/clock';
import type { BatchCard } from '../../../../domain/api';
import { leaveWaitingRooms, useWaitingRoom } from '../../../../src/features/line/waiting-room';
import { batch, STROKE } from '../../sample';
import { serve, type Doing } from '../../server';

/** First-timers first: everybody counts down to the instant at which it opens for them. */
const headStart: BatchCard = { ...batch, audience: { headStartMinutes: 10 } };
const entered = (opensAt: number): Doing => ({ data: { opensAt, limit: 2, held: 0, tag: 'me' } });
const NOW = STROKE - 30_000;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  leaveWaitingRooms();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function enter(card: BatchCard, now = NOW) {
  const room = renderHook(({ of, at }) => useWaitingRoom(of, at, true), { initialProps: { of: card, at: now } });
  await act(() => jest.advanceTimersByTimeAsync(10_000));
  return room;
}

test('for a first-timer the batch opens at the stroke', async () => {
  serve({ 'line.enter': entered(STROKE) });

  const { result } = await enter(headStart);

  expect(result.current.entry?.answer?.ok).toBe(true);
  expect(result.current.batch?.opensAt).toBe(STROKE);
});

test('for who has had a place before it opens later', async () => {
  serve({ 'line.enter': entered(STROKE + 10 * MINUTE) });

  const { result } = await enter(headStart);

  expect(result.current.batch?.opensAt).toBe(STROKE + 10 * MINUTE);
});

test('who comes after the stroke is still let in while it may open for them', async () => {
  const server = serve({ 'line.enter': entered(STROKE + 10 * MINUTE) });

  await enter(headStart, STROKE + 10 * MINUTE);
  expect(server.asked('line.enter')).toBe(0);

  const { result } = await enter(headStart, STROKE + MINUTE);
  expect(result.current.batch?.opensAt).toBe(STROKE + 10 * MINUTE);
});

test('where the opening has been moved the room looks again', async () => {
  const server = serve({ 'line.enter': entered(STROKE) });
  const { rerender } = await enter(batch);
  expect(server.asked('line.enter')).toBe(1);

  rerender({ of: { ...batch, opensAt: STROKE + 60 * MINUTE }, at: NOW });
  await act(() => jest.advanceTimersByTimeAsync(10_000));

  expect(server.asked('line.enter')).toBe(2);
});
