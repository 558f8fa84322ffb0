import type { Database } from '../../../emulator/database/database';
import { dataOf, opened, type Opened } from './opened';

/** What `where().updateAndReturn()` of @cloudbase/node-sdk sends. */
let on: Opened;
beforeEach(async () => {
  on = await opened({ collections: [{ name: 'lines' }] });
  await on.database.import('lines', [
    { _id: 'a', n: 1, who: [] },
    { _id: 'b', n: 5, who: [] },
  ]);
});
afterEach(() => on.close());

type Answer = { updated: number; doc: string | null };
const modify = (query: object, data: object, more: object = {}): Promise<Answer> =>
  dataOf(
    on.database.handle('database.modifyAndReturnDoc', {
      collectionName: 'lines',
      queryType: 'WHERE',
      query: JSON.stringify(query),
      data: JSON.stringify(data),
      ...more,
    }),
  );
const read = (database: Database, _id: string) => database.read('lines').find(document => document._id === _id);

test('one document, and how it is after the update', async () => {
  const { updated, doc } = await modify({ n: { $gte: 1 } }, { $inc: { n: 1 } });

  expect([updated, JSON.parse(doc!)]).toEqual([1, { _id: 'a', n: 2, who: [] }]);
  expect(on.database.read('lines').map(({ n }) => n)).toEqual([2, 5]);
});

test('where nothing matches: null, and nothing is written', async () => {
  expect(await modify({ n: 7 }, { $inc: { n: 1 } })).toEqual({ updated: 0, doc: null });
});

test('the values that it has already count as updated', async () => {
  expect((await modify({ _id: 'a' }, { $set: { n: 1 } })).updated).toBe(1);
});

test('the answer is a copy: what is made of it changes nothing that is stored', async () => {
  const { doc } = await modify({ _id: 'a' }, { $push: { who: { $each: ['x'] } } });
  JSON.parse(doc!).who.push('y');

  expect(read(on.database, 'a')).toMatchObject({ who: ['x'] });
});

test('an update that the database refuses is refused, and nothing is written', async () => {
  await expect(modify({ _id: 'a' }, { $inc: { who: 1 } })).rejects.toThrow('DATABASE_REQUEST_FAILED');
  expect(read(on.database, 'a')).toMatchObject({ n: 1, who: [] });
});

test('100 at once behind a guard: each answer is another state, and the guard holds', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => modify({ _id: 'a', n: { $lt: 41 } }, { $inc: { n: 1 } })),
  );

  const won = answers.filter(({ updated }) => updated === 1).map(({ doc }) => JSON.parse(doc!).n as number);
  expect(won.sort((x, y) => x - y)).toEqual(Array.from({ length: 40 }, (_, at) => at + 2));
  expect(read(on.database, 'a')).toMatchObject({ n: 41 });
});

test('in a transaction: seen inside, not outside, and gone with it', async () => {
  const begin = async () => {
    const reply = await on.database.handle('database.startTransaction', {});
    return (reply as { transactionId: string }).transactionId;
  };
  const transactionId = await begin();

  const { doc } = await modify({ _id: 'a' }, { $inc: { n: 10 } }, { transactionId });
  expect(JSON.parse(doc!)).toMatchObject({ n: 11 });
  expect(read(on.database, 'a')).toMatchObject({ n: 1 });
  await on.database.handle('database.abortTransaction', { transactionId });
  expect(read(on.database, 'a')).toMatchObject({ n: 1 });

  const second = await begin();
  await modify({ _id: 'a' }, { $inc: { n: 10 } }, { transactionId: second });
  await on.database.handle('database.commitTransaction', { transactionId: second });
  expect(read(on.database, 'a')).toMatchObject({ n: 11 });
});
