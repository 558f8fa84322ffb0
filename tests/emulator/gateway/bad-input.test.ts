import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

let emulator: Emulated;
beforeAll(async () => {
  const functions = join(__dirname, '../fixtures/functions');
  emulator = await startEmulated({ functions, h5: join(__dirname, '../fixtures/h5') });
});
afterAll(() => emulator.stop());

const JSON_AND_ME = { 'content-type': 'application/json', 'x-wx-openid': 'oMe' };

test.each<[string, string, string, Record<string, string>, string | undefined, number, string]>([
  ['an unknown function', 'POST', '/call/nowhere', JSON_AND_ME, '{}', 404, 'FUNCTION_NOT_FOUND'],
  [
    'a function named like a field of every object',
    'POST',
    '/call/constructor',
    JSON_AND_ME,
    '{}',
    404,
    'FUNCTION_NOT_FOUND',
  ],
  ['a function by a path', 'POST', '/call/../hello', JSON_AND_ME, '{}', 404, 'FUNCTION_NOT_FOUND'],
  ['broken JSON', 'POST', '/call/hello', JSON_AND_ME, '{"name":', 400, 'BAD_JSON'],
  ['JSON that is no object', 'POST', '/call/hello', JSON_AND_ME, '[1]', 400, 'BAD_EVENT'],
  ['JSON null', 'POST', '/call/hello', JSON_AND_ME, 'null', 400, 'BAD_EVENT'],
  ['no openid', 'POST', '/call/hello', { 'content-type': 'application/json' }, '{}', 401, 'OPENID_MISSING'],
  ['an empty openid', 'POST', '/call/hello', { 'x-wx-openid': '' }, '{}', 401, 'OPENID_MISSING'],
  ['an openid with other characters', 'POST', '/call/hello', { 'x-wx-openid': 'o me;' }, '{}', 401, 'OPENID_MISSING'],
  ['an openid that is too long', 'POST', '/call/hello', { 'x-wx-openid': 'o'.repeat(65) }, '{}', 401, 'OPENID_MISSING'],
  ['a call by GET', 'GET', '/call/hello', JSON_AND_ME, undefined, 405, 'METHOD_NOT_ALLOWED'],
  ['a call by DELETE', 'DELETE', '/call/hello', JSON_AND_ME, undefined, 405, 'METHOD_NOT_ALLOWED'],
  ['a foreign Host', 'POST', '/call/hello', { ...JSON_AND_ME, host: 'evil.example' }, '{}', 403, 'FOREIGN_HOST'],
  ['a Host that only begins like ours', 'GET', '/', { host: 'localhost.evil.example' }, undefined, 403, 'FOREIGN_HOST'],
  [
    'a foreign Host at the control',
    'GET',
    '/_emulator/health',
    { host: 'evil.example' },
    undefined,
    403,
    'FOREIGN_HOST',
  ],
  [
    'a foreign Origin',
    'POST',
    '/call/hello',
    { ...JSON_AND_ME, origin: 'https://evil.example' },
    '{}',
    403,
    'FOREIGN_ORIGIN',
  ],
  ['an Origin without name', 'POST', '/call/hello', { ...JSON_AND_ME, origin: 'null' }, '{}', 403, 'FOREIGN_ORIGIN'],
  [
    'a page, even ours, at the SDK’s wire',
    'POST',
    '/admin',
    { origin: 'http://localhost:8787' },
    '{}',
    403,
    'FOREIGN_ORIGIN',
  ],
  ['GET at the SDK’s wire', 'GET', '/admin', {}, undefined, 405, 'METHOD_NOT_ALLOWED'],
  ['a control that is not there', 'GET', '/_emulator/nowhere', {}, undefined, 404, 'NOT_FOUND'],
  ['the wrong method at the control', 'GET', '/_emulator/clock', {}, undefined, 405, 'METHOD_NOT_ALLOWED'],
  ['a clock that is none', 'POST', '/_emulator/clock', {}, '{"offsetMs":"soon"}', 400, 'BAD_REQUEST'],
  ['an import that is no list', 'POST', '/_emulator/import/people', {}, '{}', 400, 'BAD_REQUEST'],
  ['a timer that is not there', 'POST', '/_emulator/timers/hello', {}, undefined, 400, 'BAD_REQUEST'],
  ['a fault that is none', 'POST', '/_emulator/faults', {}, '{"rules":[{"on":"moon"}]}', 400, 'BAD_REQUEST'],
  ['a path out of the folder', 'GET', '/../functions/hello/index.js', {}, undefined, 404, 'NOT_FOUND'],
  ['an encoded path out of the folder', 'GET', '/%2e%2e/functions/hello/index.js', {}, undefined, 404, 'NOT_FOUND'],
  ['a twice encoded one', 'GET', '/..%2f..%2ffunctions/hello/index.js', {}, undefined, 404, 'NOT_FOUND'],
  ['a path with backslashes', 'GET', '/..%5c..%5cfunctions', {}, undefined, 404, 'NOT_FOUND'],
  ['a path with a zero byte', 'GET', '/index.html%00.js', {}, undefined, 404, 'NOT_FOUND'],
  ['a path that can’t be decoded', 'GET', '/%E0%A4%A', {}, undefined, 404, 'NOT_FOUND'],
])('%s is refused', async (_, method, path, headers, body, status, code) => {
  const answer = await emulator.send(method, path, headers, body);

  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ code, message: expect.stringMatching(/./) });
  expect(JSON.stringify(answer.body)).not.toMatch(/\.[jt]s:\d+|\bat /);
});

/** An event of so many bytes. */
const eventOf = (bytes: number) => ({ name: 'x'.repeat(bytes - '{"name":""}'.length) });

test('an event of 100 KB is taken, one byte more is refused with 413 in words, and 10 MB are not taken in', async () => {
  const fair = await emulator.post('hello', eventOf(100 * 1024));
  const larger = await emulator.post('hello', eventOf(100 * 1024 + 1));
  const huge = await emulator.post('hello', eventOf(10 * 1024 * 1024));

  expect(fair.status).toBe(200);
  expect(larger).toMatchObject({
    status: 413,
    body: { code: 'EVENT_TOO_LARGE', message: expect.stringContaining('100 KB') },
  });
  expect(huge).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
});

/** Each makes another error of the file system. */
const NAMES = {
  'below a file (ENOTDIR)': 'index.html/x',
  'too long (ENAMETOOLONG)': 'a'.repeat(300),
  'too long as a whole': 'abcdefg/'.repeat(700),
  'with a zero byte': 'a%00b',
  'encoded badly': '%ff%',
  'that leads out': '..%2f..%2fetc/passwd',
  'with a backslash': 'a%5c..%5cb',
  'not there': 'nothing',
  'of a folder': 'css',
};
const ROUTES = [
  '/',
  '/_storage/',
  '/call/',
  '/_emulator/',
  '/_emulator/export/',
  '/_emulator/timers/',
  '/admin/',
  '/local/',
];

test.each(Object.entries(NAMES))('a name %s ends no more than its own request, on every route', async (_, name) => {
  for (const route of ROUTES)
    for (const method of ['GET', 'HEAD', 'POST', 'PUT']) {
      const { status, body } = await emulator.send(
        method,
        route + name,
        JSON_AND_ME,
        method.startsWith('P') ? '{}' : undefined,
      );
      expect([method, route, status]).toEqual([method, route, expect.any(Number)]);
      if (status >= 500) throw new Error(`${method} ${route}${name.slice(0, 40)}: ${status} ${JSON.stringify(body)}`);
      expect(JSON.stringify(body)).not.toContain(process.cwd());
    }
  expect((await emulator.send('GET', '/')).status).toBe(200);
});

test('a body of 10 MB of unknown length is refused with 413 too', async () => {
  const status = await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(emulator.url);
    const sent = request({ method: 'POST', hostname, port, path: '/call/hello', headers: JSON_AND_ME }, res => {
      resolve(res.statusCode);
      res.resume();
    });
    sent.on('error', reject);
    for (let megabyte = 0; megabyte < 10; megabyte++) sent.write('x'.repeat(1024 * 1024));
    sent.end();
  });

  expect(status).toBe(413);
});

test('a client that leaves in the middle of its body harms nobody', async () => {
  await new Promise<void>(resolve => {
    const socket = connect(emulator.port, '127.0.0.1', () => {
      socket.write(
        'POST /call/hello HTTP/1.1\r\nhost: localhost\r\nx-wx-openid: oMe\r\ncontent-length: 100\r\n\r\n{"na',
      );
      setTimeout(() => socket.destroy(), 20);
    });
    socket.on('close', () => resolve());
  });

  expect((await emulator.post('hello', { name: 1 })).status).toBe(200);
});

test.each(['http://localhost:10086', 'http://127.0.0.1:5173', 'http://[::1]:3000'])(
  'a page at %s may call',
  async origin => {
    const preflight = await emulator.send('OPTIONS', '/call/hello', {
      origin,
      'access-control-request-method': 'POST',
    });
    const call = await emulator.send('POST', '/call/hello', { ...JSON_AND_ME, origin }, '{"name":1}');

    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'content-type, x-wx-openid, x-wx-identityless',
    });
    expect(call).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': origin } });
  },
);

test('it listens on 127.0.0.1 and on no other address', async () => {
  const reach = (host: string) =>
    new Promise<string>(resolve => {
      const socket = connect({ port: emulator.port, host, timeout: 2000 }, () => resolve('connected'));
      socket.on('timeout', () => resolve('no answer'));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      socket.on('connect', () => socket.destroy());
    });

  expect(await reach('127.0.0.1')).toBe('connected');
  // A server on all addresses would be found here, at least on Linux.
  expect(await reach('127.0.0.2')).not.toBe('connected');
});
