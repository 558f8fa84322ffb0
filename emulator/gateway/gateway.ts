import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults } from '../faults/faults';
import type { Host } from '../host/host';
import { EmulatorProblem } from '../problem';
import type { Admin } from './admin';
import { handleCall } from './call';
import { letIn, preflight } from './guard';
import { refuse } from './reply';
import type { Routes } from './routes';
import type { StaticFiles } from './static';
import { STORAGE, type Storage } from '../storage/storage';

const CALL = '/call/';
const LOOPBACK = '127.0.0.1';

export interface GatewayParts {
  host: Host;
  faults: Faults;
  admin: Admin;
  /** `/_emulator/…` */
  control: Routes;
  /** Of whoever starts the emulator. */
  extra: Routes;
  files: StaticFiles | undefined;
  storage: Storage;
}

/** The one HTTP server of the emulator, on loopback only: functions, the SDK's wire, control, files. */
export class Gateway {
  private readonly server: Server;

  constructor(private readonly parts: GatewayParts) {
    this.server = createServer({ keepAliveTimeout: 65_000, noDelay: true }, (req, res) => this.handle(req, res));
  }

  /**
   * @param port 0 for any that is free.
   * @returns the port it listens on.
   * @throws EmulatorProblem where the port is in use or not allowed.
   */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, port)));
      this.server.listen(port, LOOPBACK, () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  /** Takes no new connections, lets `lastCalls` end, then cuts what is still open. */
  async close(lastCalls: Promise<unknown>): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>(resolve => this.server.close(() => resolve()));
    await lastCalls;
    this.server.closeAllConnections();
    await closed;
  }

  private handle(req: IncomingMessage, res: ServerResponse): void {
    if (!letIn(req, res)) return;
    if (req.method === 'OPTIONS') return preflight(res);
    const { host, faults, admin, control, extra, files, storage } = this.parts;
    const url = req.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    if (path.startsWith(CALL)) return handleCall(host, faults, path.slice(CALL.length), req, res);
    if (path === '/admin') return admin.handle(req, res);
    if (path.startsWith(STORAGE)) return storage.serve(path.slice(STORAGE.length), req, res);
    const query = mark < 0 ? '' : url.slice(mark + 1);
    if (control.handle(path, query, req, res) || extra.handle(path, query, req, res)) return;
    if (files) return files.handle(path, req, res);
    refuse(res, 404, 'NOT_FOUND', 'There is nothing here: functions are called with POST /call/<function>.');
  }
}

function problemOf(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new EmulatorProblem(`Port ${port} is in use: stop what uses it, or choose another port.`, error.code);
  if (error.code === 'EACCES')
    return new EmulatorProblem(`Port ${port} may not be used by this account: choose one above 1023.`, error.code);
  return error;
}
