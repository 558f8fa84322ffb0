import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PUSH_KINDS } from '../../domain/model';
import type { EndpointName } from '../../domain/api';
import { functionOf } from '../../domain/functions';

/** What `npm start` runs once everything is built, as a process of its own. */
const START = join(__dirname, '../../dist/tools/start.js');
const OPENID = 'oHGtestWorker0000000000000001';

let data: string;
const running: ChildProcess[] = [];

interface Ended {
  code: number | null;
  said: string;
}

function launch(...args: string[]) {
  const child = spawn(process.execPath, [START, '--no-open', '--data', data, ...args]);
  running.push(child);
  let said = '';
  child.stdout.on('data', chunk => (said += chunk));
  child.stderr.on('data', chunk => (said += chunk));
  const ended = new Promise<Ended>(resolve => child.once('exit', code => resolve({ code, said })));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    void ended.then(() => reject(new Error(said)));
  });
  url.catch(() => undefined);
  return { url, ended, stop: () => (child.kill('SIGTERM'), ended) };
}

async function ask<T>(url: string, path: string, body?: unknown): Promise<T> {
  const reply = await fetch(url + path, {
    headers: { 'x-wx-openid': OPENID, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await reply.json()) as T;
}

const endpoint = <T>(url: string, name: EndpointName, input: object) =>
  ask<{ ok: boolean; data: T }>(url, `/call/${functionOf(name)}`, { endpoint: name, input });

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await sleep(100);
  rmSync(data, { recursive: true, force: true });
});

test('the sample is there, a crowd is let loose on it, and nothing is oversold', async () => {
  const { url, stop } = launch('--port', '0');
  const address = await url;
  const { data: seen } = await endpoint<{ batches: { batchId: string; capacity: number }[] }>(
    address,
    'catalog.batches',
    {},
  );
  const coming = seen.batches.find(batch => batch.batchId === 'yc-spring-1');
  expect(coming).toMatchObject({ capacity: 260 });
  expect(seen.batches.length).toBeGreaterThanOrEqual(2);
  const { data: messages } = await endpoint<{ templates: object }>(address, 'member.messages', {});
  expect(Object.keys(messages.templates)).toEqual([...PUSH_KINDS]);

  // An instance now remembers the hour before; nobody in the crowd may be refused by it.
  const { data: sections } = await endpoint<{ sections: { sectionId: string }[] }>(address, 'catalog.batch', {
    batchId: 'yc-spring-1',
  });
  expect(sections.sections).toHaveLength(6);
  for (let i = 0; i < 3; i++)
    for (const { sectionId } of sections.sections)
      expect(await endpoint(address, 'line.claim', { batchId: 'yc-spring-1', sectionId })).toMatchObject({
        code: 'NOT_OPEN',
      });
  expect(await ask(address, '/local/reopen', { batchId: 'yc-spring-1', inSeconds: 19 })).toHaveProperty('error');
  await ask(address, '/local/reopen', { batchId: 'yc-spring-1', inSeconds: 20 });
  await ask(address, '/local/crowd', { batchId: 'yc-spring-1', people: 3_000 });
  let progress: { state: string; count: { answered: number }; verdict: object | null; error: string | null };
  do {
    await sleep(250);
    progress = await ask(address, '/local/crowd');
  } while (!['done', 'failed'].includes(progress.state));

  expect(progress).toMatchObject({
    state: 'done',
    count: { answered: 3_000, byKind: { SEATED: 260, WAITING: 130, FULL: 2_610 } },
    verdict: {
      seated: 260,
      capacity: 260,
      waiting: 130,
      oversold: 0,
      duplicates: 0,
      mistold: 0,
      undersold: 0,
      unanswered: 0,
    },
  });
  expect((await stop()).code).toBe(0);
}, 90_000);

test('state survives a restart, and --fresh begins anew', async () => {
  const first = launch('--port', '0');
  await endpoint(await first.url, 'member.save', {
    name: '李小梅',
    phone: '13800001234',
    employer: '永川区人民医院',
    unionMember: true,
  });
  await first.stop();

  const again = launch('--port', '0');
  const kept = await endpoint<{ profile: object | null }>(await again.url, 'member.me', {});
  expect(kept.data.profile).toMatchObject({ name: '李小梅' });
  await again.stop();

  const fresh = launch('--port', '0', '--fresh');
  const gone = await endpoint<{ profile: object | null }>(await fresh.url, 'member.me', {});
  expect(gone.data.profile).toBeNull();
  await fresh.stop();
}, 90_000);

test('a port in use, a wrong option and a data folder of another version are told in a sentence', async () => {
  const first = launch('--port', '0');
  const taken = new URL(await first.url).port;

  const second = join(mkdtempSync(join(tmpdir(), 'start-')), 'new');
  const busy = await launch('--port', taken, '--data', second).ended;
  expect(busy).toMatchObject({ code: 1, said: expect.stringMatching(/端口 \d+ 已被占用/) });
  expect(busy.said).not.toMatch(/\n\s+at /);
  // It was asked before anything was made for it.
  expect(readdirSync(dirname(second))).toEqual([]);
  rmSync(dirname(second), { recursive: true, force: true });

  const wrong = await launch('--prot', '1').ended;
  expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('--prot') });

  for (const typed of ['abc', '99999', '80.5']) {
    const port = await launch(`--port=${typed}`).ended;
    expect(port).toMatchObject({ code: 2, said: expect.stringContaining(`"${typed}"`) });
    expect(port.said).not.toMatch(/\n\s+at /);
  }
  await first.stop();
}, 180_000);

test('a second start on one data folder is told where the first is, and throws nothing of it away', async () => {
  const first = launch('--port', '0');
  const address = await first.url;

  for (const more of [[], ['--fresh']]) {
    const second = await launch('--port', '0', ...more).ended;
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining(address) });
    expect(second.said).not.toMatch(/\n\s+at /);
  }
  const { data: seen } = await endpoint<{ batches: object[] }>(address, 'catalog.batches', {});
  expect(seen.batches.length).toBeGreaterThanOrEqual(2);
  await first.stop();
  expect(existsSync(`${data}.running.json`)).toBe(false);
}, 90_000);

test('one that was killed stands in nobody’s way, whoever has its number now', async () => {
  const note = { pid: process.pid, url: 'http://127.0.0.1:9', at: Date.now() };
  writeFileSync(`${data}.running.json`, JSON.stringify(note));

  const next = launch('--port', '0');
  await next.url;
  expect((await next.stop()).code).toBe(0);
}, 60_000);
