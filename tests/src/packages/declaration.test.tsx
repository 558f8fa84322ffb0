import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { BatchCard } from '../../../domain/api';
import { SECOND } from '../../../domain/base/clock';
import Declaration from '../../../src/packages/me/declaration/index';
import { batch, place, STROKE, tea } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const asks: BatchCard = { ...batch, declaration: '请先问医生。\n请穿软底鞋。', declarationPrint: 'p1' };
const inTheRoom: Doing = { data: { opensAt: STROKE, limit: 2, held: 0, tag: 'me' } };

beforeEach(() => {
  phone.reset();
  phone.setParams({ batchId: 'b1', sectionId: 'tea' });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

async function open(at: number, rules: Parameters<typeof serve>[0] = {}) {
  jest.useFakeTimers({ now: at });
  const server = serve({
    'catalog.batch': { data: { batch: asks, sections: [tea] } },
    'line.enter': inTheRoom,
    ...rules,
  });
  render(<Declaration />);
  await pass(100);
  return server;
}
const accept = async () => {
  fireEvent.click(screen.getByTestId('accept'));
  await pass(2 * SECOND);
};

test('before the opening: every paragraph, and the accepted text is the one that was shown', async () => {
  const server = await open(STROKE - 60 * SECOND);
  expect(screen.getByText('请先问医生。')).toBeTruthy();
  expect(screen.getByText('请穿软底鞋。')).toBeTruthy();

  await accept();

  expect(server.calls.find(one => one.endpoint === 'line.enter')?.input).toEqual({ batchId: 'b1', accepted: 'p1' });
  expect(server.asked('line.claim')).toBe(0);
});

test('once it is open, accepting goes on with the claim', async () => {
  const server = await open(STROKE + 60 * SECOND, {
    'line.claim': { data: { place: place('tea'), already: false, clearedSectionIds: [] } },
  });
  expect(screen.getByTestId('accept').textContent).toContain('同意，报名茶艺');

  await accept();

  expect(server.asked('line.claim')).toBe(1);
});

test('a text that was changed meanwhile is shown anew, and nothing is claimed', async () => {
  const server = await open(STROKE + 60 * SECOND, { 'line.enter': { refuse: 'NOT_ACCEPTED' } });
  const before = server.asked('catalog.batch');

  await accept();

  expect(screen.getByTestId('accept-fault').textContent).toContain('须知刚改过');
  expect(server.asked('catalog.batch')).toBe(before + 1);
  expect(server.asked('line.claim')).toBe(0);
});

test('without a network it says so, and the button works again', async () => {
  await open(STROKE - 60 * SECOND, { 'line.enter': 'no network' });

  await accept();
  await pass(20 * SECOND);

  expect(screen.getByTestId('accept-fault')).toBeTruthy();
  expect(screen.getByTestId('accept').textContent).toContain('看过了，同意');
});
