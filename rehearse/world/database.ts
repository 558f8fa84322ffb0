import type { OperationKind } from '../../domain/rehearsal/rehearsal';
import type { Profile } from '../profile';
import type { Agenda } from './agenda';
import { Bucket } from './bucket';

/** The same as in the functions' SDK (`server/base/cloud.ts`). */
const TIMEOUT_MS = 3_000;
/** How soon an operation beyond the limit is refused. */
const REFUSED_MS = 5;

export const KINDS: readonly OperationKind[] = [
  'reserve',
  'join',
  'readSection',
  'readStanding',
  'release',
  'readBatch',
  'readBoard',
];

export interface Operation<T = unknown> {
  kind: OperationKind;
  /** The document that is written. Its writes happen one after the other. */
  writes?: object;
  /** The effect of the operation, at the moment when the database carries it out. */
  work: () => T;
}

/** The operation did not happen, because there were too many or no connection was free in time. */
export class DatabaseBusy extends Error {}

/** Simulates connections, latency, the limit per second, and documents that take one write at a time. */
export class SimDatabase {
  readonly done: Record<OperationKind, number>;
  refused = 0;
  longestQueue = 0;
  private busy = 0;
  private readonly queue: { since: number; begin: () => void; fail: () => void }[] = [];
  private head = 0;
  private readonly limit: Bucket | undefined;
  private readonly freeAt = new Map<object, number>();

  constructor(
    private readonly agenda: Agenda,
    private readonly profile: Profile['database'],
    private readonly random: () => number,
  ) {
    this.done = Object.fromEntries(KINDS.map(kind => [kind, 0])) as Record<OperationKind, number>;
    const { operationsPerSecond } = profile;
    this.limit =
      operationsPerSecond === null
        ? undefined
        : new Bucket(operationsPerSecond, Math.max(1, operationsPerSecond), agenda.now);
  }

  /** Calls back with the result of `work`, or with the reason why it did not happen. */
  run(operation: Operation, done: (result: unknown, busy?: DatabaseBusy) => void): void {
    const refuse = () => {
      this.refused += 1;
      done(undefined, new DatabaseBusy());
    };
    if (this.limit && !this.limit.take(this.agenda.now)) return this.agenda.after(REFUSED_MS, refuse);
    const begin = () => this.execute(operation, done);
    if (this.busy < this.profile.connections) return begin();
    this.queue.push({ since: this.agenda.now, begin, fail: refuse });
    this.longestQueue = Math.max(this.longestQueue, this.queue.length - this.head);
  }

  private execute({ kind, writes, work }: Operation, done: (result: unknown) => void): void {
    this.busy += 1;
    this.done[kind] += 1;
    const { now } = this.agenda;
    const half = this.latency() / 2;
    let at = now + half;
    if (writes) {
      at = Math.max(at, this.freeAt.get(writes) ?? 0) + this.profile.hotWriteMs;
      this.freeAt.set(writes, at);
    }
    let result: unknown;
    this.agenda.at(at, () => (result = work()));
    this.agenda.at(at + half, () => {
      this.busy -= 1;
      this.next();
      done(result);
    });
  }

  /** Between two thirds and four thirds of the median; one in a hundred takes five times as long. */
  private latency(): number {
    const spread = this.profile.latencyMs * (2 / 3 + (this.random() * 2) / 3);
    return this.random() < 0.01 ? spread * 5 : spread;
  }

  private next(): void {
    while (this.head < this.queue.length) {
      const { since, begin, fail } = this.queue[this.head++]!;
      if (this.agenda.now - since < TIMEOUT_MS) return begin();
      fail();
    }
    this.queue.length = 0;
    this.head = 0;
  }
}
