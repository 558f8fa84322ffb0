import env from '../../scripts/start/node-env.json';
import flags from '../../scripts/start/node-flags.json';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../../domain/base/clock';
import { functionOf } from '../../domain/functions';
import { spawnServer, end, freePort } from '../contenders/child';
import { ROOT, tool } from '../contenders/paths';
import { FULL } from './history';
import { importHistory } from './import-history';
import { openidOfKind } from './people';
import { pagesOf, type PageCalls } from './pages';
import { NOW, subjectsOf } from './union';

/**
 * At this interval in days each page is opened by this many people at once, so that the emulator starts further
 * instances.
 */
const CROWD_EVERY_DAYS = 7;
const CROWD = 3;
/** Documents in each request of the import. */
const PAGE = 1_000;

/** Plays a year of days against an emulator in a process of its own, and reports its resident memory on the way. */
export async function measureMemory(days: number, restMs: number): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'years-memory-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await spawnServer(
    process.execPath,
    [
      ...flags,
      tool('emulator'),
      '--functions',
      join(ROOT, 'dist/functions'),
      '--data',
      data,
      '--port',
      String(port),
      '--min',
      '0',
      '--quiet',
    ],
    port,
    { env: { ...process.env, ...env } },
  );
  const lines: string[] = [];
  let most = 0;
  const note = (when: string) => {
    const [all, own] = residentMb(server.pid ?? 0);
    lines.push(`${when}: ${all} MB resident, ${own} MB without mapped files; most so far ${most} MB`);
    console.log(lines.at(-1));
  };
  try {
    const { batches } = await importHistory({ import: importOver(url) }, { ...FULL, years: 1 }, NOW);
    note('a year of history imported');
    const pages = pagesOf(subjectsOf(batches));
    for (let day = 1; day <= days; day += 1) {
      await post(`${url}/_emulator/clock`, { offsetMs: NOW + day * DAY - Date.now() });
      if (day % CROWD_EVERY_DAYS === 0)
        await Promise.all(pages.flatMap(page => Array.from({ length: CROWD }, (_, who) => open(url, page, who))));
      else for (const page of pages) await open(url, page, 0);
      await post(`${url}/_emulator/timers/tell`, {});
      await post(`${url}/_emulator/timers/nightly`, {});
      most = Math.max(most, residentMb(server.pid ?? 0)[0]);
      if (day % Math.ceil(days / 6) === 0) note(`day ${day}`);
    }
    await new Promise(resolve => setTimeout(resolve, restMs));
    note(`after ${restMs / 1000} s of rest`);
    return lines.join('\n');
  } finally {
    await end(server);
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * All resident memory of the process, in whose threads the instances run, and the part of it without mapped files.
 * Linux only.
 */
function residentMb(pid: number): [all: number, own: number] {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (field: string) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024);
  return [mb('VmRSS'), mb('RssAnon')];
}

/** Pages of a role keep their person; a worker's page is opened by several people. */
async function open(url: string, { by, calls }: PageCalls, who: number): Promise<void> {
  const openid = by === 'worker' && who > 0 ? `oMemoryOfTheYears${who}` : openidOfKind(by);
  for (const [endpoint, input] of calls) {
    // A person who is too fast is told so, which costs the instance the same.
    await post(`${url}/call/${functionOf(endpoint)}`, { endpoint, input }, { 'x-wx-openid': openid });
  }
}

const importOver = (url: string) => async (name: string, documents: readonly object[]) => {
  for (let begin = 0; begin < documents.length; begin += PAGE)
    await post(`${url}/_emulator/import/${name}`, documents.slice(begin, begin + PAGE));
  return documents.length;
};

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
}
