import type { FunctionFolder, Trigger } from '../host/function-folder';
import type { Outcome } from '../host/instance-thread';
import { EmulatorProblem } from '../problem';
import { nextRun } from './cron';

/** Node's own timers hold 24.8 days at most. This short sleep also notices a changed system clock within an hour. */
const LONGEST_SLEEP_MS = 3_600_000;

/** The event that a timer's function receives. */
export interface TimerEvent {
  Type: 'Timer';
  TriggerName: string;
  /** When it was due, ISO 8601 in UTC with seconds. */
  Time: string;
  Message: string;
}

export type Fire = (fn: string, event: TimerEvent) => Promise<Outcome>;

/** Fires the timers of all functions by the emulator's clock. Runs that were due while the clock jumped are skipped. */
export class Timers {
  private readonly sleeping = new Set<NodeJS.Timeout>();

  /** @throws EmulatorProblem if a function's config.json has a timer that can't be read. */
  constructor(
    private readonly functions: Map<string, FunctionFolder>,
    private readonly now: () => number,
    private readonly fire: Fire,
  ) {
    for (const fn of functions.values())
      for (const trigger of fn.triggers)
        try {
          nextRun(trigger.cron, now());
        } catch (error) {
          throw new EmulatorProblem(`${fn.folder}/config.json, trigger "${trigger.name}": ${(error as Error).message}`);
        }
  }

  /** Starts the timers, or restarts them after the clock has been set. */
  arm(): void {
    this.disarm();
    for (const fn of this.functions.values())
      for (const trigger of fn.triggers) this.sleepUntilDue(fn, trigger, this.now());
  }

  disarm(): void {
    for (const timeout of this.sleeping) clearTimeout(timeout);
    this.sleeping.clear();
  }

  /** Fires a timer now; without a name, the function's only one. */
  fireNow(fn: string, trigger?: string): Promise<Outcome> {
    const triggers = this.functions.get(fn)?.triggers ?? [];
    const found = trigger === undefined ? triggers[0] : triggers.find(({ name }) => name === trigger);
    if (!found)
      throw new EmulatorProblem(
        `Function "${fn}" has no timer${trigger === undefined ? '' : ` "${trigger}"`}. Timers stand in its config.json.`,
      );
    return this.fire(fn, eventOf(found, this.now()));
  }

  private sleepUntilDue(fn: FunctionFolder, trigger: Trigger, after: number): void {
    const due = nextRun(trigger.cron, after);
    if (due === undefined) return;
    const timeout = setTimeout(
      () => {
        this.sleeping.delete(timeout);
        if (this.now() < due) return this.sleepUntilDue(fn, trigger, after);
        void this.fire(fn.name, eventOf(trigger, due));
        this.sleepUntilDue(fn, trigger, due);
      },
      Math.min(Math.max(0, due - this.now()), LONGEST_SLEEP_MS),
    );
    this.sleeping.add(timeout);
  }
}

const eventOf = (trigger: Trigger, at: number): TimerEvent => ({
  Type: 'Timer',
  TriggerName: trigger.name,
  Time: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
  Message: '',
});
