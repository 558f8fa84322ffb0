import type { Collection, Entry } from './collection';
import { type Document, type Key, keyOf } from './document';
import type { Equality, Pins, Query } from './query';
import { type Store, boundedSize } from './store';
import { type Transaction, type Transactions, locksOf } from './transactions';

/** The view in which an operation reads and writes: the committed state, or a transaction's own. */
export interface Session {
  get(collection: Collection, key: Key): Entry | undefined;
  /** Documents that match, in the order of insertion. */
  find(collection: Collection, query: Query): Iterable<Entry>;
  /** A promise if somebody else holds a lock: wait for it, then read the documents again. */
  blocked(collection: Collection, key: Key, document?: Document): Promise<void> | undefined;
  /** @param growth by how many characters the document's text may have grown */
  put(collection: Collection, key: Key, document: Document | undefined, growth: number): void;
}

/** Keys that can match, from `_id` or the best index; undefined if only a scan can tell. */
function candidateKeys(collection: Collection, query: Query): Iterable<Key> | undefined {
  if (query.keys) return new Set(query.keys);
  const best = candidates(collection, query.pins);
  if (!best) return undefined;
  return best.sets.length === 1 ? best.sets[0] : new Set(best.sets.flatMap(set => [...set]));
}

interface Candidates {
  size: number;
  sets: ReadonlySet<Key>[];
}

/** The smallest lists of keys that contain every match; undefined if no index helps. */
function candidates(collection: Collection, { equalities, branches }: Pins): Candidates | undefined {
  const all = [
    ...equalities.map(equality => byIndex(collection, equality)),
    ...branches.map(some => together(some.map(branch => candidates(collection, branch)))),
  ];
  return all.reduce((best, one) => (one && (!best || one.size < best.size) ? one : best), undefined);
}

function byIndex(collection: Collection, { field, values }: Equality): Candidates | undefined {
  if (field === '_id') {
    const keys = new Set(values.map(keyOf).filter(key => key !== undefined));
    return { size: keys.size, sets: [keys] };
  }
  const index = collection.indexes.find(one => one.field === field);
  if (!index) return undefined;
  const sets = values.map(value => index.lookup(value)).filter(set => set !== undefined);
  return { size: sets.reduce((sum, set) => sum + set.size, 0), sets };
}

/** The candidates of all branches of an `$or`; undefined if one of them requires a scan. */
function together(branches: readonly (Candidates | undefined)[]): Candidates | undefined {
  const known = branches.filter(one => one !== undefined);
  if (known.length < branches.length) return undefined;
  return { size: known.reduce((sum, one) => sum + one.size, 0), sets: known.flatMap(one => one.sets) };
}

const bySequence = (a: Entry, b: Entry) => a.sequence - b.sequence;

function* scan(entries: Iterable<Entry>, query: Query): Iterable<Entry> {
  for (const entry of entries) if (query.matches(entry.document)) yield entry;
}

/** Operations outside a transaction. */
export class PlainSession implements Session {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
  ) {}

  get(collection: Collection, key: Key): Entry | undefined {
    return collection.get(key);
  }

  find(collection: Collection, query: Query): Iterable<Entry> {
    const keys = candidateKeys(collection, query);
    if (!keys) return scan(collection.entries.values(), query);
    const found: Entry[] = [];
    for (const key of keys) {
      const entry = collection.get(key);
      if (entry && query.matches(entry.document)) found.push(entry);
    }
    return found.length > 1 ? found.sort(bySequence) : found;
  }

  blocked(collection: Collection, key: Key, document?: Document): Promise<void> | undefined {
    if (!this.transactions.locked) return undefined;
    return this.transactions.holder(locksOf(collection, key, document))?.ended;
  }

  put(collection: Collection, key: Key, document: Document | undefined, growth: number): void {
    this.store.put(collection, key, document, growth);
  }
}

/** Operations with a transaction's id. They see a snapshot, and the transaction's own writes over it. */
export class TransactionSession implements Session {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly transaction: Transaction,
  ) {}

  get(collection: Collection, key: Key): Entry | undefined {
    const { snapshot } = this.transaction;
    const written = this.transaction.writes.get(collection);
    const committed = this.store.at(snapshot, collection, key);
    if (!written?.has(key)) return committed;
    const document = written.get(key)?.document;
    if (!document) return undefined;
    const { sequence = Number.MAX_SAFE_INTEGER, bound = 0 } = committed ?? {};
    return { key, document, text: undefined, wasRead: false, bound, sequence, change: 0 };
  }

  find(collection: Collection, query: Query): Iterable<Entry> {
    // The snapshot must be taken before anything is read.
    void this.transaction.snapshot;
    const keys = new Set(candidateKeys(collection, query) ?? collection.entries.keys());
    // An index knows only the present, so documents that changed since then and our own writes must be tested too. An
    // `_id` never changes, and a query by nothing else does not test it again.
    if (!query.keys) {
      for (const key of this.store.changedKeys(collection)) keys.add(key);
      for (const key of this.transaction.writes.get(collection)?.keys() ?? []) keys.add(key);
    }
    const found: Entry[] = [];
    for (const key of keys) {
      const entry = this.get(collection, key);
      if (entry && query.matches(entry.document)) found.push(entry);
    }
    return found.sort(bySequence);
  }

  blocked(): undefined {
    return undefined;
  }

  put(collection: Collection, key: Key, document: Document | undefined, growth: number): void {
    const before = this.get(collection, key);
    if (!before && !document) return;
    this.transactions.lock(this.transaction, collection, key, [
      ...locksOf(collection, key, document),
      ...(before ? locksOf(collection, key, before.document).slice(1) : []),
    ]);
    const grown = growth + (this.transaction.writes.get(collection)?.get(key)?.growth ?? 0);
    if (document) boundedSize(document, (before?.bound ?? 0) + grown);
    this.checkUnique(collection, key, document);
    let written = this.transaction.writes.get(collection);
    if (!written) this.transaction.writes.set(collection, (written = new Map()));
    written.set(key, { document, growth: grown });
  }

  /** Checks against the committed documents, without those that this transaction itself has overwritten. */
  private checkUnique(collection: Collection, key: Key, document: Document | undefined): void {
    if (!document) return;
    const written = this.transaction.writes.get(collection);
    for (const index of collection.indexes) {
      if (index.ownersOf(document).some(owner => owner !== key && !written?.has(owner)))
        throw index.duplicate(document);
      for (const [other, draft] of written ?? [])
        if (other !== key && draft.document && index.meets(draft.document, document)) throw index.duplicate(document);
    }
  }
}
