import { act, cleanup, render, screen } from '@testing-library/react';
import { question } from '../../../../src/app/memory/asked';
import { remember } from '../../../../src/app/memory/remembered';
import { useAsked } from '../../../../src/app/memory/use-asked';
import { attended, START } from '../../lessons';
import { serve } from '../../server';
import { phone } from '../../taro';

const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));
const KEY = 'lesson.mine:{}';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: START });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** A cold start with an answer that was kept; how often it is asked anew. */
async function start(savedAt: number, freshForMs?: number): Promise<number> {
  remember(KEY, attended(), savedAt);
  const asked = question('lesson.mine', {});
  const Shows = () => <p>{useAsked(asked, freshForMs === undefined ? {} : { freshForMs }).savedAt}</p>;
  const server = serve({ 'lesson.mine': { data: attended() } }, () => START);
  render(<Shows />);
  await pass();
  expect(screen.getByRole('paragraph').textContent).toMatch(/^\d+$/);
  return server.asked('lesson.mine');
}

test.each<[string, number, number | undefined, number]>([
  ['always, where nothing was said of freshness', START - 1, undefined, 1],
  ['not, while the answer is fresh', START - 900, 1_000, 0],
  ['once it is no longer', START - 1_000, 1_000, 1],
  ['where it seems to come from the future, as on a phone whose clock is slow', START + 60_000, undefined, 1],
  ['also where it would be fresh', START + 60_000, 1_000, 1],
])('asks anew %s', async (_, savedAt, freshForMs, times) => {
  expect(await start(savedAt, freshForMs)).toBe(times);
});
