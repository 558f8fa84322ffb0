import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

describe('far from this project, where no node_modules is near', () => {
  const folder = mkdtempSync(join(tmpdir(), 'far-'));
  let far: Emulated;
  beforeAll(async () => {
    cpSync(join(functions, 'sdk'), join(folder, 'plain'), { recursive: true });
    cpSync(join(functions, 'sdk'), join(folder, 'with-own'), { recursive: true });
    mkdirSync(join(folder, 'with-own/node_modules/wx-server-sdk'), { recursive: true });
    writeFileSync(
      join(folder, 'with-own/node_modules/wx-server-sdk/index.js'),
      'module.exports = { init() {}, database: () => ({ collection: () => ({ doc: () => ({ get: () => "its own" }) }) }) };',
    );
    const output = `--outfile=${join(folder, 'bundled/index.js')}`;
    const options = ['--bundle', '--platform=node', '--minify', '--log-level=error', output];
    const esbuild = require.resolve('esbuild/bin/esbuild');
    execFileSync(process.execPath, [esbuild, join(functions, 'sdk/index.js'), ...options]);
    far = await startEmulated({ functions: folder });
    await far.database.import('numbers', [{ _id: 'one', n: 1 }]);
  });
  afterAll(async () => {
    await far.stop();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['without wx-server-sdk installed gets the emulator’s own', 'plain', 2],
    ['bundled into one file, SDK and all, works the same', 'bundled', 3],
  ])('a function %s', async (_, name, n) => {
    await far.post(name, { collection: 'numbers', inc: 'one' });
    const read = await far.post(name, { collection: 'numbers', get: 'one' });

    expect(read).toMatchObject({ status: 200, body: { data: { _id: 'one', n } } });
  });

  test('a function with an SDK of its own keeps that', async () => {
    expect((await far.post('with-own', { collection: 'x', get: 'y' })).body).toBe('its own');
  });
});

test('an ES module that package.json names is a function too', async () => {
  expect(await emulator.post('esm', { value: 7 })).toEqual({ status: 200, body: { esm: 7 } });
});

test.each([
  ['that package.json calls a module', 'esm-sdk', 'oMe'],
  ['that says so only by its `import`', 'esm-bare', 'function'],
])('an ES module %s gets the lent SDK', async (_, name, answer) => {
  expect(await emulator.post(name, {}, 'oMe')).toEqual({ status: 200, body: answer });
});

test('an ES module that lacks another package says which', async () => {
  expect(await emulator.post('esm-lost', {})).toMatchObject({
    status: 502,
    body: { code: 'FUNCTION_BROKEN', message: expect.stringContaining('a-package-that-nobody-has') },
  });
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
