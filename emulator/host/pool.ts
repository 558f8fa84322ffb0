import type { LogBook } from '../log';
import { CallLog } from './call-log';
import { TwoQueues } from './two-queues';
import type { FunctionFolder } from './function-folder';
import { InstanceThread } from './instance-thread';
import type { Call, InstanceSettings, Outcome } from './instance-thread';

export interface PoolSettings {
  /** The number of instances kept warm from the start. */
  min: number;
  /** The most instances on this machine. The cloud has 1,000. */
  max: number;
  /** A new instance takes its first call no sooner than this, in ms. */
  coldStartMs: number;
  /**
   * The most instances while all of them wait. A function may call itself, and each call holds an instance until the
   * inner one has ended. The cloud has up to 1,000 instances for that. Here a function gets more than `max` only while
   * all its instances wait in this way, and never more than `most`.
   */
  most: number;
  /** The most calls that run and wait at once. The platform refuses more (1,000 in the cloud). */
  concurrent: number;
  /** An instance that has had no call for this long ends, by the emulator's clock; `min` of them stay. */
  idleMs: number;
}

/** An idle instance that its function does not keep warm. */
export interface Spare {
  /** Idle since, by the emulator's clock. */
  since: number;
  end(): void;
}

/** How long a call may wait behind others in a batch, if they all are as short as the last ones. */
const BATCH_MS = 2;
const LARGEST_BATCH = 256;
/** How long a function may take to load before it is given up. */
const LOAD_MS = 60_000;
const LOADS_TOO_LONG = `its file does not come to an end within ${LOAD_MS / 1000} s.`;
const notWritten = (error: Error) => `What it wrote could not be put on disk: ${error.message}`;
const STOPPING: Outcome = { ok: false, code: 'STOPPING', message: 'The emulator is stopping.' };

/** The instances of one function and the calls that wait for one. */
export class Pool {
  private readonly all = new Set<InstanceThread>();
  /**
   * The most recently used instance is at the end and is used next, so those at the front have been idle the longest.
   */
  private readonly idle: { instance: InstanceThread; since: number }[] = [];
  private readonly queue = new TwoQueues();
  private readonly starting = new Set<InstanceThread>();
  private running = 0;
  private readonly log: CallLog;
  private numbers = 0;
  /** By the number of an instance: how many of its own calls it waits for. */
  private readonly waiting = new Map<number, number>();
  private handingOut = false;
  private stopped = false;
  /** Whether the lack of instances was reported. It is reported once. */
  private full = false;

  constructor(
    readonly fn: FunctionFolder,
    private readonly settings: PoolSettings,
    private readonly instanceOf: (fn: FunctionFolder, number: number) => InstanceSettings,
    private readonly onDisk: () => Promise<void> | undefined,
    /** The emulator's clock. If it is set a day ahead, instances have had no call for a day. */
    private readonly now: () => number,
    log: LogBook,
  ) {
    this.log = new CallLog(log, fn.name);
    this.keepWarm();
  }

  /** Takes a call; its `done` reports how it ended. */
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
   * Called again and again. It ends calls that run longer than the function's time-out, together with their instances.
   * It sends calls that wait behind a long one elsewhere. It ends instances that have been idle for long.
   */
  lookAfter(): void {
    this.endIdle();
    for (const instance of this.starting)
      if (instance.age > LOAD_MS) instance.kill({ ok: false, code: 'FUNCTION_BROKEN', message: LOADS_TOO_LONG });
    if (this.running === 0) return;
    const others = this.idle.length > 0 || this.all.size < this.settings.max || this.allWait;
    for (const instance of this.all) {
      if (others && instance.runningFor > 2 * BATCH_MS) instance.recall();
      if (instance.runningFor <= this.fn.timeoutMs) continue;
      const message = `Function "${this.fn.name}" did not answer within ${this.fn.timeoutMs / 1000} s.`;
      instance.kill({ ok: false, code: 'FUNCTION_TIMEOUT', message });
    }
  }

  /** Kills instance `number` as if its machine had failed. False if there is none. */
  killInstance(number: number): boolean {
    const instance = [...this.all].find(candidate => candidate.number === number);
    instance?.kill({ ok: false, code: 'FUNCTION_CRASHED', message: 'The instance that ran this call was killed.' });
    return instance !== undefined;
  }

  get state() {
    return { instances: this.all.size, idle: this.idle.length, running: this.running, waiting: this.queue.length };
  }

  /** The instances that have been idle for the longest, without the last `min`. */
  get spare(): Spare[] {
    const beyondMin = Math.max(0, this.all.size - this.settings.min);
    return this.idle.slice(0, beyondMin).map(({ instance, since }) => ({ since, end: () => this.dismiss(instance) }));
  }

  /**
   * Ends idle instances, as the platform does and for the same reason: an instance holds the memory of its busiest hour
   * until it ends. No answer depends on what an instance remembers.
   */
  private endIdle(): void {
    const idleSince = this.now() - this.settings.idleMs;
    for (const { since, end } of this.spare) if (since <= idleSince) end();
  }

  private dismiss(instance: InstanceThread): void {
    this.forget(instance);
    void instance.stop(STOPPING);
  }

  private free(instance: InstanceThread): void {
    if (this.all.size > Math.max(this.settings.max, this.settings.min) && this.queue.length === 0)
      return this.dismiss(instance);
    this.idle.push({ instance, since: this.now() });
    if (this.queue.length > 0) this.handOutSoon();
  }

  /**
   * Hands out calls after everything that has just arrived over the network was read, so that they go out in few
   * batches.
   */
  private handOutSoon(): void {
    if (this.handingOut) return;
    this.handingOut = true;
    setImmediate(() => {
      this.handingOut = false;
      while (this.idle.length > 0 && this.queue.length > 0) this.handOut(this.idle.pop()!.instance);
      if (this.queue.length > 0) this.grow();
    });
  }

  /**
   * Gives a free instance as many calls as it can do in a moment. Calls that are answered from memory go to one
   * instance in large batches, because each batch wakes two threads. Calls that wait for the database are spread over
   * all instances.
   */
  private handOut(instance: InstanceThread): void {
    const calls = this.queue.take(Math.min(instance.callsIn(BATCH_MS), LARGEST_BATCH));
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
    if (this.starting.size >= this.queue.length) return;
    if (this.all.size < this.settings.max) return this.start();
    if (this.allWait && this.starting.size === 0) this.growBeyond();
  }

  /** True if every instance waits for a call that it made. Only one more instance can end that. */
  private get allWait(): boolean {
    return this.waiting.size > 0 && this.waiting.size === this.all.size - this.starting.size;
  }

  private growBeyond(): void {
    if (this.all.size < this.settings.most) return this.start();
    if (this.full) return;
    this.full = true;
    const words = `all ${this.settings.most} instances wait for calls that they made, and there are no more: calls will time out.`;
    this.log.instance('warn', words, 0);
  }

  /**
   * Notes that instance `number` has called a function and waits. Call the returned function when that call has ended.
   */
  waits(number: number): () => void {
    if (![...this.all].some(instance => instance.number === number)) return () => undefined;
    this.waiting.set(number, (this.waiting.get(number) ?? 0) + 1);
    if (this.queue.length > 0) this.grow();
    return () => {
      const left = (this.waiting.get(number) ?? 0) - 1;
      if (left > 0) this.waiting.set(number, left);
      else this.waiting.delete(number);
    };
  }

  private start(): void {
    const number = ++this.numbers;
    const readyFrom = performance.now() + this.settings.coldStartMs;
    const serve = () => {
      if (this.starting.delete(instance)) this.free(instance);
    };
    const instance: InstanceThread = new InstanceThread(number, this.instanceOf(this.fn, number), {
      ready: () => void setTimeout(serve, Math.max(0, readyFrom - performance.now())),
      finished: (call, outcome, ms) => {
        this.running--;
        if (instance.load === 0) this.free(instance);
        this.end(call, outcome, ms, number);
      },
      console: (level, text, requestId) => this.log.console(level, text, number, requestId),
      handedBack: calls => {
        this.running -= calls.length;
        this.putBack(calls);
      },
      broken: reason => this.refuse(instance, reason),
      gone: (reason, begun, ms, outcome, notBegun) => {
        if (this.starting.has(instance)) return this.refuse(instance, reason);
        this.forget(instance);
        this.log.instance('warn', reason, number);
        this.running -= notBegun.length + begun.length;
        for (const call of begun) this.end(call, outcome, ms, number);
        this.keepWarm();
        this.putBack(notBegun);
      },
    });
    this.all.add(instance);
    this.starting.add(instance);
  }

  /**
   * Reports how a call ended. The database answers functions before the disk is written. So an answer leaves only when
   * everything that it may depend on has been written, because a killed process must not take back an answer.
   */
  private end(call: Call, outcome: Outcome, ms: number, instance: number): void {
    this.log.call(call, outcome, ms, instance);
    const writing = this.onDisk();
    if (!writing) return call.done(outcome, ms);
    writing.then(
      () => call.done(outcome, ms),
      (error: Error) => call.done({ ok: false, code: 'FUNCTION_FAILED', message: notWritten(error) }, ms),
    );
  }

  private forget(instance: InstanceThread): void {
    this.all.delete(instance);
    this.starting.delete(instance);
    this.waiting.delete(instance.number);
    const at = this.idle.findIndex(one => one.instance === instance);
    if (at >= 0) this.idle.splice(at, 1);
  }

  /**
   * Handles a function that does not load. Unless another instance has loaded it, waiting calls are refused. No new
   * instance is started before the next call, because the file may be corrected by then.
   */
  private refuse(instance: InstanceThread, reason: string): void {
    this.forget(instance);
    const message = `${this.fn.entry} does not load: ${reason}`;
    this.log.instance('error', message, instance.number);
    if (this.all.size > this.starting.size) return;
    for (const call of this.queue.drain())
      this.end(call, { ok: false, code: 'FUNCTION_BROKEN', message }, 0, instance.number);
  }

  /** Ends all instances; calls on their way are answered that the emulator is stopping. */
  async stop(): Promise<void> {
    this.stopped = true;
    const threads = [...this.all];
    this.all.clear();
    for (const call of this.queue.drain()) call.done(STOPPING, 0);
    await Promise.all(threads.map(thread => thread.stop(STOPPING)));
  }
}
