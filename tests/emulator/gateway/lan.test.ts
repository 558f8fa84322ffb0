import { request } from 'node:http';
import { join } from 'node:path';
import { startEmulated, type Emulated } from '../../emulated';

/** Another address of this machine, which Linux has without being asked. */
const LAN = '127.0.0.2';
const onLinux = process.platform === 'linux' ? test : test.skip;
const functions = join(__dirname, '../fixtures/functions');

const ask = (host: string, port: number, headers: Record<string, string> = {}): Promise<number | string> =>
  new Promise(resolve => {
    const sent = request({ host, port, path: '/_emulator/health', headers }, res => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    sent.end();
  });

let emulator: Emulated | undefined;
afterEach(() => emulator?.stop());

onLinux('where its owner says so it is reached at an address of the network, too, and codes lead there', async () => {
  emulator = await startEmulated({ functions, lan: LAN, codeLink: '{url}/#/{page}?scene={scene}' });

  expect(await ask(LAN, emulator.port)).toBe(200);
  expect(await ask('127.0.0.1', emulator.port)).toBe(200);
  expect(await ask(LAN, emulator.port, { origin: `http://${LAN}:${emulator.port}` })).toBe(200);
  expect(await ask(LAN, emulator.port, { host: 'evil.example' })).toBe(403);
  expect(await ask(LAN, emulator.port, { origin: 'https://evil.example' })).toBe(403);
  expect(await ask(LAN, emulator.port, { origin: `http://${LAN}.evil.example` })).toBe(403);

  await emulator.post('notifier', { api: 'wxacode.getUnlimited', data: { scene: 'a' } });
  expect(emulator.inbox().at(-1)!.note).toContain(`http://${LAN}:${emulator.port}/#/`);
});

onLinux('otherwise it is not', async () => {
  emulator = await startEmulated({ functions });

  expect(await ask(LAN, emulator.port)).toBe('ECONNREFUSED');
  expect(await ask('127.0.0.1', emulator.port, { host: `${LAN}:${emulator.port}` })).toBe(403);
});
