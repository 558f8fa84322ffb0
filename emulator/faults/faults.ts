import type { ServerResponse } from 'node:http';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { refuse } from '../gateway/reply';
import type { FailureCode } from '../host/protocol';
import { checkFaults } from './settings';
import type { FaultRule, FaultSettings, Latency } from './settings';

/** A request that a rule may strike. */
interface Target {
  on: FaultRule['on'];
  function?: string | undefined;
  action?: string | undefined;
  collection?: string | undefined;
}

/** The gateway's answer instead of the function's. */
const CALL_FAULTS: Partial<Record<FaultRule['kind'], { status: number; code: FailureCode; says: string }>> = {
  timeout: { status: 504, code: 'FUNCTION_TIMEOUT', says: 'did not answer' },
  missing: { status: 404, code: 'FUNCTION_NOT_FOUND', says: 'is not there' },
  broken: { status: 502, code: 'FUNCTION_BROKEN', says: 'does not load' },
  memory: { status: 502, code: 'OUT_OF_MEMORY', says: 'was ended at its memory limit' },
  stopped: { status: 403, code: 'ENV_ISOLATED', says: 'did not run: the environment is isolated' },
};

/** Decides which requests fail, and how long each one takes. Costs nothing while no fault is set. */
export class Faults {
  private settings: FaultSettings = {};
  private stream = xoroshiro128plus(1);
  private seen = new Map<FaultRule, { matched: number; struck: number }>();

  constructor(settings: FaultSettings = {}) {
    this.set(settings);
  }

  /**
   * Replaces all settings; counts and pseudo-random numbers start anew.
   * @throws EmulatorProblem if they are no valid settings.
   */
  set(given: FaultSettings): void {
    const settings = checkFaults(given);
    this.settings = settings;
    this.stream = xoroshiro128plus(settings.seed ?? 1);
    this.seen = new Map((settings.rules ?? []).map(rule => [rule, { matched: 0, struck: 0 }]));
  }

  /** True while no rule is set, so that no request need be checked. */
  get quiet(): boolean {
    return this.seen.size === 0;
  }

  /** The rule that strikes this request, if any. */
  strike(target: Target): FaultRule | undefined {
    for (const [rule, count] of this.seen) {
      if (rule.on !== target.on) continue;
      if (rule.function !== undefined && rule.function !== target.function) continue;
      if (rule.action !== undefined && rule.action !== target.action) continue;
      if (rule.collection !== undefined && rule.collection !== target.collection) continue;
      if (++count.matched <= (rule.skip ?? 0)) continue;
      if (count.struck >= (rule.times ?? Infinity)) continue;
      if (rule.rate !== undefined && uniformFloat64(this.stream) >= rule.rate) continue;
      count.struck++;
      return rule;
    }
    return undefined;
  }

  /** Runs `work` after the latency of a database operation. */
  afterDatabaseLatency(work: () => void): void {
    this.after(this.settings.databaseLatencyMs, work);
  }

  /** Runs the call after its latency, or answers for it. `instead` answers in place of a function that ran. */
  aroundCall(name: string, res: ServerResponse, run: (instead: (() => void) | undefined) => void): void {
    const rule = this.quiet ? undefined : this.strike({ on: 'call', function: name });
    this.after(this.settings.callLatencyMs, () => {
      if (!rule) return run(undefined);
      if (rule.kind === 'lostReply') return run(() => void res.destroy());
      const { status, code, says } = CALL_FAULTS[rule.kind] ?? CALL_FAULTS['timeout']!;
      const answer = () => refuse(res, status, code, `Function "${name}" ${says} (a fault that was asked for).`);
      if (rule.when === 'after') run(answer);
      else answer();
    });
  }

  private after(latency: Latency | undefined, work: () => void): void {
    if (latency === undefined || latency === 0) return work();
    const ms =
      typeof latency === 'number' ? latency : latency.min + uniformFloat64(this.stream) * (latency.max - latency.min);
    setTimeout(work, ms);
  }
}
