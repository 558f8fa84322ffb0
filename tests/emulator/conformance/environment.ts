import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../emulator/database/database';
import type { IndexDeclaration } from '../../../emulator/database/secondary-index';

/** `REMOTE=1` with TCB_ENV, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY runs the suite against a real environment. */
export const REMOTE = process.env.REMOTE === '1';

// The SDK has no types of its own worth having here, and its chains are what is tested.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Sdk = any;

/** How a call fails: what a function can see of it. Fails itself where the call does not. */
export const failureOf = (call: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> =>
  call.then(
    answer => {
      throw new Error(`It should have failed, and answered ${JSON.stringify(answer)}`);
    },
    (error: { errCode: number; errMsg: string }) => ({ errCode: error.errCode, errMsg: String(error.errMsg) }),
  );

/** A test that only one side can show; the reason is part of the title. */
export const onlyLocal = (reason: string) => (title: string, run: () => Promise<void>) =>
  REMOTE ? test.skip(`${title} [skipped against the cloud: ${reason}]`, run) : test(title, run);

export interface Environment {
  cloud: Sdk;
  db: Sdk;
  _: Sdk;
  $: Sdk;
  /** The collection of this file, emptied. */
  empty(): Promise<Sdk>;
  name: string;
  /** The emulator's own side; absent against the cloud. */
  database: Database;
  /** Moves the emulator's clock. */
  advance(ms: number): void;
  close(): Promise<void>;
}

interface Local {
  database: Database;
  url: string;
  advance(ms: number): void;
  close(): Promise<void>;
}

/** The database behind the barest server that the SDK can talk to. */
async function local(name: string, indexes: IndexDeclaration[]): Promise<Local> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  let offset = 0;
  const database = await openDatabase({
    folder,
    now: () => Date.now() + offset,
    declaration: {
      collections: [
        {
          name,
          indexes,
        },
      ],
    },
  });
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => (text += chunk));
    request.on('end', () => {
      const body = JSON.parse(text) as Record<string, unknown>;
      void database.handle(body.action as string, body).then(reply => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ ...reply, requestId: randomUUID() }));
      });
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    database,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    advance: ms => (offset += ms),
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Opens what the suite talks to: the emulator's database, or a real environment. Indexes are declared here; in a real
 * environment they are made by hand before.
 */
export async function openEnvironment(name: string, indexes: IndexDeclaration[] = []): Promise<Environment> {
  const here = REMOTE ? undefined : await local(name, indexes);
  if (here)
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: here.url }),
      TCB_ENV: 'local',
      SCF_NAMESPACE: 'local',
      TENCENTCLOUD: 'true',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
    });
  const { default: cloud } = (await import('wx-server-sdk' as string)) as { default: Sdk };
  cloud.init({ env: process.env.TCB_ENV, keepalive: true });
  process.env.SILENCE = 'true';
  const db = cloud.database();
  const _ = db.command;
  if (REMOTE) await db.createCollection(name).catch(() => undefined);
  return {
    cloud,
    db,
    _,
    $: _.aggregate,
    name,
    async empty() {
      await db
        .collection(name)
        .where({ _id: _.exists(true) })
        .remove();
      return db.collection(name);
    },
    database: here?.database as Database,
    advance: ms => here?.advance(ms),
    close: async () => here?.close(),
  };
}
