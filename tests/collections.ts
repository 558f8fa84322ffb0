import { COLLECTIONS as DECLARED, type CollectionName } from '../domain/collections';

/** The names of every collection that is declared, so that a check of all of them sees a new one. */
export const COLLECTIONS = Object.keys(DECLARED) as CollectionName[];
