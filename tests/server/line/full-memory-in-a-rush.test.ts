import type * as Facts from '../../../server/line/facts';

/** An instance's memory that is full, in a rush: the sections that everybody claims stay known while others come and go. */
const mockRead = jest.fn(async (_: string, id: string) => ({ _id: id, batchId: 'b', line: [], revision: 1 }));
jest.mock('../../../server/base/database', () => ({ read: mockRead, findOnly: jest.fn() }));
jest.mock('../../../server/batch/recent-batches', () => ({ scheduledBatch: async () => ({ _id: 'b' }) }));
jest.mock('../../../server/line/full-lines', () => ({ noteLine: () => undefined }));
jest.mock('../../../server/line/narrowed', () => ({ learnNarrowed: async () => undefined }));

beforeEach(() => {
  jest.resetModules();
  mockRead.mockClear();
});

/** Claims of ten sections, a hundred claims between two of some other section. Returns how often one of the ten is read. */
async function readsInARush(): Promise<number> {
  const { factsOf } = (await import('../../../server/line/facts')) as typeof Facts;
  for (let other = 0; other < 15_000; other++) {
    await factsOf(`other${other}`, 0);
    if (other % 100 === 0) for (let hot = 0; hot < 10; hot++) await factsOf(`hot${hot}`, 0);
  }
  return mockRead.mock.calls.filter(([, id]) => id.startsWith('hot')).length;
}

test('each of them is read once', async () => {
  expect(await readsInARush()).toBe(10);
});

test('what nobody asks for any more is forgotten: the memory has its bound', async () => {
  const { factsOf } = (await import('../../../server/line/facts')) as typeof Facts;
  for (let other = 0; other < 15_000; other++) await factsOf(`other${other}`, 0);
  await factsOf('other0', 0);

  expect(mockRead.mock.calls.filter(([, id]) => id === 'other0')).toHaveLength(2);
});

test('control: a memory that forgets everything when it is full reads them again each time', async () => {
  class Forgetful extends Map {
    constructor(private readonly how: { maxSize: number }) {
      super();
    }
    override set(key: unknown, value: unknown): this {
      if (this.size >= this.how.maxSize) this.clear();
      return super.set(key, value);
    }
  }
  jest.doMock('quick-lru', () => ({ __esModule: true, default: Forgetful }));

  expect(await readsInARush()).toBeGreaterThanOrEqual(30);
  jest.dontMock('quick-lru');
});
