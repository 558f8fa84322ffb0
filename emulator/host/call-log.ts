import type { LogBook } from '../log';
import type { Call, Outcome } from './instance-thread';

/** Logs the calls of one function's instances and what they print. */
export class CallLog {
  constructor(
    private readonly log: LogBook,
    private readonly name: string,
  ) {}

  /** What the function itself logs. */
  console(level: 'info' | 'warn' | 'error', text: string, instance: number, requestId: string): void {
    const line = { at: Date.now(), kind: 'console', level, text, function: this.name, instance } as const;
    this.log.write(requestId === '' ? line : { ...line, requestId });
  }

  /** One line for each call. `ms` is how long the function worked. */
  call(call: Call, outcome: Outcome, ms: number, instance: number): void {
    this.log.write({
      at: Date.now(),
      kind: 'call',
      level: outcome.ok ? 'info' : 'warn',
      text: outcome.ok ? 'ok' : `${outcome.code}: ${outcome.message}`,
      function: this.name,
      instance,
      requestId: call.requestId,
      ms,
    });
  }

  /** Logs what happened to an instance. */
  instance(level: 'warn' | 'error', text: string, instance: number): void {
    this.log.write({ at: Date.now(), kind: 'emulator', level, text, function: this.name, instance });
  }
}
