import env from '../../scripts/start/node-env.json';
import flags from '../../scripts/start/node-flags.json';
import type { Operations, Running } from './contender';
import { end, forkServer } from './child';
import { tool } from './paths';

/** How many documents are imported at once over HTTP. */
const CHUNK = 20_000;
/** How many calls are made at once before the stroke. */
const AT_ONCE = 500;

export interface HostedApp {
  /** Folder of functions. */
  functions: string;
  /** The function that is called. */
  name: string;
  body(section: number): string;
  /** What is in the database before the stroke. */
  documents: Iterable<[collection: string, documents: object[]]>;
  /** The collection whose writes give seats. */
  seats: { collection: string; actions: string[] };
  lines?(read: (collection: string) => Promise<Record<string, unknown>[]>): Promise<string[][]>;
  nameOf?(openid: string): string;
  /** Events that some people send before the stroke. */
  before?: { openids: string[]; event: unknown };
}

/** Hosts functions on the emulator, with the data as it is after the waiting room. */
export async function host(app: HostedApp, folder: string): Promise<Running> {
  const settings = { functions: app.functions, data: folder, name: app.name };
  const { child, port } = await forkServer(tool('bench-emulator'), settings, flags, env);
  const url = `http://127.0.0.1:${port}/_emulator`;
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(url + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  for (const [collection, documents] of app.documents)
    for (let i = 0; i < documents.length; i += CHUNK) await ask(`/import/${collection}`, documents.slice(i, i + CHUNK));

  const { lines, nameOf } = app;
  return {
    port,
    path: `/call/${app.name}`,
    body: app.body,
    pids: [child.pid!],
    prepare: async () => {
      const { openids = [], event } = app.before ?? {};
      for (let i = 0; i < openids.length; i += AT_ONCE)
        await Promise.all(openids.slice(i, i + AT_ONCE).map(openid => callOnce(port, app.name, openid, event)));
      await ask('/operations/reset', {});
    },
    operations: async () => countOf((await ask('/operations')) as Record<string, number>, app.seats),
    ...(lines && { lines: () => lines(async name => (await ask(`/export/${name}`)) as Record<string, unknown>[]) }),
    ...(nameOf && { nameOf }),
    stop: () => end(child),
  };
}

async function callOnce(port: number, name: string, openid: string, event: unknown): Promise<void> {
  const reply = await fetch(`http://127.0.0.1:${port}/call/${name}`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: JSON.stringify(event),
  });
  const answer = (await reply.json()) as { ok?: boolean };
  if (!answer.ok) throw new Error(`before the stroke: ${JSON.stringify(answer)}`);
}

function countOf(counts: Record<string, number>, { collection, actions }: HostedApp['seats']): Operations {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const seatWrites = actions.reduce((sum, action) => sum + (counts[`database.${action}:${collection}`] ?? 0), 0);
  return { total, seatWrites };
}
