import { Worker } from 'node:worker_threads';
import { ANSWER, BROKEN, CONSOLE, FAILED, HANDED_BACK, READY, RECALL } from './protocol';
import type { Delivery, FailureCode, InstanceData, InstanceMessage } from './protocol';

/** How a call ended: the return value as JSON, or the reason why there is none. */
export type Outcome = { ok: true; json: string } | { ok: false; code: FailureCode; message: string };

/** A call on its way: what the instance needs, and the function to call at its end. */
export interface Call {
  body: string;
  /** '' if nobody called (a timer). */
  openid: string;
  requestId: string;
  /** How the function was triggered: wx_client, wx_client,scf, wx_trigger. */
  source: string;
  /** True if an instance made this call and waits for it. */
  inner?: boolean;
  /** Called exactly once. `ms` is how long the function worked. */
  done(outcome: Outcome, ms: number): void;
}

export interface InstanceSettings {
  entryOfInstance: string;
  data: Omit<InstanceData, 'begun'>;
  env: Record<string, string>;
}

interface Events {
  ready(): void;
  /** A call ended; the instance is free if `load` is 0. */
  finished(call: Call, outcome: Outcome, ms: number): void;
  console(level: 'info' | 'warn' | 'error', text: string, requestId: string): void;
  /** These calls had not begun and will not begin here. */
  handedBack(calls: Call[]): void;
  /** The function's file does not load. The instance is gone. */
  broken(message: string): void;
  /** The thread ended by itself or was killed. `begun` are the calls that it had begun; `notBegun` come back. */
  gone(reason: string, begun: Call[], ms: number, outcome: Outcome, notBegun: Call[]): void;
}

/**
 * Node's own default. The host has a higher limit (`scripts/start/node-flags.json`), which would also apply to each of
 * its threads. Each instance then kept up to 192 MB of young objects for good.
 */
const YOUNG_MB = 48;

/** The host's side of one instance. It runs the calls that it is given one after another. */
export class InstanceThread {
  private readonly worker: Worker;
  private readonly begun = new Int32Array(new SharedArrayBuffer(4));
  private readonly calls: Call[] = [];
  private startedAt = 0;
  /** A moving average. Its first value is a guess that gives one call at a time. */
  private usualMs = 1_000;
  /** The number of all calls so far that were given and not handed back. */
  private given = 0;
  private dead = false;
  private recalling = false;
  private readonly bornAt = performance.now();

  constructor(
    readonly number: number,
    settings: InstanceSettings,
    private readonly events: Events,
  ) {
    this.worker = new Worker(settings.entryOfInstance, {
      workerData: { ...settings.data, begun: this.begun.buffer } satisfies InstanceData,
      env: settings.env,
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: Math.max(128, settings.data.memoryMb),
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    this.worker.on('message', (message: InstanceMessage) => this.hear(message));
    this.worker.on('error', error => {
      const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
      if (code === 'ERR_WORKER_OUT_OF_MEMORY')
        return this.kill({ ok: false, code: 'OUT_OF_MEMORY', message: 'The instance is gone: it used up its memory.' });
      this.end(`ended with an error: ${message ?? String(error)}`);
    });
    this.worker.on('exit', code => this.end(`ended with exit code ${code}.`));
    for (const stream of [this.worker.stdout, this.worker.stderr])
      stream.on('data', (chunk: Buffer) => {
        const text = chunk.toString().trimEnd();
        if (text) events.console(stream === this.worker.stderr ? 'error' : 'info', text, this.current?.requestId ?? '');
      });
  }

  /** The call that is running. */
  get current(): Call | undefined {
    return this.calls[0];
  }

  /** The number of calls that were given and have not ended. */
  get load(): number {
    return this.calls.length;
  }

  /** Since its start, in ms. */
  get age(): number {
    return performance.now() - this.bornAt;
  }

  /** How long the current call has been running, in ms; 0 when none is. */
  get runningFor(): number {
    return this.calls.length === 0 ? 0 : performance.now() - this.startedAt;
  }

  /** Takes calls, to run them one after another. Only for an instance that has none. */
  run(calls: Call[]): void {
    this.calls.push(...calls);
    this.startedAt = performance.now();
    this.given += calls.length;
    const delivery: Delivery = [];
    for (const call of calls) delivery.push(call.body, call.openid, call.requestId, call.source);
    this.worker.postMessage(delivery);
  }

  /** Asks the instance to hand back the calls that have not begun. An instance that is busy computing can't hear it. */
  recall(): void {
    if (this.recalling || this.calls.length < 2) return;
    this.recalling = true;
    this.worker.postMessage(RECALL);
  }

  /** How many calls this instance can do in `ms`, judged by the last ones; at least 1. */
  callsIn(ms: number): number {
    return Math.max(1, Math.floor(ms / this.usualMs));
  }

  private hear(message: InstanceMessage): void {
    if (this.dead) return;
    switch (message[0]) {
      case ANSWER:
        return this.answered(message);
      case FAILED:
        return this.finish({ ok: false, code: message[2], message: message[3] }, message[1]);
      case HANDED_BACK:
        this.recalling = false;
        this.handedBack(message[1]);
        return;
      case CONSOLE:
        return this.events.console(message[1], message[2], message[3]);
      case READY:
        return this.events.ready();
      case BROKEN:
        this.dead = true;
        void this.worker.terminate();
        return this.events.broken(message[1]);
    }
  }

  private handedBack(count: number): void {
    if (count === 0) return;
    this.given -= count;
    this.events.handedBack(this.calls.splice(-count));
  }

  /** Answers that arrive together share the time that was spent on them. */
  private answered([, worked, ...answers]: [typeof ANSWER, ms: number, ...json: string[]]): void {
    this.startedAt = performance.now();
    const ms = worked / answers.length;
    this.usualMs += (ms - this.usualMs) * (1 - 0.875 ** answers.length);
    for (const json of answers) {
      const call = this.calls.shift();
      if (call) this.events.finished(call, { ok: true, json }, ms);
    }
  }

  private finish(outcome: Outcome, ms: number): void {
    const call = this.calls.shift();
    this.startedAt = performance.now();
    this.usualMs += (ms - this.usualMs) / 8;
    if (call) this.events.finished(call, outcome, ms);
  }

  /** Ends the thread at once. The call that runs ends with `outcome`. */
  kill(outcome: Outcome & { ok: false }): void {
    if (this.dead) return;
    this.dead = true;
    // Nobody knows how far a begun event came. So it is not run again, even if it may have been answered.
    const ended = this.given - this.calls.length;
    const notBegun = this.calls.splice(Math.max(0, Atomics.load(this.begun, 0) - ended));
    const ms = performance.now() - this.startedAt;
    void this.worker.terminate();
    this.events.gone(outcome.message, this.calls.splice(0), ms, outcome, notBegun);
  }

  private end(reason: string): void {
    this.kill({ ok: false, code: 'FUNCTION_CRASHED', message: `The instance is gone: it ${reason}` });
  }

  /** Ends the thread; its calls end with `outcome`. */
  async stop(outcome: Outcome): Promise<void> {
    this.dead = true;
    for (const call of this.calls.splice(0)) call.done(outcome, 0);
    await this.worker.terminate();
  }
}
