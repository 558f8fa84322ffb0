import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ShownEntry } from '../../../domain/api';
import { DAY } from '../../../domain/base/clock';
import { me } from '../../../src/app/known/member';
import Record from '../../../src/packages/staff/record/index';
import { NOW } from '../../domain/draft/drafts';
import { serve } from '../server';
import { phone } from '../taro';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
  me.store.setState({ data: { roles: ['staff'], profile: null } as never, savedAt: NOW });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const entry = (id: string, at: number, change: Partial<ShownEntry> = {}): ShownEntry => ({
  _id: id,
  at,
  byName: '王敏',
  act: 'change.capacity',
  summary: `改名额 ${id}`,
  ...change,
});
const texts = () => screen.getAllByTestId('record-entry').map(one => one.textContent);

test('the record stands day by day, and continues after its last entry until there is no more', async () => {
  const next = { at: NOW - DAY, id: '2' };
  const server = serve({
    'staff.record': ({ after }) => ({
      data: after
        ? { entries: [entry('3', NOW - DAY - 1, { byName: '' })], more: false, next: null }
        : {
            entries: [entry('1', NOW, { before: '20', after: '24', reason: '教室大' }), entry('2', NOW - DAY)],
            more: true,
            next,
          },
    }),
  });
  render(<Record />);
  await pass(20);

  expect(texts()[0]).toContain('改名额 120 → 24原因：教室大王敏');
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
  fireEvent.click(screen.getByTestId('older'));
  await pass(20);

  expect(server.calls.filter(one => one.endpoint === 'staff.record').map(one => one.input)).toEqual([
    {},
    { after: next },
  ]);
  expect(texts()).toHaveLength(3);
  expect(texts()[2]).toContain('系统');
  expect(screen.queryByTestId('older')).toBeNull();
});

test('an older page that does not come is said, and can be asked for again', async () => {
  const next = { at: NOW, id: '1' };
  serve({
    'staff.record': ({ after }) => (after ? 'no network' : { data: { entries: [entry('1', NOW)], more: true, next } }),
  });
  render(<Record />);
  await pass(20);
  fireEvent.click(screen.getByTestId('older'));
  await pass(60_000);

  expect(screen.getByTestId('staff-record').textContent).toContain('网');
  expect(screen.getByTestId('older').textContent).toBe('看更早的');
});
