import { EmulatorProblem } from '../problem';

/** A fixed time or a range, in milliseconds. */
export type Latency = number | { min: number; max: number };

/**
 * What goes wrong:
 * - `conflict`   (database) answered as a transaction conflict, nothing done
 * - `timeout`    (database) answered SERVER_TIMEOUT, nothing done; (call) answered 504, the function not run
 * - `lostReply`  the work is done, the connection breaks before the answer
 * - `kill`       the instance that sent this database operation dies: `when` the operation is not yet done, or done
 * - `unknown`    (database) refused as an action that the environment does not know, nothing done
 * - `missing`    (database) as if the collection were not there; (call) as if the function were not deployed
 * - `broken`     (call) the function's code does not load: half of a deployment
 * - `memory`     (call) the platform ended the instance at its memory's limit: `when` the function has not run, or has
 * - `stopped`    (call) the environment is isolated: it was not paid for
 *
 * `timeout` of a call may also come `when: 'after'`: the function ran and its work stands, but the platform's time was up.
 */
export type FaultKind =
  'conflict' | 'timeout' | 'lostReply' | 'kill' | 'unknown' | 'missing' | 'broken' | 'memory' | 'stopped';

export interface FaultRule {
  on: 'database' | 'call';
  kind: FaultKind;
  /** Only this function: the one that is called, or whose instance sends the operation. */
  function?: string;
  /** Only this database action, without its prefix: `modifyDocument`, `insertDocument`, `commitTransaction`, … */
  action?: string;
  collection?: string;
  /** For `kill`, and for `timeout` and `memory` of a call. Default `before`. */
  when?: 'before' | 'after';
  /** Share of the matching requests, 0 to 1. Default 1. */
  rate?: number;
  /** Skips this many matching requests first. */
  skip?: number;
  /** Strikes this often at most. Default: no limit. */
  times?: number;
}

export interface FaultSettings {
  /** Seed of the pseudo-random numbers: the same seed and order of requests gives the same faults. */
  seed?: number;
  /** Added to every database operation. */
  databaseLatencyMs?: Latency;
  /** Added to every call at the gateway, before the function runs. */
  callLatencyMs?: Latency;
  rules?: FaultRule[];
}

const KINDS = {
  database: ['conflict', 'timeout', 'lostReply', 'kill', 'unknown', 'missing'],
  call: ['timeout', 'lostReply', 'missing', 'broken', 'memory', 'stopped'],
} as const;

const isLatency = (value: unknown): boolean => {
  if (value === undefined) return true;
  const { min, max } = (typeof value === 'object' && value !== null ? value : { min: value, max: value }) as Latency &
    object;
  return typeof min === 'number' && typeof max === 'number' && min >= 0 && max >= min;
};

/**
 * Checks settings that came from outside.
 * @throws EmulatorProblem in one sentence if they are not valid.
 */
export function checkFaults(given: unknown): FaultSettings {
  const settings = given as FaultSettings;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new EmulatorProblem('Faults are an object: {seed, databaseLatencyMs, callLatencyMs, rules}.');
  const { databaseLatencyMs, callLatencyMs, rules = [] } = settings;
  if (!isLatency(databaseLatencyMs) || !isLatency(callLatencyMs))
    throw new EmulatorProblem('A latency is a number of ms, or {min, max}.');
  if (!Array.isArray(rules)) throw new EmulatorProblem('The rules of faults are a list.');
  for (const rule of rules) {
    const kinds: readonly string[] | undefined = Object.hasOwn(KINDS, rule?.on) ? KINDS[rule.on] : undefined;
    if (!kinds) throw new EmulatorProblem('A fault is on "database" or on "call".');
    if (!kinds.includes(rule.kind)) throw new EmulatorProblem(`A fault on ${rule.on} is one of: ${kinds.join(', ')}.`);
  }
  return settings;
}
