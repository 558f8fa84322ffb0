import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFilePath } from '../../../emulator/storage/bucket';
import { startEmulated, type Emulated } from '../../emulated';

const data = mkdtempSync(join(tmpdir(), 'storage-'));
const functions = join(__dirname, '../fixtures/functions');
let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ functions, data });
});
afterAll(async () => {
  await emulator.stop();
  rmSync(data, { recursive: true, force: true });
});

const files = (event: object) => emulator.call('files', event) as Promise<Record<string, unknown>>;
const put = async (path: string, text: string) => (await files({ put: path, text }))['fileID'] as string;
const addressOf = async (fileID: string) => {
  const { fileList } = (await files({ urls: [fileID] })) as { fileList: { tempFileURL: string; status: number }[] };
  return fileList[0]!;
};

describe('the unmodified SDK', () => {
  test('uploads a file, gets its address, downloads it', async () => {
    const fileID = await put('board/第一期.json', '{"left":3}');

    expect(fileID).toMatch(/^cloud:\/\/local\..+\/board\/第一期\.json$/);
    expect(await files({ get: fileID })).toMatchObject({ text: '{"left":3}' });
    const address = await addressOf(fileID);
    expect(address.status).toBe(0);
    expect(await (await fetch(address.tempFileURL)).json()).toEqual({ left: 3 });
  });

  test('replaces a file under the same id and address', async () => {
    const before = await put('same.txt', 'one');
    const address = await addressOf(before);

    const after = await put('same.txt', 'two');

    expect(after).toBe(before);
    expect(await (await fetch(`${address.tempFileURL}?7`)).text()).toBe('two');
  });

  test('deletes a file; what is not there is told one by one', async () => {
    const fileID = await put('gone.txt', 'x');
    const { tempFileURL } = await addressOf(fileID);

    const { fileList } = await files({ remove: [fileID, `${fileID}x`] });

    expect(fileList).toEqual([
      expect.objectContaining({ fileID, status: 0 }),
      expect.objectContaining({ fileID: `${fileID}x`, status: -503003 }),
    ]);
    expect((await addressOf(fileID)).status).toBe(-503003);
    expect(await files({ get: fileID })).toMatchObject({ failed: true });
    expect((await fetch(tempFileURL)).status).toBe(404);
  });

  test('cannot give a file a name that leads out of the folder', async () => {
    expect(await files({ put: '../outside.txt', text: 'x' })).toMatchObject({ failed: true });
    expect(existsSync(join(data, 'outside.txt'))).toBe(false);
  });
});

test.each<[string, boolean]>([
  ['a/b.json', true],
  ['期/甲 乙.txt', true],
  ['', false],
  ['/a', false],
  ['a//b', false],
  ['a/', false],
  ['a/../b', false],
  ['.', false],
  ['a\\b', false],
  ['a\u0000b', false],
  ['x'.repeat(850), true],
  ['x'.repeat(851), false],
])('path %# of the list may or may not be one', (path, may) => {
  expect(isFilePath(path)).toBe(may);
});

test('nobody uploads without having asked, nor twice, nor elsewhere', async () => {
  const { body } = await emulator.send('POST', '/admin', {}, { action: 'storage.getUploadMetadata', path: 'mine.txt' });
  const { url, authorization } = (body as { data: { url: string; authorization: string } }).data;
  const upload = (to: string, key: string) =>
    fetch(to, { method: 'PUT', headers: { authorization: key }, body: 'x' }).then(reply => reply.status);

  expect(await upload(url, 'made-up')).toBe(403);
  expect(await upload(url.replace('mine', 'yours'), authorization)).toBe(403);
  expect(await upload(url, authorization)).toBe(200);
  expect(await upload(url, authorization)).toBe(403);
});

test('wx-server-sdk before 3.1 sends a form instead, and reads every refusal as XML', async () => {
  const { body } = await emulator.send(
    'POST',
    '/admin',
    {},
    { action: 'storage.getUploadMetadata', path: '期/旧.txt' },
  );
  const { url, token, authorization, cosFileId } = (body as { data: Record<string, string> }).data;
  const upload = async (key: string, signature: string, more: Record<string, string> = { file: 'by form' }) => {
    const form = new FormData();
    const fields = { Signature: signature, 'x-cos-security-token': token!, 'x-cos-meta-fileid': cosFileId!, key };
    for (const [name, value] of Object.entries({ ...fields, ...more })) form.append(name, value);
    const reply = await fetch(url!, { method: 'POST', body: form });
    return [reply.status, await reply.text()];
  };
  const refused = (code: string) => expect.stringMatching(new RegExp(`^<\\?xml .*<Code>${code}</Code>.*<RequestId>`));

  expect(await upload('期/旧.txt', 'made-up')).toEqual([403, refused('AccessDenied')]);
  expect(await upload('another.txt', authorization!)).toEqual([400, refused('MalformedPOSTRequest')]);
  expect(await upload('期/旧.txt', authorization!, {})).toEqual([400, refused('MalformedPOSTRequest')]);
  expect(await upload('期/旧.txt', authorization!)).toEqual([200, '']);
  expect(await (await fetch(url!)).text()).toBe('by form');
});

test('files survive a restart', async () => {
  const fileID = await put('kept.txt', 'still here');

  await emulator.stop();
  emulator = await startEmulated({ functions, data });

  expect(await files({ get: fileID })).toMatchObject({ text: 'still here' });
  expect(readFileSync(join(data, 'files/kept.txt'), 'utf8')).toBe('still here');
});
