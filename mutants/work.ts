import { fork, type ChildProcess } from 'node:child_process';
import type { Measured, Order, Trial, Verdict } from './worker';

/** The worker did not answer in time and is gone. */
export class TookTooLong extends Error {}

/** A process that runs tests. If a mutant makes it loop for ever, it is killed, and the next order starts a new one. */
export class Worker {
  private child: ChildProcess | null = null;

  constructor(
    private readonly entry: string,
    private readonly cwd: string,
    private readonly bundles: ReadonlyMap<string, string>,
  ) {}

  measure(file: string, ms: number): Promise<Measured> {
    return this.order({ measure: file }, ms) as Promise<Measured>;
  }

  try(trial: Trial, ms: number): Promise<Verdict> {
    return this.order({ trial }, ms) as Promise<Verdict>;
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async order(order: Order, ms: number): Promise<unknown> {
    if (!this.child) {
      this.child = fork(this.entry, { cwd: this.cwd, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      await this.ask({ bundles: [...this.bundles] }, 30_000);
    }
    return this.ask(order, ms);
  }

  private ask(order: Order, ms: number): Promise<unknown> {
    const { child } = this;
    if (!child) throw new Error('No worker');
    return new Promise((resolve, reject) => {
      const over = () => {
        clearTimeout(timer);
        child.off('message', answered);
        child.off('exit', gone);
      };
      const answered = (message: { answer?: unknown; fault?: string }) => {
        over();
        if (message.fault === undefined) resolve(message.answer);
        else reject(new Error(message.fault));
      };
      const gone = (code: number | null) => {
        over();
        this.child = null;
        reject(new TookTooLong(`ended with ${code}`));
      };
      const timer = setTimeout(() => {
        over();
        this.end();
        reject(new TookTooLong(`no answer in ${ms} ms`));
      }, ms);
      child.on('message', answered);
      child.on('exit', gone);
      child.send(order);
    });
  }
}
