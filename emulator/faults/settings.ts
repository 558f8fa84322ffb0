/** A fixed time or a range, in milliseconds. */
export type Latency = number | { min: number; max: number };

/**
 * What goes wrong:
 * - `conflict`   (database) answered as a transaction conflict, nothing done
 * - `timeout`    (database) answered SERVER_TIMEOUT, nothing done; (call) answered 504, the function not run
 * - `lostReply`  the work is done, the connection breaks before the answer
 * - `kill`       the instance that sent this database operation dies: `when` the operation is not yet done, or done
 */
export type FaultKind = 'conflict' | 'timeout' | 'lostReply' | 'kill';

export interface FaultRule {
  on: 'database' | 'call';
  kind: FaultKind;
  /** Only this function: the one called, or the one whose instance sends the operation. */
  function?: string;
  /** Only this database action, without its prefix: `modifyDocument`, `insertDocument`, `commitTransaction`, … */
  action?: string;
  collection?: string;
  /** For `kill`. Default `before`. */
  when?: 'before' | 'after';
  /** Share of the matching requests, 0 to 1. Default 1. */
  rate?: number;
  /** Passes over so many matching requests first. */
  skip?: number;
  /** Strikes so often at most. Default: without end. */
  times?: number;
}

export interface FaultSettings {
  /** Of the pseudo-random numbers: the same seed and order of requests gives the same faults. */
  seed?: number;
  /** Added to every database operation. */
  databaseLatencyMs?: Latency;
  /** Added to every call at the gateway, before the function runs. */
  callLatencyMs?: Latency;
  rules?: FaultRule[];
}
