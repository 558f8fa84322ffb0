import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import Batches from '../../../src/packages/staff/batches/index';
import { everything } from '../../../src/packages/staff/everything';
import { STROKE } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const published = { batchId: 'b1', title: '第一期', phase: 'closed', state: 'scheduled', opensAt: STROKE };
const EVERYTHING = { drafts: [], batches: [{ ...published, sectionCount: 3, capacity: 60, seatsLeft: 0 }] };
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (testId: string) => {
  fireEvent.click(screen.getByTestId(testId));
  await pass(10);
};

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
  everything.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** The desk's first page; which act ids `draft.create` has been asked with. */
async function open(...doings: Doing[]) {
  const server = serve({
    'staff.batches': { data: EVERYTHING },
    'draft.create': () => doings.shift() ?? { data: { draftId: 'd1' } },
  });
  render(<Batches />);
  await pass(10);
  return () => server.calls.filter(one => one.endpoint === 'draft.create').map(one => one.input);
}

test('after a lost answer a second tap is the same act: one draft, not two', async () => {
  const asked = await open('lost reply');

  await tap('new-draft');
  expect(phone.went()).toEqual([]);
  await tap('new-draft');

  expect(phone.went()).toEqual(['/packages/staff/draft/index?draftId=d1']);
  const [first, second] = asked();
  expect(second).toEqual(first);
});

test('once a draft is made the next tap makes another', async () => {
  const asked = await open();

  await tap('new-draft');
  await tap('new-draft');

  expect(new Set(asked().map(one => one.actId)).size).toBe(2);
});

test('a copy is another act than the blank one whose answer got lost', async () => {
  const asked = await open('lost reply');

  await tap('new-draft');
  await tap('copy-batch');
  await tap('copy-b1');

  const [blank, copy] = asked();
  expect(copy).toMatchObject({ copyOf: 'b1' });
  expect(copy?.actId).not.toBe(blank?.actId);
});
