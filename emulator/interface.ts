import type { Database } from './database/database';
import type { FaultSettings } from './faults/settings';
import type { LocalRoute } from './gateway/routes';
import type { InstancesOption } from './host/host';
import type { FailureCode } from './host/protocol';
import type { Log } from './log';
import type { OpenApiFault, SentMessage } from './openapi/inbox';

export interface EmulatorOptions {
  /** Folder of functions: each sub-folder with an index.js (or a package.json's main) is one. */
  functions: string;
  /** Folder of the store. */
  data: string;
  /** 0 for any free one. */
  port: number;
  /** Folder served at GET /. */
  h5?: string;
  routes?: LocalRoute[];
  /** Shifts the clock of functions, database and timers against the real one. */
  clock?: { offsetMs: number };
  /** Variables for the functions' `process.env`. */
  env?: Record<string, string>;
  instances?: InstancesOption;
  faults?: FaultSettings;
  log?: Log;
  envId?: string;
  appId?: string;
  /**
   * An IPv4 address of this machine at which the network reaches the emulator too, to try things with a real phone.
   * Anybody who reaches it may act as any person, but can read and change things only by calls. Absent: loopback only.
   */
  lan?: string;
  /**
   * The text of a code of `wxacode.getUnlimited` when it is scanned. {url} (the emulator's, in the network if it has
   * one), {page} and {scene} are filled in. Without it the picture is a placeholder that cannot be scanned.
   */
  codeLink?: string;
  /** The pages of the released mini-program, e.g. `pages/home/index`, for `check_path`. Absent: every page exists. */
  pages?: readonly string[];
  /** Path of the built `host/instance.ts`; by default beside the running bundle. */
  instanceEntry?: string;
  /** False: timers fire only by `fireTimer`. Default true. */
  timers?: boolean;
}

export interface Emulator {
  url: string;
  port: number;
  /** Names of the functions it hosts. */
  functions: string[];
  database: Database;
  /**
   * Calls a function as the gateway does. Without an openid, the caller is the environment's owner at the console.
   * @throws CallFailure if the function returned nothing.
   */
  call(fn: string, event: unknown, openid?: string): Promise<unknown>;
  /** The emulator's clock, epoch ms. */
  now(): number;
  setClock(offsetMs: number): void;
  setFaults(faults: FaultSettings): void;
  /** Fires a timer now and returns what the function returned. */
  fireTimer(fn: string, trigger?: string): Promise<unknown>;
  /**
   * Sets the answer of `subscribeMessage.send` to these OPENIDs from now on: WeChat's error code, e.g. 43101 for
   * somebody who agreed to no message. Everybody else's messages are accepted.
   */
  setSubscribers(errCodes: Record<string, number>): void;
  /**
   * Sets the answers of whole open APIs from now on, e.g. `{ 'wxacode.getUnlimited': 45009 }`, or `'silence'` for no
   * answer at all. APIs that are not named answer as documented, so `{}` resets everything.
   */
  setAnswers(faults: Record<string, OpenApiFault>): void;
  /** What functions sent by open APIs, oldest first. */
  inbox(): SentMessage[];
  /** Stops; calls on their way get `graceMs` (default 0) to end. Calling it twice does no harm. */
  stop(graceMs?: number): Promise<void>;
}

/** A call that returned nothing. The message has no stack. */
export class CallFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}
