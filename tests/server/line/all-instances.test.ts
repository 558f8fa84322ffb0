import { orderIn, TREE_MS } from '../../../server/line/all-instances';
import { MOST_WARM } from '../../../domain/line/warm-up';

jest.mock('../../../server/base/cloud', () => ({ cloud: {} }));

const NOW = 1_000_000;
const order = { task: 'warm', batchId: 'b', count: 12, until: NOW + 1_000 };

test('an order is taken as it is', () => {
  expect(orderIn(JSON.stringify(order), NOW)).toEqual(order);
  expect(orderIn(JSON.stringify({ ...order, task: 'count' }), NOW)).toEqual({ ...order, task: 'count' });
});

test('whoever makes one up gets no more calls out of it than a release does, and not for longer', () => {
  const much = { ...order, count: 1e9, until: 9e15 };
  expect(orderIn(JSON.stringify(much), NOW)).toEqual({ ...order, count: MOST_WARM, until: NOW + TREE_MS });
  expect(orderIn(JSON.stringify({ ...order, count: 2.5 }), NOW)).toMatchObject({ count: 2 });
});

test.each([
  ['nothing', ''],
  ['no number', JSON.stringify({ ...order, count: '12' })],
  ['no end', JSON.stringify({ ...order, until: undefined })],
  ['no batch', JSON.stringify({ ...order, batchId: null })],
])('%s is no order', (_, message) => {
  expect(orderIn(message, NOW)).toBeUndefined();
});
