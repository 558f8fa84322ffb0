import type { Call } from './instance-thread';

/** First in, first out, in constant time however long the line. */
export class CallQueue {
  private items: (Call | undefined)[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  push(call: Call): void {
    this.items.push(call);
  }

  /** Puts calls back at the front, in their order. */
  putBack(calls: Call[]): void {
    if (calls.length === 0) return;
    this.items = [...calls, ...this.items.slice(this.head)];
    this.head = 0;
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
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return call;
  }
}
