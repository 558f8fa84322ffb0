/**
 * The messages between the host and an instance (a worker thread). They are flat arrays of strings, because a
 * structured clone of these costs a fraction of an object's. The event's JSON is parsed once, in the instance.
 */

/**
 * Events for the instance, FIELDS of each: JSON, caller, request id, how it was triggered. They come in batches,
 * because waking a thread costs more than a short event. The instance runs them one by one.
 */
export type Delivery = string[];
export const FIELDS = 4;
/** Sent instead of a delivery when the running event takes long: hand back the events that have not begun. */
export const RECALL = null;

export const READY = 0;
export const ANSWER = 1;
export const FAILED = 2;
export const CONSOLE = 3;
export const BROKEN = 4;
export const HANDED_BACK = 5;

export type InstanceMessage =
  | [typeof READY]
  /**
   * The return values of one or more events in their order, as JSON, and how long the instance worked for them
   * together.
   */
  | [typeof ANSWER, ms: number, ...json: string[]]
  /** The reason why there is no return value: a code, and a message without stack. */
  | [typeof FAILED, ms: number, code: FailureCode, message: string]
  | [typeof CONSOLE, level: 'info' | 'warn' | 'error', text: string, requestId: string]
  /** The function's file does not load. */
  | [typeof BROKEN, message: string]
  /** The last `count` events have not begun and will not begin here. */
  | [typeof HANDED_BACK, count: number];

/** The contents of `workerData`. */
export interface InstanceData {
  name: string;
  folder: string;
  entry: string;
  timeoutMs: number;
  memoryMb: number;
  appId: string;
  /**
   * One Float64: milliseconds by which the clock is shifted. It is shared, so that a change takes effect at once
   * everywhere.
   */
  clock: SharedArrayBuffer;
  /** One Int32: how many events were begun. */
  begun: SharedArrayBuffer;
}

export type FailureCode =
  | 'BAD_JSON'
  | 'BAD_EVENT'
  | 'FUNCTION_FAILED'
  | 'FUNCTION_BROKEN'
  | 'FUNCTION_CRASHED'
  | 'FUNCTION_TIMEOUT'
  | 'RESULT_TOO_LARGE'
  | 'TOO_MANY_CALLS'
  | 'FUNCTION_NOT_FOUND'
  | 'OUT_OF_MEMORY'
  | 'ENV_ISOLATED'
  | 'STOPPING';

/** The HTTP status at the gateway. */
export const STATUS_OF: Record<FailureCode, number> = {
  BAD_JSON: 400,
  BAD_EVENT: 400,
  FUNCTION_NOT_FOUND: 404,
  TOO_MANY_CALLS: 429,
  FUNCTION_FAILED: 502,
  FUNCTION_BROKEN: 502,
  FUNCTION_CRASHED: 502,
  RESULT_TOO_LARGE: 502,
  FUNCTION_TIMEOUT: 504,
  OUT_OF_MEMORY: 502,
  ENV_ISOLATED: 403,
  STOPPING: 503,
};
