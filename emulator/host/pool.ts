import type { LogBook } from '../log';
import { CallQueue } from './call-queue';
import type { FunctionFolder } from './function-folder';
import { InstanceThread } from './instance-thread';
import type { Call, InstanceSettings, Outcome } from './instance-thread';

export interface PoolSettings {
  /** Instances kept warm from the start. */
  min: number;
  /** Instances at most: the machine's stand-in for the cloud's 1,000. */
  max: number;
  /** A new instance takes its first call no sooner than this, in ms. */
  coldStartMs: number;
  /** Calls running and waiting at once, beyond which the platform refuses (1,000 in the cloud). */
  concurrent: number;
}

/** So long may a call wait behind others in a batch, when they all are as short as the last ones. */
const BATCH_MS = 2;
const LARGEST_BATCH = 32;
const STOPPING: Outcome = { ok: false, code: 'STOPPING', message: 'The emulator is stopping.' };

/** The instances of one function and the calls that wait for one. */
export class Pool {
  private readonly all = new Set<InstanceThread>();
  private readonly idle: InstanceThread[] = [];
  private readonly queue = new CallQueue();
  private starting = 0;
  private running = 0;
  private numbers = 0;
  private handingOut = false;
  private stopped = false;

  constructor(
    readonly fn: FunctionFolder,
    private readonly settings: PoolSettings,
    private readonly instanceOf: (fn: FunctionFolder, number: number) => InstanceSettings,
    private readonly log: LogBook,
  ) {
    this.keepWarm();
  }

  /** Takes a call; its `done` tells how it ended. */
  take(call: Call): void {
    if (this.stopped) return call.done(STOPPING, 0);
    const { concurrent } = this.settings;
    if (this.running + this.queue.length >= concurrent)
      return call.done(
        {
          ok: false,
          code: 'TOO_MANY_CALLS',
          message: `Function "${this.fn.name}" has ${concurrent} calls at once: try again later.`,
        },
        0,
      );
    this.queue.push(call);
    if (this.idle.length > 0) this.handOutSoon();
    else this.grow();
  }

  /**
   * To be called again and again: ends calls that run longer than the function's time-out, and their instances with
   * them; lets calls that wait behind a long one go elsewhere.
   */
  lookAfter(): void {
    if (this.running === 0) return;
    for (const instance of this.all) {
      if (instance.runningFor > 2 * BATCH_MS) instance.recall();
      if (instance.runningFor <= this.fn.timeoutMs) continue;
      const message = `Function "${this.fn.name}" did not answer within ${this.fn.timeoutMs / 1000} s.`;
      instance.kill({ ok: false, code: 'FUNCTION_TIMEOUT', message });
    }
  }

  /** Kills instance `number` as if its machine had failed. False where there is none. */
  killInstance(number: number): boolean {
    const instance = [...this.all].find(candidate => candidate.number === number);
    instance?.kill({ ok: false, code: 'FUNCTION_CRASHED', message: 'The instance that ran this call was killed.' });
    return instance !== undefined;
  }

  get state() {
    return { instances: this.all.size, idle: this.idle.length, running: this.running, waiting: this.queue.length };
  }

  private free(instance: InstanceThread): void {
    this.idle.push(instance);
    if (this.queue.length > 0) this.handOutSoon();
  }

  /** After all that has just come in over the network has been read, so that it goes out in few batches. */
  private handOutSoon(): void {
    if (this.handingOut) return;
    this.handingOut = true;
    setImmediate(() => {
      this.handingOut = false;
      while (this.idle.length > 0 && this.queue.length > 0) this.handOut(this.idle.pop()!);
      if (this.queue.length > 0) this.grow();
    });
  }

  /** A free instance gets its share of the line, but no more than it gets through in a moment. */
  private handOut(instance: InstanceThread): void {
    const share = Math.ceil(this.queue.length / this.all.size);
    const calls = this.queue.take(Math.min(share, instance.callsIn(BATCH_MS), LARGEST_BATCH));
    this.running += calls.length;
    instance.run(calls);
  }

  private putBack(calls: Call[]): void {
    this.queue.putBack(calls);
    if (this.queue.length === 0) return;
    if (this.idle.length > 0) this.handOutSoon();
    else this.grow();
  }

  private keepWarm(): void {
    while (!this.stopped && this.all.size < this.settings.min) this.start();
  }

  private grow(): void {
    if (this.all.size < this.settings.max && this.starting < this.queue.length) this.start();
  }

  private start(): void {
    const number = ++this.numbers;
    const readyFrom = performance.now() + this.settings.coldStartMs;
    this.starting++;
    const serve = () => {
      if (!this.all.has(instance)) return;
      this.starting--;
      this.free(instance);
    };
    const instance: InstanceThread = new InstanceThread(number, this.instanceOf(this.fn, number), {
      ready: () => {
        const early = readyFrom - performance.now();
        if (early > 0) setTimeout(serve, early);
        else serve();
      },
      finished: (call, outcome, ms) => {
        this.running--;
        if (instance.load === 0) this.free(instance);
        this.end(call, outcome, ms, number);
      },
      console: (level, text, requestId) =>
        this.log.write({
          at: Date.now(),
          kind: 'console',
          level,
          text,
          ...this.name(number),
          ...(requestId && { requestId }),
        }),
      handedBack: calls => {
        this.running -= calls.length;
        this.putBack(calls);
      },
      broken: message => this.refuseAll(instance, message),
      gone: (reason, running, ms, outcome, notBegun) => {
        this.forget(instance);
        this.log.write({ at: Date.now(), kind: 'emulator', level: 'warn', text: reason, ...this.name(number) });
        this.running -= notBegun.length + (running ? 1 : 0);
        if (running) this.end(running, outcome, ms, number);
        this.keepWarm();
        this.putBack(notBegun);
      },
    });
    this.all.add(instance);
  }

  private name(instance: number) {
    return { function: this.fn.name, instance };
  }

  private end(call: Call, outcome: Outcome, ms: number, instance: number): void {
    this.log.write({
      at: Date.now(),
      kind: 'call',
      level: outcome.ok ? 'info' : 'warn',
      text: outcome.ok ? 'ok' : `${outcome.code}: ${outcome.message}`,
      function: this.fn.name,
      instance,
      requestId: call.requestId,
      ms,
    });
    call.done(outcome, ms);
  }

  private forget(instance: InstanceThread): void {
    this.all.delete(instance);
    const at = this.idle.indexOf(instance);
    if (at >= 0) this.idle.splice(at, 1);
    if (!instance.ready) this.starting--;
  }

  /** The function does not load: whoever waits is told, and the next call tries again, for the file may be mended. */
  private refuseAll(instance: InstanceThread, reason: string): void {
    this.forget(instance);
    const message = `${this.fn.entry} does not load: ${reason}`;
    this.log.write({ at: Date.now(), kind: 'emulator', level: 'error', text: message, ...this.name(instance.number) });
    for (let call = this.queue.shift(); call; call = this.queue.shift())
      this.end(call, { ok: false, code: 'FUNCTION_BROKEN', message }, 0, instance.number);
  }

  /** Ends all instances; calls on their way are answered that we stop. */
  async stop(): Promise<void> {
    this.stopped = true;
    const threads = [...this.all];
    this.all.clear();
    for (let call = this.queue.shift(); call; call = this.queue.shift()) call.done(STOPPING, 0);
    await Promise.all(threads.map(thread => thread.stop(STOPPING)));
  }
}
