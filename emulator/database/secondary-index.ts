import { writeEjson } from './ejson';
import { type Document, type Key, isPlainObject } from './document';
import { duplicateKey } from './refusal';

/** An index as the declaration describes it. */
export interface IndexDeclaration {
  name: string;
  keys: { field: string; direction?: number }[];
  unique?: boolean;
}

/**
 * A text for a value. Two values have the same text if and only if they are equal. Null and absent are equal, as in
 * MongoDB.
 */
export function wordOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `s${value}`;
    case 'number':
      return `n${value === 0 ? 0 : value}`;
    case 'boolean':
      return `b${value}`;
    case 'undefined':
      return '-';
  }
  if (value === null) return '-';
  if (value instanceof Date) return `d${value.getTime()}`;
  return `o${writeEjson(value)}`;
}

/** Every value that a dotted path reaches, through arrays as in MongoDB; `undefined` if the path ends early. */
export function reach(value: unknown, path: readonly string[], at = 0, found: unknown[] = []): unknown[] {
  if (at === path.length) {
    found.push(value);
    return found;
  }
  const step = path[at]!;
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step) && Number(step) < value.length) reach(value[Number(step)], path, at + 1, found);
    for (const item of value) if (isPlainObject(item)) reach(item, path, at, found);
    return found;
  }
  if (isPlainObject(value)) return reach(value[step], path, at + 1, found);
  found.push(undefined);
  return found;
}

/** The texts under which a document is found by one field: those of each element of an array, and that of the array. */
function words(document: Document, path: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const value of reach(document, path)) {
    if (Array.isArray(value)) {
      for (const item of value) all.add(wordOf(item));
    }
    all.add(wordOf(value));
  }
  if (all.size === 0) all.add('-');
  return all;
}

/**
 * A declared index. It answers equality and `$in` on its first field, even if the field is in an array. It keeps all
 * its fields together unique, if declared so.
 */
export class SecondaryIndex {
  readonly field: string;
  private readonly paths: string[][];
  private readonly postings = new Map<string, Set<Key>>();
  private readonly owners = new Map<string, Key>();

  constructor(
    private readonly collection: string,
    readonly declaration: IndexDeclaration,
  ) {
    this.paths = declaration.keys.map(key => key.field.split('.'));
    this.field = declaration.keys[0]!.field;
  }

  /** Keys of the documents with this value in the first field. */
  lookup(value: unknown): ReadonlySet<Key> | undefined {
    return this.postings.get(wordOf(value));
  }

  private tuples(document: Document): string[] {
    let tuples = [''];
    for (const path of this.paths) {
      const each = [...words(document, path)];
      tuples = tuples.flatMap(tuple => each.map(word => `${tuple}\u0001${word}`));
    }
    return tuples;
  }

  /** The unique keys that a document would take; empty if the index is not unique. */
  claims(document: Document): string[] {
    return this.declaration.unique ? this.tuples(document) : [];
  }

  /** The documents that have this one's unique values now; the document itself may be among them. */
  ownersOf(document: Document): Key[] {
    return this.claims(document)
      .map(claim => this.owners.get(claim))
      .filter(owner => owner !== undefined);
  }

  /** Whether two documents claim the same unique value. */
  meets(one: Document, other: Document): boolean {
    const taken = new Set(this.claims(one));
    return this.claims(other).some(claim => taken.has(claim));
  }

  /** @throws Refusal with MongoDB's E11000 if another document has the same values */
  check(key: Key, document: Document): void {
    if (this.ownersOf(document).some(owner => owner !== key)) throw this.duplicate(document);
  }

  duplicate(document: Document) {
    const shown = this.declaration.keys.map(
      ({ field }) => `${field}: ${writeEjson(reach(document, field.split('.'))[0] ?? null)}`,
    );
    return duplicateKey(this.collection, this.declaration.name, `{ ${shown.join(', ')} }`);
  }

  /** Whether a change from one version of a document to the next may move it in this index. */
  touches(before: Document, after: Document): boolean {
    return this.paths.some(path => before[path[0]!] !== after[path[0]!]);
  }

  add(key: Key, document: Document): void {
    for (const word of words(document, this.paths[0]!)) {
      const keys = this.postings.get(word);
      if (keys) keys.add(key);
      else this.postings.set(word, new Set([key]));
    }
    for (const tuple of this.claims(document)) this.owners.set(tuple, key);
  }

  remove(key: Key, document: Document): void {
    for (const word of words(document, this.paths[0]!)) {
      const keys = this.postings.get(word);
      keys?.delete(key);
      if (keys?.size === 0) this.postings.delete(word);
    }
    for (const tuple of this.claims(document)) if (this.owners.get(tuple) === key) this.owners.delete(tuple);
  }
}
