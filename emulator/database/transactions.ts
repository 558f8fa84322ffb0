import { randomUUID } from 'node:crypto';
import type { Collection } from './collection';
import type { Document, Key } from './document';
import { transactionConflict, transactionMissing } from './refusal';
import type { Store } from './store';

/** A transaction that is not committed within this time is aborted (platform's documentation). */
export const LIFE_MS = 30_000;
/** How many ended transactions are remembered, so that a late rollback is no error. */
const ENDED = 1_000;

/** A document as a transaction will write it, undefined if it is removed, and by how much its text may have grown. */
interface Draft {
  document: Document | undefined;
  growth: number;
}

/** Writes of a transaction that nobody else sees yet, and its locks. */
export class Transaction {
  readonly id = randomUUID();
  readonly writes = new Map<Collection, Map<Key, Draft>>();
  readonly locks = new Set<string>();
  readonly ended: Promise<void>;
  timer: NodeJS.Timeout | undefined;
  private settle!: () => void;
  private seen: number | undefined;

  constructor(
    readonly store: Store,
    readonly startedAt: number,
  ) {
    this.ended = new Promise(resolve => (this.settle = resolve));
  }

  /** The last change that it sees, fixed by its first operation as in MongoDB. */
  get snapshot(): number {
    return (this.seen ??= this.store.snapshot(this));
  }

  end(): void {
    clearTimeout(this.timer);
    this.store.forget(this);
    this.settle();
  }
}

/** Open transactions and their locks. A lock is named after a document or a unique value. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly owners = new Map<string, Transaction>();
  private readonly recent = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  start(): Transaction {
    const transaction = new Transaction(this.store, this.now());
    this.open.set(transaction.id, transaction);
    // This releases its locks for waiting requests even if nobody calls any more. `get` decides by the emulator's
    // clock.
    transaction.timer = setTimeout(() => this.abort(transaction), LIFE_MS).unref();
    return transaction;
  }

  /** @throws Refusal if it has ended or is too old */
  get(id: unknown): Transaction {
    const transaction = this.open.get(id as string);
    if (transaction && this.now() - transaction.startedAt < LIFE_MS) return transaction;
    if (transaction) this.abort(transaction);
    throw transactionMissing();
  }

  abort(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return;
    for (const lock of transaction.locks) this.owners.delete(lock);
    if (this.recent.size >= ENDED) this.recent.delete(this.recent.values().next().value!);
    this.recent.add(transaction.id);
    transaction.end();
  }

  /** Whether it ended a while ago, so that rolling it back again is harmless. */
  hasEnded(id: unknown): boolean {
    return this.recent.has(id as string);
  }

  /** Commits all its writes in one piece. @throws Refusal of commit time; the transaction is then over */
  commit(transaction: Transaction): void {
    try {
      for (const [collection, keys] of transaction.writes)
        for (const key of keys.keys())
          if (this.store.lastChange(collection, key) > transaction.snapshot) throw transactionConflict();
      for (const [collection, keys] of transaction.writes)
        for (const [key, { document, growth }] of keys)
          this.store.put(collection, key, document, growth, { checked: true });
    } finally {
      this.abort(transaction);
    }
  }

  /** Whether anybody holds any lock. */
  get locked(): boolean {
    return this.owners.size > 0;
  }

  /** The transaction other than `self` that holds one of these locks. A holder that is too old loses them. */
  holder(locks: Iterable<string>, self?: Transaction): Transaction | undefined {
    if (this.owners.size === 0) return undefined;
    for (const lock of locks) {
      const owner = this.owners.get(lock);
      if (!owner || owner === self) continue;
      if (this.now() - owner.startedAt < LIFE_MS) return owner;
      this.abort(owner);
    }
    return undefined;
  }

  /**
   * Takes the locks of a document that the transaction is about to write.
   * @throws Refusal with the conflict's text if another holds one, or wrote the document after the snapshot
   */
  lock(transaction: Transaction, collection: Collection, key: Key, locks: readonly string[]): void {
    const late = this.store.lastChange(collection, key) > transaction.snapshot;
    if (late || this.holder(locks, transaction)) {
      this.abort(transaction);
      throw transactionConflict();
    }
    for (const lock of locks) {
      this.owners.set(lock, transaction);
      transaction.locks.add(lock);
    }
  }
}

/** Names of the locks that writing a document needs: its own, and one for each unique value it takes. */
export function locksOf(collection: Collection, key: Key, document: Document | undefined): string[] {
  const names = [`${collection.name}\u0000${typeof key}\u0000${key}`];
  if (document)
    for (const index of collection.indexes)
      for (const claim of index.claims(document))
        names.push(`${collection.name}\u0000unique\u0000${index.declaration.name}\u0000${claim}`);
  return names;
}
