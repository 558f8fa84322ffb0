import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnEmulated } from '../emulated';

const functions = join(__dirname, 'fixtures/functions');
const cli = join(__dirname, '../../dist/tools/emulator.js');
const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test('hosts somebody else’s functions, with nothing of ours loaded, and stops on SIGTERM', async () => {
  const args = ['--appid', 'wxStranger', '--set', 'A_VARIABLE=x=1'];
  const stranger = join(data, 'functions');
  for (const name of ['hello', 'whoami']) cpSync(join(functions, name), join(stranger, name), { recursive: true });
  const emulator = await spawnEmulated({
    functions: stranger,
    data: join(data, 'store'),
    env: { ...process.env, TZ: 'Asia/Shanghai' },
    args,
  });

  const hello = await emulator.post('hello', { name: 'stranger' });
  const who = await emulator.post('whoami', {}, 'oStranger');
  const ours = await emulator.post('line', {});
  const collections = await emulator.send('GET', '/_emulator/export/sections');
  const code = await emulator.kill('SIGTERM');

  expect(hello).toEqual({ status: 200, body: { hello: 'stranger' } });
  expect(who.body).toMatchObject({ openid: 'oStranger', appid: 'wxStranger', variable: 'x=1', zone: 0 });
  expect(ours.status).toBe(404);
  expect(collections.body).toEqual([]);
  expect(code).toBe(0);
  expect(emulator.said()).toMatch(/^\d\d:\d\d:\d\d\.\d{3} whoami#1 .* ms ok$/m);
});

test('what was written is there after the next start, also after kill -9', async () => {
  const before = await spawnEmulated({ functions, data });
  await before.send('POST', '/_emulator/import/numbers', {}, [{ _id: 'one', n: 1 }]);
  await before.post('sdk', { collection: 'numbers', inc: 'one' });
  await before.kill('SIGKILL');

  const after = await spawnEmulated({ functions, data });
  const read = await after.post('sdk', { collection: 'numbers', get: 'one' });

  expect(read.body).toMatchObject({ data: { _id: 'one', n: 2 } });
  await after.kill('SIGTERM');
});

test('a call on its way is answered before it stops', async () => {
  const emulator = await spawnEmulated({ functions, data });
  await emulator.post('slow', {});

  const last = emulator.post('slow', { ms: 400 });
  while (!/"running":1/.test(JSON.stringify((await emulator.send('GET', '/_emulator/health')).body)));
  emulator.child.kill('SIGTERM');

  // As with Ctrl+C, where the terminal and npm both send one.
  emulator.child.kill('SIGTERM');

  expect(await last).toMatchObject({ status: 200, body: { mostInside: 1 } });
  expect(await emulator.kill('SIGTERM')).toBe(0);
});

test('a data folder of another version is answered with one sentence', () => {
  writeFileSync(join(data, 'notes.txt'), 'mine');

  const { status, stderr } = run('--functions', functions, '--data', data, '--port', '0');

  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`The data folder ${data} holds files`)]);
});

test('--help tells every option', () => {
  const { status, stdout } = run('--help');

  expect(status).toBe(0);
  for (const option of ['functions', 'data', 'port', 'h5', 'env', 'set', 'min', 'max', 'clock', 'quiet'])
    expect(stdout).toContain(`--${option}`);
});

test.each([
  ['no folder', [], 'Say which functions to host: --functions <dir>'],
  ['an option that there is not', ['--fonctions', 'x'], "Unknown option '--fonctions'"],
  ['a word too many', ['here'], "Unexpected argument 'here'"],
  ['a folder that is not there', ['--functions', '/nowhere/at/all'], 'There is no functions folder at /nowhere/at/all'],
  [
    'a port that is none',
    ['--functions', functions, '--port', '99999'],
    '--port must be a whole number from 0 to 65535',
  ],
  ['a variable without value', ['--functions', functions, '--set', 'A'], '--set takes NAME=value'],
])('%s is answered with one sentence', (_, args, text) => {
  const { status, stderr, stdout } = run(...args);

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(text)]);
});

test('a port in use is answered with one sentence, and no data folder is made', async () => {
  const first = await spawnEmulated({ functions, data });
  const other = join(mkdtempSync(join(tmpdir(), 'cli-')), 'data');

  const { status, stderr } = run('--functions', functions, '--data', other, '--port', new URL(first.url).port);

  expect(status).toBe(1);
  expect(stderr).toBe(`Port ${new URL(first.url).port} is in use: stop what uses it, or choose another port.\n`);
  expect(existsSync(other)).toBe(false);
  await first.kill('SIGTERM');
});
