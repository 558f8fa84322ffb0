import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from './database/database';
import type { Database, DatabaseDeclaration, DatabaseOptions } from './database/database';
import { Faults } from './faults/faults';
import { Admin } from './gateway/admin';
import { controlRoutes } from './gateway/control';
import { Gateway, refuseTakenPort } from './gateway/gateway';
import { Routes } from './gateway/routes';
import { StaticFiles } from './gateway/static';
import { Host } from './host/host';
import type { Outcome } from './host/instance-thread';
import { LogBook } from './log';
import { Inbox } from './openapi/inbox';
import { OpenApi } from './openapi/openapi';
import { CallFailure } from './interface';
import type { Emulator, EmulatorOptions } from './interface';
import { EmulatorProblem } from './problem';
import { Storage } from './storage/storage';
import { Timers } from './timers/timers';

export type { LogLine } from './log';
export { readable } from './log';
export { EmulatorProblem } from './problem';
export { CallFailure } from './interface';
export type { Emulator, EmulatorOptions } from './interface';
export type { Database } from './database/database';
export type { FaultRule, FaultSettings } from './faults/settings';
export type { LocalRoute } from './gateway/routes';
export type { OpenApiFault, SentMessage } from './openapi/inbox';
export { RouteRefusal } from './gateway/routes';
export { refuseTakenPort } from './gateway/gateway';

const CONTROL_BODY_LIMIT = 256 * 1024 * 1024;
const ROUTE_BODY_LIMIT = 1024 * 1024;

/**
 * Starts CloudBase on this machine, on loopback.
 * @throws EmulatorProblem, one sentence that says what to correct: port in use, folder without functions, …
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { envId = 'local', appId = 'wx0000000000000000' } = options;
  await refuseTakenPort(options.port, options.lan);
  const clock = new SharedArrayBuffer(8);
  const offset = new Float64Array(clock);
  offset[0] = options.clock?.offsetMs ?? 0;
  const now = () => Date.now() + offset[0]!;

  const log = new LogBook(2000, options.log);
  const faults = new Faults(options.faults);
  const inbox = new Inbox();
  let url = '';
  const host = new Host({
    functions: options.functions,
    instances: options.instances ?? {},
    entryOfInstance: instanceEntry(options.instanceEntry),
    clock,
    env: options.env ?? {},
    envId,
    appId,
    adminUrl: () => `${url}/admin`,
    onDisk: () => database.onDisk(),
    log,
  });
  const timers = new Timers(host.functions, now, (fn, event) =>
    host.ask(fn, { body: JSON.stringify(event), openid: '', source: 'wx_trigger' }),
  );
  const declaration = declarationOf(options.functions);
  const database = await open({ folder: options.data, now, ...(declaration && { declaration }) });

  let stopped: Promise<void> | undefined;
  const stop = async (graceMs = 0) => {
    timers.disarm();
    // If the disk is full, the waiting calls have been told, so stopping continues.
    const lastCalls = until(() => host.busy === 0, graceMs).then(() => database.onDisk());
    await gateway.close(lastCalls.catch(() => undefined));
    await host.stop();
    await database.close();
  };
  const emulator: Emulator = {
    url,
    port: 0,
    functions: [...host.functions.keys()],
    database,
    call: async (fn, event, openid = '') =>
      valueOf(
        await host.ask(fn, { body: JSON.stringify(event ?? {}), openid, source: openid === '' ? '' : 'wx_client' }),
      ),
    now,
    setClock: offsetMs => {
      offset[0] = offsetMs;
      if (options.timers !== false) timers.arm();
    },
    setFaults: settings => faults.set(settings),
    fireTimer: async (fn, trigger) => valueOf(await timers.fireNow(fn, trigger)),
    setSubscribers: errCodes => inbox.setSubscribers(errCodes),
    setAnswers: faults => inbox.setAnswers(faults),
    inbox: () => inbox.all(),
    stop: graceMs => (stopped ??= stop(graceMs)),
  };

  const storage = new Storage(join(options.data, 'files'), envId, () => url, log);
  const gateway = new Gateway({
    host,
    faults,
    admin: new Admin(
      database,
      host,
      new OpenApi(inbox, {
        appId,
        now,
        codeLink: linkOf(options.codeLink, () => (options.lan ? `http://${options.lan}:${emulator.port}` : url)),
        pages: options.pages,
      }),
      faults,
      storage,
    ),
    control: new Routes(
      controlRoutes(emulator, log, () => host.state()),
      CONTROL_BODY_LIMIT,
      log,
    ),
    extra: new Routes(options.routes ?? [], ROUTE_BODY_LIMIT, log),
    files: options.h5 === undefined ? undefined : new StaticFiles(options.h5),
    storage,
    lan: options.lan,
    log,
  });
  try {
    emulator.port = await gateway.listen(options.port);
  } catch (error) {
    await host.stop();
    await database.close();
    throw error;
  }
  emulator.url = url = `http://127.0.0.1:${emulator.port}`;
  host.open();
  if (options.timers !== false) timers.arm();
  return emulator;
}

/** The text of a drawn code for its page and scene; undefined if no template was given. */
const linkOf = (template: string | undefined, url: () => string) => (page: string, scene: string) =>
  template?.replace('{url}', url()).replace('{page}', page).replace('{scene}', encodeURIComponent(scene));

async function open(options: DatabaseOptions): Promise<Database> {
  try {
    return await openDatabase(options);
  } catch (error) {
    throw new EmulatorProblem((error as Error).message);
  }
}

async function until(isTrue: () => boolean, atMostMs: number): Promise<void> {
  const end = performance.now() + atMostMs;
  while (!isTrue() && performance.now() < end) await setTimeout(10);
}

function valueOf(outcome: Outcome): unknown {
  if (outcome.ok) return JSON.parse(outcome.json);
  throw new CallFailure(outcome.code, outcome.message);
}

function instanceEntry(given: string | undefined): string {
  const entry = given ?? join(__dirname, 'instance.js');
  if (!existsSync(entry))
    throw new EmulatorProblem(`The emulator is not built (${entry} is missing): run "npm run build:tools".`);
  return entry;
}

/** `database.json` of the functions folder: collections and indexes to create. */
function declarationOf(functions: string): DatabaseDeclaration | undefined {
  const file = join(functions, 'database.json');
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DatabaseDeclaration;
  } catch (error) {
    throw new EmulatorProblem(`${file} is not valid JSON (${(error as Error).message}): mend it and start again.`);
  }
}
