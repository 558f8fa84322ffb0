import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

const functions = join(__dirname, '../fixtures/functions');

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ functions, env: { A_VARIABLE: 'its value' }, appId: 'wxAppOfTests' });
});
afterAll(() => emulator.stop());

test('a function returns its value as JSON', async () => {
  expect(await emulator.post('hello', { name: '工会' })).toEqual({ status: 200, body: { hello: '工会' } });
});

test('a function without wx-server-sdk installed gets the emulator’s own and works on the database', async () => {
  await emulator.database.import('numbers', [{ _id: 'one', n: 1 }]);

  await emulator.post('sdk', { collection: 'numbers', inc: 'one' });
  const read = await emulator.post('sdk', { collection: 'numbers', get: 'one' });

  expect(read).toMatchObject({ status: 200, body: { data: { _id: 'one', n: 2 } } });
});

test('a function bundled into one file, SDK and all, works the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  mkdirSync(join(folder, 'bundled'));
  execFileSync(process.execPath, [
    require.resolve('esbuild/bin/esbuild'),
    join(functions, 'sdk/index.js'),
    ...[
      '--bundle',
      '--platform=node',
      '--minify',
      `--outfile=${join(folder, 'bundled/index.js')}`,
      '--log-level=error',
    ],
  ]);
  const bundled = await startEmulated({ functions: folder });
  await bundled.database.import('numbers', [{ _id: 'one', n: 41 }]);

  await bundled.post('bundled', { collection: 'numbers', inc: 'one' });

  expect(bundled.database.read('numbers')).toEqual([{ _id: 'one', n: 42 }]);
  await bundled.stop();
  rmSync(folder, { recursive: true });
});

test('an ES module that package.json names is a function too', async () => {
  expect(await emulator.post('esm', { value: 7 })).toEqual({ status: 200, body: { esm: 7 } });
});

test('a function sees who called, its environment and nothing of the emulator’s own', async () => {
  process.env['SECRET_OF_THE_HOST'] = 'not for functions';

  const { body } = await emulator.post('whoami', {}, 'oAlice_7');

  expect(body).toMatchObject({
    openid: 'oAlice_7',
    appid: 'wxAppOfTests',
    source: 'wx_client',
    env: 'local',
    userInfo: { appId: 'wxAppOfTests', openId: 'oAlice_7' },
    function: 'whoami',
    variable: 'its value',
    secret: null,
  });
});

test('each call has a request id of its own', async () => {
  const first = await emulator.post('whoami', {});
  const second = await emulator.post('whoami', {});

  const idOf = (answer: { body: unknown }) => (answer.body as { requestId: string }).requestId;
  expect(idOf(first)).toMatch(/./);
  expect(idOf(first)).not.toBe(idOf(second));
});

test('cloud.callFunction reaches another function, with the caller’s identity and a longer trail', async () => {
  const { body } = await emulator.post('caller', { name: 'whoami', data: { a: 1 } }, 'oAlice_7');

  expect(body).toMatchObject({ result: { openid: 'oAlice_7', source: 'wx_client,scf', function: 'whoami' } });
});

test('cloud.callFunction passes identity on through two functions', async () => {
  const event = { name: 'caller', data: { name: 'whoami', data: {} } };

  const { body } = await emulator.post('caller', event, 'oBob_8');

  expect(body).toMatchObject({ result: { result: { openid: 'oBob_8', source: 'wx_client,scf,scf' } } });
});

test.each([
  ['an unknown function', { name: 'nowhere', data: {} }, 'There is no function "nowhere"'],
  ['a function that throws', { name: 'thrower', data: { because: 'of this' } }, 'of this'],
  ['a function that takes too long', { name: 'slow', data: { ms: 5000 } }, 'did not answer within 1 s'],
])('cloud.callFunction of %s fails with the reason', async (_, event, text) => {
  const { body } = await emulator.post('caller', event);

  // wx-server-sdk 4.0.2 gives every error of callFunction this number: its @cloudbase/node-sdk throws first.
  expect(body).toMatchObject({ errCode: -1, errMsg: expect.stringContaining(text) });
});

test('what a function logs comes out with function, instance and request', async () => {
  await emulator.post('thrower', { because: 'a test' });

  const line = emulator.lines.find(({ text }) => text.includes('a test'));
  expect(line).toMatchObject({ kind: 'console', level: 'info', function: 'thrower', instance: 1 });
  expect(line?.text).toBe("about to throw { because: 'a test' }");
  const call = emulator.lines.find(({ kind, requestId }) => kind === 'call' && requestId === line?.requestId);
  expect(call).toMatchObject({ level: 'warn', text: 'FUNCTION_FAILED: a test', ms: expect.any(Number) });
});

test('an action that the emulator does not have is refused by its name', async () => {
  const body = { action: 'storage.getTempFileUrl', fileid_list: [] };

  const answer = await emulator.send('POST', '/admin', { 'content-type': 'application/json' }, body);

  expect(answer).toMatchObject({
    status: 200,
    body: { code: 'INVALID_PARAM', message: 'not supported by this emulator: storage.getTempFileUrl' },
  });
});

test('call() runs a function from the program that holds the emulator, and throws where it fails', async () => {
  expect(await emulator.call('whoami', {}, 'oCarol_9')).toMatchObject({ openid: 'oCarol_9' });
  expect(await emulator.call('whoami', {})).toMatchObject({ openid: null, userInfo: null });
  await expect(emulator.call('thrower', { because: 'no' })).rejects.toMatchObject({
    code: 'FUNCTION_FAILED',
    message: 'no',
  });
});
