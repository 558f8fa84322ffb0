import { type Document, type Key } from './document';
import { readEjson, writeEjson } from './ejson';
import { type IndexDeclaration, SecondaryIndex } from './secondary-index';

/** One version of one document. It never changes: a write puts another entry in its place. */
export interface Entry {
  readonly key: Key;
  readonly document: Document;
  /** The document as it is on the wire and on disk, kept as long as it is requested again and again. */
  text: string | undefined;
  /** Whether it was read before. Only then is the text worth its memory. */
  wasRead: boolean;
  /** Upper bound of the text's length. */
  readonly bound: number;
  /** Place in the order of insertion, kept over updates. */
  readonly sequence: number;
  /** Number of the change that wrote it. Durability and snapshots are decided by it. */
  readonly change: number;
}

export function textOf(entry: Entry): string {
  if (entry.text !== undefined) return entry.text;
  const text = writeEjson(entry.document);
  if (entry.wasRead) entry.text = text;
  entry.wasRead = true;
  return text;
}

/** The committed documents of one collection, in memory. */
export class Collection {
  readonly entries = new Map<Key, Entry>();
  readonly indexes: SecondaryIndex[] = [];
  /** Number of the latest change in this collection. */
  change = 0;
  private nextSequence = 1;

  constructor(readonly name: string) {}

  get(key: Key): Entry | undefined {
    return this.entries.get(key);
  }

  takeSequence(): number {
    return this.nextSequence++;
  }

  /** Adds a document that was read from disk. */
  load(sequence: number, key: Key, document: Document, bound: number): void {
    this.entries.set(key, { key, document, text: undefined, wasRead: false, bound, sequence, change: 0 });
    if (sequence >= this.nextSequence) this.nextSequence = sequence + 1;
    for (const index of this.indexes) index.add(key, document);
  }

  /** Replaces the entry of a key; `undefined` removes it. Uniqueness has been checked before. */
  put(key: Key, entry: Entry | undefined, change: number): void {
    const before = this.entries.get(key);
    for (const index of this.indexes) {
      if (before && entry && !index.touches(before.document, entry.document)) continue;
      if (before) index.remove(key, before.document);
      if (entry) index.add(key, entry.document);
    }
    if (entry) this.entries.set(key, entry);
    else this.entries.delete(key);
    this.change = change;
  }

  /** Declares an index over the existing documents. @throws Refusal E11000 if they break its uniqueness */
  declare(declaration: IndexDeclaration): void {
    if (this.indexes.some(index => index.declaration.name === declaration.name)) return;
    const index = new SecondaryIndex(this.name, declaration);
    for (const entry of this.entries.values()) {
      index.check(entry.key, entry.document);
      index.add(entry.key, entry.document);
    }
    this.indexes.push(index);
  }

  /** A deep copy of all documents, in the order of insertion. */
  copies(): Document[] {
    return [...this.entries.values()].map(entry => readEjson(textOf(entry), 0) as Document);
  }
}
