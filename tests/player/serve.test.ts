import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePlayer } from '../../player/serve';

let folder: string;
const outside = encodeURIComponent('../../etc/hosts');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'player-'));
  writeFileSync(join(folder, 'desk.html'), 'a phone');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a short address leads to the phone frame with what it is asked for', async () => {
  const served = await servePlayer(folder, folder, 0, { cloud: 'http://127.0.0.1:1/call' });
  try {
    const answer = await fetch(`${served.url}/desk`);

    expect(answer.url).toBe(`${served.url}/desk.html?${new URLSearchParams({ cloud: 'http://127.0.0.1:1/call' })}`);
    expect(await answer.text()).toBe('a phone');
  } finally {
    await served.stop();
  }
});

test('nothing outside the two folders is served, and no short address where nothing is asked for', async () => {
  const served = await servePlayer(folder, folder);
  try {
    for (const path of ['/desk', `/${outside}`, `/app/${outside}`])
      expect((await fetch(served.url + path)).status).toBe(404);
  } finally {
    await served.stop();
  }
});
