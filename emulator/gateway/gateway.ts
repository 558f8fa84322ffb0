import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults } from '../faults/faults';
import type { Host } from '../host/host';
import type { LogBook } from '../log';
import { EmulatorProblem } from '../problem';
import type { Admin } from './admin';
import { handleCall } from './call';
import { CONTROL } from './control';
import { letIn, preflight } from './guard';
import { refuse } from './reply';
import type { Routes } from './routes';
import type { StaticFiles } from './static';
import { STORAGE, type Storage } from '../storage/storage';

const CALL = '/call/';
const ADMIN = '/admin';
const LOOPBACK = '127.0.0.1';

/** These paths may read and change everything, so they are for this machine and never for the network. */
const isForThisMachine = (path: string): boolean => path === ADMIN || path.startsWith(`${CONTROL}/`);

export interface GatewayParts {
  host: Host;
  faults: Faults;
  admin: Admin;
  /** `/_emulator/…`; not for the network. */
  control: Routes;
  /** Routes of the process that starts the emulator. */
  extra: Routes;
  files: StaticFiles | undefined;
  storage: Storage;
  /** An address of this machine at which the network reaches it, too. */
  lan: string | undefined;
  log: LogBook;
}

/**
 * The HTTP server of the emulator: functions, the SDK's wire, control, files. It listens on loopback, and on one more
 * address if its owner asks for it.
 */
export class Gateway {
  private readonly servers: Map<string, Server>;

  constructor(private readonly parts: GatewayParts) {
    const server = (address: string) =>
      createServer({ keepAliveTimeout: 65_000, noDelay: true }, (req, res) =>
        this.handle(req, res, address === LOOPBACK),
      );
    this.servers = new Map(addressesOf(parts.lan).map(address => [address, server(address)]));
  }

  /**
   * @param port 0 for any free one.
   * @returns the port it listens on.
   * @throws EmulatorProblem if the port is in use or not allowed.
   */
  async listen(port: number): Promise<number> {
    let taken = port;
    for (const [address, server] of this.servers) taken = await listenAt(server, address, taken);
    return taken;
  }

  /** Takes no new connections, lets `lastCalls` end, then cuts the connections that are still open. */
  async close(lastCalls: Promise<unknown>): Promise<void> {
    const listening = [...this.servers.values()].filter(server => server.listening);
    const closed = listening.map(server => new Promise<void>(resolve => server.close(() => resolve())));
    if (listening.length > 0) await lastCalls;
    listening.forEach(server => server.closeAllConnections());
    await Promise.all(closed);
  }

  /** A failure ends only this request: no name of a file or header may end the process. */
  private handle(req: IncomingMessage, res: ServerResponse, isLoopback: boolean): void {
    try {
      this.route(req, res, isLoopback);
    } catch (error) {
      this.parts.log.say('error', `${req.method} ${req.url}: ${(error as Error).stack ?? String(error)}`);
      refuse(res, 500, 'FAULT', 'The emulator failed at this request: see its log.');
    }
  }

  private route(req: IncomingMessage, res: ServerResponse, isLoopback: boolean): void {
    if (!letIn(req, res, this.parts.lan)) return;
    if (req.method === 'OPTIONS') return preflight(res);
    const { host, faults, admin, control, extra, files, storage } = this.parts;
    const url = req.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    if (!isLoopback && isForThisMachine(path))
      return refuse(res, 403, 'LOOPBACK_ONLY', 'The network may call functions and look at pages, and nothing else.');
    if (path.startsWith(CALL)) return handleCall(host, faults, path.slice(CALL.length), req, res);
    if (path === ADMIN) return admin.handle(req, res);
    if (path.startsWith(STORAGE)) return storage.serve(path.slice(STORAGE.length), req, res);
    const query = mark < 0 ? '' : url.slice(mark + 1);
    if (control.handle(path, query, req, res, isLoopback) || extra.handle(path, query, req, res, isLoopback)) return;
    if (files) return files.handle(path, req, res);
    refuse(res, 404, 'NOT_FOUND', 'There is nothing here: functions are called with POST /call/<function>.');
  }
}

const addressesOf = (lan: string | undefined): string[] => [LOOPBACK, ...(lan === undefined ? [] : [lan])];

/** Call it before anything is created on the disk. @throws EmulatorProblem if the port is in use or not allowed. */
export async function refuseTakenPort(port: number, lan?: string): Promise<void> {
  if (port === 0) return;
  for (const address of addressesOf(lan)) {
    const server = createServer();
    await listenAt(server, address, port);
    await new Promise(resolve => server.close(resolve));
  }
}

const listenAt = (server: Server, address: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, port)));
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });

function problemOf(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new EmulatorProblem(`Port ${port} is in use: stop what uses it, or choose another port.`, error.code);
  if (error.code === 'EACCES')
    return new EmulatorProblem(`Port ${port} may not be used by this account: choose one above 1023.`, error.code);
  return error;
}
