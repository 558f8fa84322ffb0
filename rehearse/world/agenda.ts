interface Due {
  at: number;
  order: number;
  run: () => void;
}

/**
 * Virtual time: the next thing due happens next, and nothing else makes time pass. Ties go in the order in which they
 * were made. There is one small heap for each millisecond, because a single one of a million entries would spend its
 * time waiting for memory.
 */
export class Agenda {
  /** ms since the stroke. */
  now = 0;
  /**
   * The things that are due, by their millisecond. The present millisecond has a heap; later ones are unsorted lists.
   */
  private readonly due = new Map<number, Due[]>();
  private current: Due[] = [];
  private currentMs: number;
  private orders = 0;

  constructor(begin: number) {
    this.now = begin;
    this.currentMs = Math.floor(begin);
  }

  after(ms: number, run: () => void): void {
    this.at(this.now + ms, run);
  }

  at(at: number, run: () => void): void {
    const item = { at: Math.max(at, this.now), order: this.orders++, run };
    const ms = Math.floor(item.at);
    if (ms === this.currentMs) return push(this.current, item);
    const others = this.due.get(ms);
    if (others) others.push(item);
    else this.due.set(ms, [item]);
  }

  /** Runs everything that is due until `end`. */
  runUntil(end: number): void {
    for (;;) {
      while (this.current.length > 0 && this.current[0]!.at <= end) {
        const { at, run } = pop(this.current);
        this.now = at;
        run();
      }
      if (this.currentMs >= Math.floor(end)) break;
      this.currentMs += 1;
      // A sorted list is a heap.
      this.current = (this.due.get(this.currentMs) ?? []).sort((a, b) => (before(a, b) ? -1 : 1));
      this.due.delete(this.currentMs);
    }
    this.now = end;
  }
}

function push(heap: Due[], item: Due): void {
  let i = heap.push(item) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (before(heap[parent]!, item)) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = item;
}

function pop(heap: Due[]): Due {
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

const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);
