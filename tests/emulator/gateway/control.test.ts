import { join } from 'node:path';
import { RouteRefusal } from '../../../emulator/emulator';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({
    functions: join(__dirname, '../fixtures/functions'),
    routes: [
      { method: 'GET', path: '/local/echo', handle: ({ query }) => ({ query }) },
      { method: 'POST', path: '/local/echo', handle: async ({ body }) => ({ body }) },
      {
        method: 'GET',
        path: '/local/refuse',
        handle: () => {
          throw new RouteRefusal(409, 'TOO_LATE', '来晚了');
        },
      },
      {
        method: 'GET',
        path: '/local/bug',
        handle: () => {
          throw new Error('the inside of the emulator');
        },
      },
    ],
  });
});
afterAll(() => emulator.stop());

const control = async (method: string, path: string, body?: unknown) =>
  (await emulator.send(method, `/_emulator/${path}`, {}, body)).body;

test('documents go in and out', async () => {
  const put = await control('POST', 'import/people', [{ _id: 'a', name: '甲' }]);
  const got = await control('GET', 'export/people');

  expect(put).toEqual({ imported: 1 });
  expect(got).toEqual([{ _id: 'a', name: '甲' }]);
});

test('database operations are counted by action and collection', async () => {
  await control('POST', 'import/numbers', [{ _id: 'one', n: 1 }]);
  await control('POST', 'operations/reset');

  await emulator.post('sdk', { collection: 'numbers', inc: 'one' });
  await emulator.post('sdk', { collection: 'numbers', get: 'one' });

  expect(await control('GET', 'operations')).toEqual({
    'database.modifyDocument:numbers': 1,
    'database.getDocument:numbers': 1,
  });
});

test('health tells the clock and the instances; the clock can be set', async () => {
  await control('POST', 'clock', { offsetMs: 86_400_000 });

  const health = (await control('GET', 'health')) as { ok: boolean; now: number; functions: object };

  expect(health).toMatchObject({ ok: true, functions: { hello: { instances: 0, idle: 0, running: 0, waiting: 0 } } });
  expect(health.now - Date.now()).toBeGreaterThan(86_000_000);
});

test('the log can be read', async () => {
  await emulator.post('thrower', { because: 'a line in the log' });

  const lines = (await control('GET', 'logs')) as { text: string; function?: string }[];

  expect(lines).toContainEqual(
    expect.objectContaining({ function: 'thrower', text: 'FUNCTION_FAILED: a line in the log' }),
  );
});

test('routes of whoever starts the emulator take a query and a body', async () => {
  const got = await emulator.send('GET', '/local/echo?a=1&b=%E7%8F%AD');
  const posted = await emulator.send('POST', '/local/echo', {}, { deep: [1] });

  expect(got.body).toEqual({ query: { a: '1', b: '班' } });
  expect(posted.body).toEqual({ body: { deep: [1] } });
});

test('a route’s refusal is told, a route’s bug is logged and not told', async () => {
  const refused = await emulator.send('GET', '/local/refuse');
  const failed = await emulator.send('GET', '/local/bug');

  expect(refused).toMatchObject({ status: 409, body: { code: 'TOO_LATE', message: '来晚了' } });
  expect(failed).toMatchObject({ status: 500, body: { code: 'FAULT' } });
  expect(JSON.stringify(failed.body)).not.toContain('inside');
  expect(emulator.lines.some(({ text }) => text.includes('the inside of the emulator'))).toBe(true);
});
