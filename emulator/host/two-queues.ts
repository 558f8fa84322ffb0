import { CallQueue } from './call-queue';
import type { Call } from './instance-thread';

/**
 * Calls that wait for an instance. Calls made by an instance go first, because they free one when they end, while the
 * others occupy one.
 */
export class TwoQueues {
  private readonly inner = new CallQueue();
  private readonly outer = new CallQueue();

  get length(): number {
    return this.inner.length + this.outer.length;
  }

  push(call: Call): void {
    (call.inner ? this.inner : this.outer).push(call);
  }

  /** Puts calls back at the front, in their order. */
  putBack(calls: Call[]): void {
    this.inner.putBack(calls.filter(call => call.inner));
    this.outer.putBack(calls.filter(call => !call.inner));
  }

  /** Takes all calls. */
  drain(): Call[] {
    return [this.inner, this.outer].flatMap(queue => queue.take(queue.length));
  }

  /**
   * Takes the first `count`, or as many as there are. They are all of one kind, so that none waits behind a call that
   * will wait itself.
   */
  take(count: number): Call[] {
    return (this.inner.length > 0 ? this.inner : this.outer).take(count);
  }
}
