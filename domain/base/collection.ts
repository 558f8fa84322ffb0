import type { OwnFact, Told } from './own-fact';

/** The data that a collection keeps about people, in the words in which they read it. */
export interface Holding {
  /** The name that people know it by. */
  title: string;
  what: string;
  why: string;
  seenBy: string;
  /** How long it is kept, in words. */
  kept: string;
  /** What an erasure does with it. */
  erased: string;
}

/** An index over fields, each rising (1) or falling (-1). */
export interface Index {
  name: string;
  on: Record<string, 1 | -1>;
}

/** When a document has been kept long enough: `ms` milliseconds after the instant in the field `since`. */
export interface Kept {
  ms: number;
  since: string;
  /** Applies only to documents that are done: their `doneAt` is an instant, not null. */
  done?: true;
}

/**
 * The declaration of a collection, made once. The database, the privacy page, docs/隐私.md, the data that a person is
 * shown and exports, the erasure and the nightly clean-up all follow from it.
 */
export interface Collection<Document> {
  indexes: readonly Index[];
  /** `null` if it holds nothing about people. */
  holds: Holding | null;
  /** The fields that hold the id of a person. A document is about everybody whose id is in one of them. */
  about: readonly string[];
  /** True if an erasure removes the person's documents. Otherwise `server/privacy/erase` has a step of its own. */
  removedByErasure?: true;
  /** Absent: kept for good, or until a step of its own in `server/privacy/retire` removes it. */
  kept?: Kept;
  /** What a document says about one person, in words. It says nothing about anybody else. */
  rows: (document: Document, told: Told) => OwnFact[][];
}

export const collection =
  <Document>() =>
  <const Declared extends Collection<Document>>(declared: Declared): Declared & Collection<Document> =>
    declared;

/** A collection in which nothing is about a person by their id. */
export const aboutNobody = { about: [], rows: () => [] } as const;
