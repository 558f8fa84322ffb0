import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

const functions = join(__dirname, '../fixtures/functions');

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ functions, instances: { max: 3 }, env: { A_VARIABLE: 'its value' } });
});
afterAll(() => emulator.stop());

test('a function without wx-server-sdk installed gets the emulator’s own, unmodified, and works on the database', async () => {
  await emulator.database.import('numbers', [{ _id: 'one', n: 1 }]);

  await emulator.post('sdk', { collection: 'numbers', inc: 'one' });
  const read = await emulator.post('sdk', { collection: 'numbers', get: 'one' });

  expect(read).toMatchObject({ status: 200, body: { data: { _id: 'one', n: 2 } } });
});

test('a function returns its value as JSON', async () => {
  expect(await emulator.post('hello', { name: '工会' })).toEqual({ status: 200, body: { hello: '工会' } });
});
