/** Virtual time: what is due next happens next, and nothing else makes time pass. Ties go in the order of their making. */
export class Agenda {
  /** ms since the stroke. */
  now = 0;
  private readonly heap: { at: number; order: number; run: () => void }[] = [];
  private orders = 0;

  constructor(begin: number) {
    this.now = begin;
  }

  after(ms: number, run: () => void): void {
    this.at(this.now + ms, run);
  }

  at(at: number, run: () => void): void {
    const item = { at: Math.max(at, this.now), order: this.orders++, run };
    const { heap } = this;
    let i = heap.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent]!, item)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = item;
  }

  /** Runs everything that is due until `end`. */
  runUntil(end: number): void {
    while (this.heap.length > 0 && this.heap[0]!.at <= end) {
      const { at, run } = this.pop();
      this.now = at;
      run();
    }
    this.now = end;
  }

  get isEmpty(): boolean {
    return this.heap.length === 0;
  }

  private pop() {
    const { heap } = this;
    const top = heap[0]!;
    const item = heap.pop()!;
    if (heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child += 1;
      if (before(item, heap[child]!)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = item;
    return top;
  }
}

const before = (a: { at: number; order: number }, b: { at: number; order: number }) =>
  a.at < b.at || (a.at === b.at && a.order < b.order);
