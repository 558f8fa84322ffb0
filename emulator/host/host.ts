import { randomBytes } from 'node:crypto';
import type { LogBook } from '../log';
import { readFunctions } from './function-folder';
import type { FunctionFolder } from './function-folder';
import type { Call, InstanceSettings, Outcome } from './instance-thread';
import { Pool } from './pool';
import type { PoolSettings, Spare } from './pool';

export interface InstancesOption {
  /** The number of instances of each function that are kept warm from the start. Default 0. */
  min?: number;
  /** The most instances of each function. Default 4. */
  max?: number;
  /** A new instance takes its first call no sooner than this. Default 0: as fast as it loads. */
  coldStartMs?: number;
  /** The most instances of each function while all of them wait for calls that they made themselves. Default 64. */
  most?: number;
  /**
   * The most calls of one function that run and wait at once; more are refused with 429. Default 1,000, as in the
   * cloud.
   */
  concurrent?: number;
  /** An instance that has had no call for this long ends, by the emulator's clock. Default ten minutes. */
  idleMs?: number;
  /**
   * The most instances of all functions together that stay after a minute without a call, by the emulator's clock. The
   * longest idle ends first. Default 8; those that `min` keeps warm are not counted.
   */
  mostIdle?: number;
  perFunction?: Record<string, Partial<PoolSettings>>;
}

export interface HostSettings {
  /** Folder of functions. */
  functions: string;
  instances: InstancesOption;
  /** Path of the built `host/instance.ts`. */
  entryOfInstance: string;
  clock: SharedArrayBuffer;
  env: Record<string, string>;
  envId: string;
  appId: string;
  /**
   * The address for the requests of the functions' SDK. It is asked for when an instance starts, because the port is
   * known only then.
   */
  adminUrl(): string;
  /** Resolves when everything that functions have written is on disk; `undefined` if it is already. */
  onDisk(): Promise<void> | undefined;
  log: LogBook;
}

/** How often the pools check for calls that take long. */
const LOOK_AFTER_MS = 25;
/** The platform ends idle instances after some minutes, but does not say how many. */
const IDLE_MS = 10 * 60_000;
/** An instance takes 20 to 50 MB, and somebody who only looks around calls a dozen functions. */
const MOST_IDLE = 8;
/**
 * An instance with a call within this time stays in any case, because the next call or timer may need what it
 * remembers.
 */
const LATELY_MS = 60_000;

/** Hosts the functions of a folder: instances, queues, time-outs. */
export class Host {
  readonly functions: Map<string, FunctionFolder>;
  private readonly pools = new Map<string, Pool>();
  private sweep: NodeJS.Timeout | undefined;
  private readonly prefix = randomBytes(4).toString('hex');
  private requests = 0;
  private readonly offset: Float64Array;

  /** @throws EmulatorProblem if the folder holds no functions, or one that is badly described. */
  constructor(private readonly settings: HostSettings) {
    this.offset = new Float64Array(settings.clock);
    this.functions = new Map(readFunctions(settings.functions).map(fn => [fn.name, fn]));
  }

  /** Starts the warm instances. Call it once the wire server listens. */
  open(): void {
    this.sweep = setInterval(() => {
      this.pools.forEach(pool => pool.lookAfter());
      this.endSurplus();
    }, LOOK_AFTER_MS);
    const {
      min = 0,
      max = 4,
      most = 64,
      coldStartMs = 0,
      concurrent = 1000,
      idleMs = IDLE_MS,
      perFunction = {},
    } = this.settings.instances;
    for (const fn of this.functions.values()) {
      const own = { min, max, most, coldStartMs, concurrent, idleMs, ...perFunction[fn.name] };
      this.pools.set(
        fn.name,
        new Pool(
          fn,
          { ...own, max: Math.max(own.max, own.min, 1) },
          this.instanceOf,
          this.settings.onDisk,
          this.now,
          this.settings.log,
        ),
      );
    }
  }

  has(name: string): boolean {
    return this.functions.has(name);
  }

  newRequestId(): string {
    return `${this.prefix}-${(++this.requests).toString(36)}`;
  }

  /**
   * Runs `name`; `done` is called exactly once.
   * @param caller the instance that made this call, if a function did
   */
  call(name: string, call: Call, caller?: { function: string; instance: number }): void {
    const pool = this.pools.get(name);
    if (pool) {
      const ended = caller && this.pools.get(caller.function)?.waits(caller.instance);
      if (!ended) return pool.take(call);
      const { done } = call;
      return pool.take({ ...call, inner: true, done: (outcome, ms) => (ended(), done(outcome, ms)) });
    }
    call.done({ ok: false, code: 'FUNCTION_NOT_FOUND', message: this.unknown(name) }, 0);
  }

  /** `call` as a promise. */
  ask(name: string, call: Omit<Call, 'done' | 'requestId'>): Promise<Outcome> {
    return new Promise(resolve => this.call(name, { ...call, requestId: this.newRequestId(), done: resolve }));
  }

  unknown(name: string): string {
    return `There is no function "${name}". There are: ${[...this.functions.keys()].join(', ')}.`;
  }

  /** Kills the instance that a token of `WX_API_TOKEN` names. */
  killInstance(name: string, number: number): boolean {
    return this.pools.get(name)?.killInstance(number) ?? false;
  }

  state() {
    return {
      functions: Object.fromEntries([...this.pools].map(([name, pool]) => [name, pool.state])),
      spare: this.spare.length,
      mostIdle: this.mostIdle,
    };
  }

  /** The idle instances that `min` does not keep warm, the longest idle first. */
  private get spare(): Spare[] {
    return [...this.pools.values()].flatMap(pool => pool.spare).sort((a, b) => a.since - b.since);
  }

  private get mostIdle(): number {
    return this.settings.instances.mostIdle ?? MOST_IDLE;
  }

  private endSurplus(): void {
    const { spare } = this;
    const lately = this.now() - LATELY_MS;
    for (const { since, end } of spare.slice(0, Math.max(0, spare.length - this.mostIdle))) if (since <= lately) end();
  }

  /** Calls running or waiting. */
  get busy(): number {
    return [...this.pools.values()].reduce((sum, { state }) => sum + state.running + state.waiting, 0);
  }

  /** The emulator's clock. */
  private readonly now = () => Date.now() + (this.offset[0] ?? 0);

  async stop(): Promise<void> {
    clearInterval(this.sweep);
    await Promise.all([...this.pools.values()].map(pool => pool.stop()));
  }

  private readonly instanceOf = (fn: FunctionFolder, number: number): InstanceSettings => {
    const { entryOfInstance, clock, env, envId, appId, adminUrl } = this.settings;
    return {
      entryOfInstance,
      data: {
        name: fn.name,
        folder: fn.folder,
        entry: fn.entry,
        timeoutMs: fn.timeoutMs,
        memoryMb: fn.memoryMb,
        appId,
        clock,
      },
      env: {
        ...inherited(),
        ...env,
        TZ: 'UTC',
        TENCENTCLOUD_RUNENV: 'SCF',
        TENCENTCLOUD_REGION: 'ap-shanghai',
        TENCENTCLOUD_SECRETID: 'emulator',
        TENCENTCLOUD_SECRETKEY: 'emulator',
        SCF_NAMESPACE: envId,
        TCB_ENV: envId,
        TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl() }),
        TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
        WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN,WX_CLIENTIP',
        WX_CLIENTIP: '127.0.0.1',
        WX_APPID: appId,
        EMULATOR_INSTANCE: `${fn.name}.${number}`,
      },
    };
  };
}

/** The variables of this process's environment that a function sees: only those that a program can't do without. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'SystemRoot'];
  return Object.fromEntries(
    names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
