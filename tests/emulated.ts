import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerOf, EndpointName, Input } from '../domain/api';
import { WIDE } from '../domain/api/rate-limit';
import { functionOf } from '../domain/functions';
import { startEmulator } from '../emulator/emulator';
import type { Emulator, EmulatorOptions, LogLine } from '../emulator/emulator';

const ROOT = join(__dirname, '..');

/** What came back over HTTP: the status, and the body, parsed where it is JSON. */
export interface HttpAnswer {
  status: number;
  body: unknown;
}

/** A person who calls endpoints; the answer is what the function returned. Fails where there is none. */
export type Caller = <N extends EndpointName>(endpoint: N, input: Input<N>) => Promise<AnswerOf<N>>;

interface OverHttp {
  /**
   * `as('oAlice')('line.claim', { … })`: over HTTP, as a browser would. Who calls faster than the pace of one person slows
   * down, as the app does; `hasty` does not.
   */
  as(openid: string, how?: { hasty: boolean }): Caller;
  /** `POST /call/<fn>` with exactly this event, for functions of any kind. */
  post(fn: string, event: unknown, openid?: string): Promise<HttpAnswer>;
  /** Any request to the emulator; `body` is sent as it is where it is text, else as JSON. */
  send(
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: unknown,
  ): Promise<HttpAnswer & { headers: IncomingHttpHeaders }>;
}

export interface Emulated extends Emulator, OverHttp {
  /** Everything it has logged. */
  lines: LogLine[];
}

export interface Spawned extends OverHttp {
  url: string;
  data: string;
  child: ChildProcess;
  /** Everything on its standard error so far. */
  said(): string;
  /** Sends the signal and resolves with the exit code once it is gone. The data folder stays. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

const scratch = () => mkdtempSync(join(tmpdir(), 'emulated-'));

/**
 * An emulator inside the test's process, over a new data folder that goes with it. By default it hosts our functions
 * (dist/functions), with no instance before the first call and timers fired by hand.
 */
export async function startEmulated(options: Partial<EmulatorOptions> = {}): Promise<Emulated> {
  const data = options.data ?? scratch();
  const lines: LogLine[] = [];
  const emulator = await startEmulator({
    functions: join(ROOT, 'dist/functions'),
    port: 0,
    instanceEntry: join(ROOT, 'dist/tools/instance.js'),
    timers: false,
    log: line => void lines.push(line),
    ...options,
    // A test that sets the clock days ahead would start every instance anew, and wait for it.
    instances: { idleMs: Infinity, mostIdle: Infinity, ...options.instances },
    data,
  });
  const { close, ...http } = httpTo(emulator.url);
  const { stop } = emulator;
  return Object.assign(emulator, http, {
    lines,
    stop: async (graceMs?: number) => {
      await stop(graceMs);
      close();
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  });
}

/** Instances start one after the other; the first alone would do one call at a time and no harm. */
export async function untilIdle(emulator: OverHttp, fn: string, instances: number): Promise<void> {
  for (;;) {
    const { body } = await emulator.send('GET', '/_emulator/health');
    const { functions } = body as { functions: Record<string, { idle: number }> };
    if (functions[fn]?.idle === instances) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The built emulator as a process of its own, for tests that kill it. Its data folder is the test's to remove. */
export async function spawnEmulated(
  options: { functions?: string; data?: string; args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<Spawned> {
  const data = options.data ?? scratch();
  const functions = options.functions ?? join(ROOT, 'dist/functions');
  const own = ['--functions', functions, '--data', data, '--port', '0', '--min', '0'];
  const child = spawn(process.execPath, [join(ROOT, 'dist/tools/emulator.js'), ...own, ...(options.args ?? [])], {
    env: { ...process.env, ...options.env },
  });
  let said = '';
  child.stderr.on('data', chunk => (said += chunk));
  const gone = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    let heard = '';
    child.stdout.on('data', chunk => {
      heard += chunk;
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(heard);
      if (match) resolve(match[0]);
    });
    void gone.then(code => reject(new Error(`The emulator ended with ${code}: ${said}`)));
  });
  const { close, ...http } = httpTo(url);
  return {
    url,
    data,
    child,
    said: () => said,
    ...http,
    kill: signal => {
      close();
      child.kill(signal);
      return gone;
    },
  };
}

function httpTo(url: string): OverHttp & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const send: OverHttp['send'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const options = { method, agent, headers, host: target.hostname, port: target.port, path };
      const sent = request(options, res => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', chunk => (text += chunk));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: parsed(text) }));
        res.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
    });
  const post: OverHttp['post'] = async (fn, event, openid = 'oSomebody') => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': openid };
    const { status, body } = await send('POST', `/call/${fn}`, headers, event);
    return { status, body };
  };
  return { send, post, as: callerOver(post), close: () => agent.destroy() };
}

function callerOver(post: OverHttp['post']): OverHttp['as'] {
  return (openid, { hasty } = { hasty: false }) =>
    async (endpoint, input): Promise<never> => {
      for (;;) {
        const { status, body } = await post(functionOf(endpoint), { endpoint, input }, openid);
        if (status !== 200) throw new Error(`${endpoint} was answered with ${status}: ${JSON.stringify(body)}`);
        const { code, details } = body as { code?: string; details?: { retryAfterMs: number } };
        const tooFast = code === 'BUSY' && details!.retryAfterMs <= WIDE.everyMs;
        if (hasty || !tooFast) return body as never;
        await new Promise(resolve => setTimeout(resolve, details!.retryAfterMs));
      }
    };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
