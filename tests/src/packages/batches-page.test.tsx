import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import Batches from '../../../src/packages/staff/batches/index';
import { everything } from '../../../src/app/known/staff';
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

test('a new draft is opened under a name of its own, and nothing is stored yet', async () => {
  const asked = await open();

  await tap('new-draft');

  expect(phone.went()).toEqual([expect.stringMatching(/^\/packages\/staff\/draft\/index\?draftId=b-\S+&made=no$/)]);
  expect(asked()).toEqual([]);
});

test.each([
  [STROKE + 1, '已截止'],
  [STROKE, '已结课'],
])('with the last lesson at %i a closed batch is said to be %s', async (lastLessonAt, word) => {
  serve({ 'staff.batches': { data: { drafts: [], batches: [{ ...EVERYTHING.batches[0]!, lastLessonAt }] } } });
  render(<Batches />);
  await pass(10);

  expect(screen.getByTestId('batch-row').textContent).toContain(word);
});

test('after a lost answer a second tap is the same act: one copy, not two', async () => {
  const asked = await open('lost reply', 'lost reply', 'lost reply', 'lost reply');

  await tap('copy-batch');
  await tap('copy-b1');
  await tap('copy-now');
  await pass(10_000);
  expect(phone.went()).toEqual([]);
  await tap('copy-batch');
  await tap('copy-b1');
  await tap('copy-now');

  expect(phone.went()).toEqual(['/packages/staff/draft/index?draftId=d1']);
  const [first, ...again] = asked();
  expect(first).toMatchObject({ copyOf: 'b1' });
  expect(again).toEqual([first, first, first, first]);
});

test('once a copy is made the next tap makes another', async () => {
  const asked = await open();

  await tap('copy-batch');
  await tap('copy-b1');
  await tap('copy-now');
  await tap('copy-batch');
  await tap('copy-b1');
  await tap('copy-now');

  expect(new Set(asked().map(one => one.actId)).size).toBe(2);
});
