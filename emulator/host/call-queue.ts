import type { Call } from './instance-thread';

/**
 * First in, first out, in constant time however long the line is. The array is changed in place. If an array with calls
 * in it were thrown away, the garbage collector might count it as old. It would then keep each of the calls, and their
 * requests, until its next full round.
 */
export class CallQueue {
  private readonly items: (Call | undefined)[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  push(call: Call): void {
    this.items.push(call);
  }

  /** Puts calls back at the front, in their order. */
  putBack(calls: Call[]): void {
    if (calls.length > this.head) {
      this.items.splice(0, this.head, ...calls);
      this.head = 0;
      return;
    }
    this.head -= calls.length;
    calls.forEach((call, index) => (this.items[this.head + index] = call));
  }

  /** The first `count`, or as many as there are. */
  take(count: number): Call[] {
    const taken: Call[] = [];
    for (let call; taken.length < count && (call = this.shift());) taken.push(call);
    return taken;
  }

  shift(): Call | undefined {
    if (this.head === this.items.length) return undefined;
    const call = this.items[this.head];
    this.items[this.head++] = undefined;
    if (this.head === this.items.length || this.head > 4096) {
      this.items.splice(0, this.head);
      this.head = 0;
    }
    return call;
  }
}
