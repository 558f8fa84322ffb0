import type { OwnFact, Told } from './own-fact';

/** What is kept about people in a collection, in the words in which they read it. */
export interface Holding {
  /** As people call it. */
  title: string;
  what: string;
  why: string;
  seenBy: string;
  /** How long, in words. */
  kept: string;
  /** What an erasure makes of it. */
  erased: string;
}

/** An index over fields, each rising (1) or falling (-1). */
export interface Index {
  name: string;
  on: Record<string, 1 | -1>;
}

/** When a document has been kept long enough: so many milliseconds after the instant in the field `since`. */
export interface Kept {
  ms: number;
  since: string;
  /** Only what is done: `doneAt` is an instant, not null. */
  done?: true;
}

/**
 * A collection, declared once. The database, the privacy page, docs/隐私.md, what a person is shown and exports, the erasure and
 * the nightly clean-up all follow from it.
 */
export interface Collection<Document> {
  indexes: readonly Index[];
  /** `null` if nothing in it is about a person. */
  holds: Holding | null;
  /** The fields in which the id of a person stands. A document is about everybody whose id is in one of them. */
  about: readonly string[];
  /** True if an erasure removes the person's documents. Otherwise `server/privacy/erase` has a step of its own. */
  removedByErasure?: true;
  /** Absent: kept for good, or until a step of its own in `server/privacy/retire`. */
  kept?: Kept;
  /** What a document says about one person, in words. Nothing of anybody else. */
  rows: (document: Document, told: Told) => OwnFact[][];
}

export const collection =
  <Document>() =>
  <const Declared extends Collection<Document>>(declared: Declared): Declared & Collection<Document> =>
    declared;

/** A collection in which nothing is about a person by their id. */
export const aboutNobody = { about: [], rows: () => [] } as const;
