import { request } from 'node:http';
import { join } from 'node:path';
import { startEmulated, type Emulated } from '../../emulated';

/** Another address of this machine, which Linux has without being asked. */
const LAN = '127.0.0.2';
const onLinux = process.platform === 'linux' ? test : test.skip;
const functions = join(__dirname, '../fixtures/functions');
const h5 = join(__dirname, '../fixtures/h5');

interface Asking {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The status, or why there was no connection. */
const ask = (host: string, port: number, { body, path = '/', ...how }: Asking = {}): Promise<number | string> =>
  new Promise(resolve => {
    const sent = request({ host, port, path, ...how }, res => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
const from = (headers: Record<string, string>) => ({ headers });

let emulator: Emulated | undefined;
afterEach(() => emulator?.stop());

onLinux('where its owner says so it is reached at an address of the network, too, and codes lead there', async () => {
  emulator = await startEmulated({ functions, h5, lan: LAN, codeLink: '{url}/#/{page}?scene={scene}' });

  expect(await ask(LAN, emulator.port)).toBe(200);
  expect(await ask('127.0.0.1', emulator.port)).toBe(200);
  expect(await ask(LAN, emulator.port, from({ origin: `http://${LAN}:${emulator.port}` }))).toBe(200);
  expect(await ask(LAN, emulator.port, from({ host: 'evil.example' }))).toBe(403);
  expect(await ask(LAN, emulator.port, from({ origin: 'https://evil.example' }))).toBe(403);
  expect(await ask(LAN, emulator.port, from({ origin: `http://${LAN}.evil.example` }))).toBe(403);

  await emulator.post('notifier', { api: 'wxacode.getUnlimited', data: { scene: 'a' } });
  expect(emulator.inbox().at(-1)!.note).toContain(`http://${LAN}:${emulator.port}/#/`);
});

onLinux(
  'the network may call functions and look at pages; what reads and changes everything is for this machine',
  async () => {
    const routes = [
      { method: 'GET' as const, path: '/local/news', forNetwork: true as const, handle: () => [] },
      { method: 'GET' as const, path: '/local/people', handle: () => [] },
      { method: 'POST' as const, path: '/local/reopen', handle: () => ({}) },
    ];
    emulator = await startEmulated({ functions, h5, lan: LAN, routes });
    const { port } = emulator;
    const called = { method: 'POST', headers: { 'x-wx-openid': 'oSomebody' }, body: {} };
    const read = { action: 'database.queryDocument', collectionName: 'members', queryType: 'WHERE', query: '{}' };

    const open = [{}, { path: '/local/news' }, { path: '/call/hello', ...called }];
    for (const asked of open) expect([asked, await ask(LAN, port, asked)]).toEqual([asked, 200]);
    expect(await ask(LAN, port, { path: '/_storage/nothing.txt' })).toBe(404);

    const closed = [
      { path: '/local/people' },
      { path: '/local/reopen', method: 'POST', body: {} },
      { path: '/admin', method: 'POST', body: read },
      { path: '/_emulator/health' },
      { path: '/_emulator/export/members?all' },
      { path: '/_emulator/import/members', method: 'POST', body: [] },
      { path: '/_emulator/clock', method: 'POST', body: { offsetMs: 1 } },
    ];
    for (const asked of closed) {
      expect([asked, await ask(LAN, port, asked)]).toEqual([asked, 403]);
      expect([asked, await ask('127.0.0.1', port, asked)]).toEqual([asked, 200]);
    }
  },
);

onLinux('otherwise it is not', async () => {
  emulator = await startEmulated({ functions });

  expect(await ask(LAN, emulator.port)).toBe('ECONNREFUSED');
  expect(await ask('127.0.0.1', emulator.port, from({ host: `${LAN}:${emulator.port}` }))).toBe(403);
});
