import type { ServerResponse } from 'node:http';
import { refuse } from '../gateway/reply';
import { randomFrom } from './random';
import { checkFaults } from './settings';
import type { FaultRule, FaultSettings, Latency } from './settings';

/** A request that a rule may strike. */
interface Target {
  on: FaultRule['on'];
  function?: string | undefined;
  action?: string | undefined;
  collection?: string | undefined;
}

/** Decides which requests go wrong, and how long each one takes. Costs nothing while no fault is set. */
export class Faults {
  private settings: FaultSettings = {};
  private random = randomFrom(1);
  private seen = new Map<FaultRule, { matched: number; struck: number }>();

  constructor(settings: FaultSettings = {}) {
    this.set(settings);
  }

  /**
   * Replaces all settings; counts and pseudo-random numbers begin anew.
   * @throws EmulatorProblem for what are no settings.
   */
  set(given: FaultSettings): void {
    const settings = checkFaults(given);
    this.settings = settings;
    this.random = randomFrom(settings.seed ?? 1);
    this.seen = new Map((settings.rules ?? []).map(rule => [rule, { matched: 0, struck: 0 }]));
  }

  /** True while no rule is set: nothing needs to be asked. */
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
      if (rule.rate !== undefined && this.random() >= rule.rate) continue;
      count.struck++;
      return rule;
    }
    return undefined;
  }

  /** Runs `work` after the latency of a database operation. */
  afterDatabaseLatency(work: () => void): void {
    this.after(this.settings.databaseLatencyMs, work);
  }

  /** Runs the call after its latency, or answers in its place. `dropReply` says that the answer must get lost. */
  aroundCall(name: string, res: ServerResponse, run: (dropReply: boolean) => void): void {
    const rule = this.quiet ? undefined : this.strike({ on: 'call', function: name });
    this.after(this.settings.callLatencyMs, () => {
      if (rule?.kind === 'timeout')
        refuse(res, 504, 'FUNCTION_TIMEOUT', `Function "${name}" did not answer (a fault that was asked for).`);
      else run(rule?.kind === 'lostReply');
    });
  }

  private after(latency: Latency | undefined, work: () => void): void {
    if (latency === undefined || latency === 0) return work();
    const ms = typeof latency === 'number' ? latency : latency.min + this.random() * (latency.max - latency.min);
    setTimeout(work, ms);
  }
}
