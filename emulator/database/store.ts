import { Collection, type Entry } from './collection';
import { type Document, type Key, keyOf } from './document';
import { readEjson, writeEjson } from './ejson';
import { Journal } from './journal';
import { collectionMissing, requestFailed } from './refusal';
import type { IndexDeclaration } from './secondary-index';

/** What a functions folder may declare in `database.json`. */
export interface DatabaseDeclaration {
  version?: number;
  collections: { name: string; rule?: string; indexes?: IndexDeclaration[] }[];
}

/** MongoDB's limit for one document, measured on its text. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** Facts about a document that its writer knows already. */
interface Known {
  /** The unique indexes have been checked, by a transaction for all its writes together. */
  checked?: boolean;
  text?: string;
}

/** A version of a document that a write replaced, kept as long as a transaction may still read it. */
interface Past {
  /** Number of the change that replaced it. */
  until: number;
  entry: Entry | undefined;
}

/** All collections: the committed state is in memory and is written through to the journal. */
export class Store {
  private readonly collections = new Map<string, Collection>();
  private readonly past = new Map<Collection, Map<Key, Past[]>>();
  /** Transactions that read a snapshot; past versions are kept for them. */
  private readonly snapshots = new Map<object, number>();

  private constructor(readonly journal: Journal) {}

  /** Reads everything from the data folder. @throws Error in one sentence if the folder cannot be read */
  static async open(folder: string, declaration?: DatabaseDeclaration): Promise<Store> {
    const store = new Store(new Journal(folder));
    for (const name of store.journal.collectionNames().keys()) store.collections.set(name, new Collection(name));
    for (const { collection, sequence, text } of store.journal.documents()) {
      const document = readEjson(text, 0) as Document;
      store.collections.get(collection)?.load(sequence, keyOf(document._id)!, document, text.length);
    }
    for (const { name, indexes = [] } of declaration?.collections ?? []) {
      if (!store.collections.has(name)) await store.create(name);
      for (const index of indexes) store.collections.get(name)!.declare(index);
    }
    return store;
  }

  async create(name: string): Promise<void> {
    this.collections.set(name, new Collection(name));
    await this.journal.describeCollection(name, '{}');
  }

  has(name: string): boolean {
    return this.collections.has(name);
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  /** @throws Refusal -502005 if there is no such collection */
  collection(name: unknown): Collection {
    const found = this.collections.get(name as string);
    if (!found) throw collectionMissing(String(name));
    return found;
  }

  /**
   * Commits one document, or its removal (`document` undefined).
   * @param growth by how many characters its text may have grown
   * @throws Refusal E11000 if it breaks a unique index
   */
  put(collection: Collection, key: Key, document: Document | undefined, growth: number, known: Known = {}): void {
    const before = collection.get(key);
    if (!before && !document) return;
    const sequence = before?.sequence ?? collection.takeSequence();
    let entry: Entry | undefined;
    if (document) {
      if (!known.checked) for (const index of collection.indexes) index.check(key, document);
      const bound = boundedSize(document, (before?.bound ?? 0) + growth);
      entry = { key, document, text: undefined, wasRead: false, bound, sequence, change: this.journal.latest + 1 };
    }
    const written = entry;
    const change = this.journal.take(
      collection.name,
      sequence,
      written && (() => known.text ?? written.text ?? writeEjson(document)),
    );
    this.keepPast(collection, key, before, change);
    collection.put(key, entry, change);
  }

  /** The number of the last change that a new snapshot sees. Past versions are kept until `forget`. */
  snapshot(holder: object): number {
    this.snapshots.set(holder, this.journal.latest);
    return this.journal.latest;
  }

  forget(holder: object): void {
    this.snapshots.delete(holder);
    if (this.snapshots.size === 0) this.past.clear();
  }

  private keepPast(collection: Collection, key: Key, entry: Entry | undefined, until: number): void {
    if (this.snapshots.size === 0) return;
    let keys = this.past.get(collection);
    if (!keys) this.past.set(collection, (keys = new Map()));
    const versions = keys.get(key);
    if (versions) versions.push({ until, entry });
    else keys.set(key, [{ until, entry }]);
  }

  /** A document as it was after a change. */
  at(snapshot: number, collection: Collection, key: Key): Entry | undefined {
    const past = this.past
      .get(collection)
      ?.get(key)
      ?.find(({ until }) => until > snapshot);
    return past ? past.entry : collection.get(key);
  }

  /** Keys of the documents that were written since a snapshot was taken. */
  changedKeys(collection: Collection): Iterable<Key> {
    return this.past.get(collection)?.keys() ?? [];
  }

  /** Number of the change that last wrote or removed a document, as far back as snapshots need it. */
  lastChange(collection: Collection, key: Key): number {
    return Math.max(collection.get(key)?.change ?? 0, this.past.get(collection)?.get(key)?.at(-1)?.until ?? 0);
  }
}

/**
 * An upper bound of a document's size. It is measured again only if the known bound comes near the limit.
 * @throws Refusal if a document is larger than MongoDB accepts
 */
export function boundedSize(document: Document, bound: number): number {
  if (bound * 3 <= LARGEST_DOCUMENT) return bound;
  const size = Buffer.byteLength(writeEjson(document));
  if (size > LARGEST_DOCUMENT)
    throw requestFailed(`object to insert too large. size in bytes: ${size}, max size: ${LARGEST_DOCUMENT}`);
  return size;
}
