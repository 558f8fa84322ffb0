import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

const fixtures = join(__dirname, '../fixtures');
const h5 = join(fixtures, 'h5');
const page = readFileSync(join(h5, 'index.html'), 'utf8');

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ functions: join(fixtures, 'functions'), h5 });
});
afterAll(() => emulator.stop());

test('GET / is the index page, asked for anew each time and told unchanged by its ETag', async () => {
  const first = await emulator.send('GET', '/');
  const again = await emulator.send('GET', '/?from=bookmark', { 'if-none-match': String(first.headers.etag) });

  expect(first).toMatchObject({
    status: 200,
    body: page,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('a file whose name changes with its content may be kept for ever', async () => {
  const { headers } = await emulator.send('GET', '/css/app.1a2b3c4d.css');

  expect(headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
});

test('text comes gzipped to whoever can read that, and anew once the file has changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'h5-'));
  const text = (word: string) => `<!doctype html>${word.repeat(1000)}`;
  writeFileSync(join(folder, 'index.html'), text('one'));
  const other = await startEmulated({ functions: join(fixtures, 'functions'), h5: folder });
  const load = async () => {
    const answer = await fetch(other.url, { headers: { 'accept-encoding': 'gzip' } });
    return { encoding: answer.headers.get('content-encoding'), text: await answer.text() };
  };

  const before = await load();
  writeFileSync(join(folder, 'index.html'), text('three'));
  const after = await load();

  expect(before).toEqual({ encoding: 'gzip', text: text('one') });
  expect(after).toEqual({ encoding: 'gzip', text: text('three') });
  await other.stop();
  rmSync(folder, { recursive: true });
});

test('HEAD tells the length and sends nothing', async () => {
  const { status, headers, body } = await emulator.send('HEAD', '/');

  expect({ status, length: headers['content-length'], body }).toEqual({
    status: 200,
    length: String(Buffer.byteLength(page)),
    body: '',
  });
});
