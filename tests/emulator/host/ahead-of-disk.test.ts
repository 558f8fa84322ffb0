import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Journal } from '../../../emulator/database/journal';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

/** The database answers a function before the disk has it. Nobody outside may hear of it before. */
const SHORT_WHILE = 150;

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ functions: join(__dirname, '../fixtures/functions') });
  await emulator.database.import('numbers', [{ _id: 'one', n: 1 }]);
  // Warm, so that what takes a while below is the disk and nothing else.
  await emulator.post('sdk', { collection: 'numbers', get: 'one' });
  await emulator.post('notifier', { api: 'subscribeMessage.send', data: {} });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => emulator.stop());

/** From now on nothing reaches the disk, until it does, or fails. */
function holdTheDisk() {
  let onDisk: () => void = () => undefined;
  let fails: (error: Error) => void = () => undefined;
  const written = new Promise<void>((resolve, reject) => {
    onDisk = resolve;
    fails = reject;
  });
  written.catch(() => undefined);
  jest.spyOn(Journal.prototype, 'whenDurable').mockImplementation(() => written);
  return { onDisk, fails };
}

/** `undefined` where it is still on its way after a short while. */
const soon = <T>(answer: Promise<T>) => Promise.race([answer, sleep(SHORT_WHILE).then(() => undefined)]);
const numberNow = () => emulator.database.read('numbers')[0]!.n;

test('a function goes ahead of the disk, its answer waits for it', async () => {
  const disk = holdTheDisk();
  const before = emulator.lines.length;

  const answer = emulator.post('sdk', { collection: 'numbers', inc: 'one' });

  expect(await soon(answer)).toBeUndefined();
  expect(numberNow()).toBe(2);
  expect(emulator.lines.slice(before)).toContainEqual(
    expect.objectContaining({ kind: 'call', function: 'sdk', text: 'ok' }),
  );
  disk.onDisk();
  expect(await answer).toMatchObject({ status: 200, body: { stats: { updated: 1 } } });
});

test('who only reads waits too: what was read may not be on disk', async () => {
  const disk = holdTheDisk();

  const answer = emulator.post('sdk', { collection: 'numbers', get: 'one' });

  expect(await soon(answer)).toBeUndefined();
  disk.onDisk();
  expect(await answer).toMatchObject({ status: 200, body: { data: { _id: 'one' } } });
});

test('an SDK outside is answered when it is on disk', async () => {
  const disk = holdTheDisk();
  const request = {
    action: 'database.getDocument',
    collectionName: 'numbers',
    queryType: 'DOC',
    query: '{"_id":"one"}',
  };

  const answer = emulator.send('POST', '/admin', {}, request);

  expect(await soon(answer)).toBeUndefined();
  disk.onDisk();
  expect((await answer).body).toHaveProperty('data.list');
});

test('a message is sent when what it tells of is on disk', async () => {
  const disk = holdTheDisk();
  const before = emulator.inbox().length;
  const data = { touser: 'oReceiver', templateId: 'promoted', data: { thing1: { value: '您已递补入班' } } };

  const answer = emulator.post('notifier', { api: 'subscribeMessage.send', data });

  expect(await soon(answer)).toBeUndefined();
  expect(emulator.inbox()).toHaveLength(before);
  disk.onDisk();
  expect((await answer).status).toBe(200);
  expect(emulator.inbox()).toHaveLength(before + 1);
});

test('where the disk is full nothing is said to have happened', async () => {
  const disk = holdTheDisk();

  const answer = emulator.post('sdk', { collection: 'numbers', inc: 'one' });
  expect(await soon(answer)).toBeUndefined();
  disk.fails(new Error('ENOSPC: no space left on device'));

  expect(await answer).toMatchObject({ status: 502, body: { code: 'FUNCTION_FAILED' } });
  expect(JSON.stringify((await answer).body)).toContain('no space left');
});

test('a full disk keeps nobody from stopping', async () => {
  const other = await startEmulated({ functions: join(__dirname, '../fixtures/functions') });
  holdTheDisk().fails(new Error('ENOSPC: no space left on device'));

  await expect(other.stop()).resolves.toBeUndefined();
});
