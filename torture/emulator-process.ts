import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import type { Section, Standing } from '../domain/model';
import type { EndpointName } from '../domain/api';
import { functionOf } from '../domain/functions';
import type { FaultSettings } from '../emulator/faults/settings';
import type { Snapshot } from './history';

export interface Place {
  /** The built emulator and the functions that it hosts. */
  emulator: string;
  functions: string;
  data: string;
}

/** What came back: a status and a body, or nothing if the connection broke. */
export type Reply = { status: number; body: unknown } | { status: 0; body: string };

/** The emulator as a process of its own, so that it can be killed. */
export class EmulatorProcess {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });
  private readonly gone: Promise<void>;
  private said = '';
  private killed = false;
  url = '';
  /** How long it took until it accepted calls. */
  startMs = 0;

  private constructor(private readonly child: ChildProcess) {
    this.gone = new Promise(resolve => child.once('exit', () => resolve()));
    child.stderr?.on('data', chunk => (this.said = `${this.said}${chunk}`.slice(-4_000)));
  }

  /** @param offsetMs how far its clock is ahead of the real one. */
  static async start(place: Place, offsetMs: number, instances: number): Promise<EmulatorProcess> {
    const began = performance.now();
    const { emulator, functions, data } = place;
    const options = ['--functions', functions, '--data', data, '--clock', String(offsetMs), '--max', String(instances)];
    const child = spawn(process.execPath, [emulator, ...options, '--port', '0', '--min', '0', '--quiet']);
    const started = new EmulatorProcess(child);
    started.url = await new Promise((resolve, reject) => {
      let heard = '';
      child.stdout.on('data', chunk => {
        heard += chunk;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(heard)?.[0];
        if (url) resolve(url);
      });
      void started.gone.then(() => reject(new Error(`The emulator ended at once: ${started.said}`)));
    });
    started.startMs = performance.now() - began;
    return started;
  }

  get isKilled(): boolean {
    return this.killed;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Its last output, for finding the cause of a FAULT. */
  get words(): string {
    return this.said;
  }

  /** `kill -9`: the process and its instances, whatever they were doing. */
  async kill(): Promise<void> {
    this.killed = true;
    this.child.kill('SIGKILL');
    await this.gone;
    this.agent.destroy();
  }

  /** Calls an endpoint as a person. Never throws, because a process that was killed simply does not answer. */
  call(openid: string, endpoint: EndpointName, input: unknown): Promise<Reply> {
    const path = `/call/${functionOf(endpoint)}`;
    return this.send('POST', path, { endpoint, input }, { 'x-wx-openid': openid });
  }

  /** Everything on record. @throws Error if it was killed meanwhile */
  async snapshot(): Promise<Snapshot> {
    const sections = (await this.control('GET', '/export/sections')) as Section[];
    const standings = (await this.control('GET', '/export/standings')) as Standing[];
    return { sections, standings };
  }

  import(collection: string, documents: readonly object[]): Promise<unknown> {
    return this.control('POST', `/import/${collection}`, documents);
  }

  setFaults(faults: FaultSettings): Promise<unknown> {
    return this.control('POST', '/faults', faults);
  }

  setClock(offsetMs: number): Promise<unknown> {
    return this.control('POST', '/clock', { offsetMs });
  }

  /** Fires a timer; the body is what the function returned. Never throws, like `call`. */
  fireTimer(fn: string): Promise<Reply> {
    return this.send('POST', `/_emulator/timers/${fn}`, {});
  }

  private async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const reply = await this.send(method, `/_emulator${path}`, body);
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  private send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return new Promise(resolve => {
      if (this.killed) return resolve({ status: 0, body: 'killed' });
      const json = body === undefined ? '' : JSON.stringify(body);
      const length = Buffer.byteLength(json);
      const all = { 'content-type': 'application/json', 'content-length': length, ...headers };
      const sent = request(new URL(path, this.url), { method, agent: this.agent, headers: all }, res => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', chunk => (text += chunk));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body: parsed(text) }));
        res.on('error', error => resolve({ status: 0, body: error.message }));
      });
      sent.on('error', error => resolve({ status: 0, body: error.message }));
      sent.end(json);
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
