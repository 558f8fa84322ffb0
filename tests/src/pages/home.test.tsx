import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DAY } from '../../../domain/base/clock';
import type { BatchCard } from '../../../domain/api';
import Home from '../../../src/pages/home/index';
import { batches } from '../../../src/app/known/catalog';
import { batch, STROKE } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
  batches.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function open(all: BatchCard[]) {
  serve({ 'catalog.batches': { data: { batches: all } } });
  render(<Home />);
  await act(() => jest.advanceTimersByTimeAsync(50));
}

test('the batch of the day can be tapped anywhere, not only at its button', async () => {
  await open([batch]);

  fireEvent.click(screen.getByText('春季第一期'));

  expect(phone.went()).toEqual(['/pages/batch/index?batchId=b1']);
});

test('what opens later, what runs and what is over stand under headings of their own', async () => {
  const other = (title: string, opensIn: number): BatchCard => ({
    ...batch,
    batchId: title,
    title,
    opensAt: STROKE + opensIn,
    closesAt: STROKE + opensIn + 7 * DAY,
    firstLessonAt: STROKE + opensIn + 8 * DAY,
    lastLessonAt: STROKE + opensIn + 30 * DAY,
  });
  await open([batch, other('下周的', 7 * DAY), other('在上课的', -15 * DAY), other('上完的', -60 * DAY)]);

  const headings = ['即将开放', '正在进行', '往期'].map(heading => screen.getByText(heading));
  const below = headings.map(one => one.parentElement!.nextElementSibling!.textContent);
  expect(below).toEqual([
    expect.stringMatching(/^下周的2月8日 20:00 开放/),
    expect.stringMatching(/^在上课的上课中/),
    expect.stringMatching(/^上完的已结课/),
  ]);
});
