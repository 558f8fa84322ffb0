import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../../emulator/database/database';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'transaction-'));
  database = await openDatabase({ folder, now: Date.now });
  await database.import('lines', [
    { _id: 'a', count: 1 },
    { _id: 'b', count: 5 },
  ]);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const byId = (_id: string) => ({ collectionName: 'lines', queryType: 'DOC', query: JSON.stringify({ _id }) });
const countsOf = () => database.read('lines').map(({ _id, count }) => [_id, count]);

test('two documents written by their ids in one transaction are each written once', async () => {
  const { transactionId } = (await database.handle('database.startTransaction', {})) as { transactionId: string };
  const inc = (_id: string, by: number) =>
    database.handle('database.modifyDocument', {
      ...byId(_id),
      transactionId,
      merge: true,
      data: JSON.stringify({ $inc: { count: by } }),
    });

  await inc('a', -1);
  await inc('b', 1);
  const seen = await database.handle('database.getDocument', { ...byId('b'), transactionId });
  await database.handle('database.commitTransaction', { transactionId });

  expect(seen).toEqual({ data: { list: [expect.stringContaining('"b"')] } });
  expect(countsOf()).toEqual([
    ['a', 0],
    ['b', 6],
  ]);
});

test('a document read by its id in a transaction is none that others wrote meanwhile', async () => {
  const { transactionId } = (await database.handle('database.startTransaction', {})) as { transactionId: string };
  const read = (_id: string) => database.handle('database.getDocument', { ...byId(_id), transactionId });
  await read('b');
  await database.handle('database.modifyDocument', {
    ...byId('a'),
    merge: true,
    data: JSON.stringify({ $inc: { count: 9 } }),
  });

  expect(await read('b')).toEqual({ data: { list: [expect.stringContaining('"b"')] } });
});
