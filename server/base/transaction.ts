import { failureOf } from './failure';
import { db, type CollectionName, type Collections } from './database';

const TRIES = 6;

interface Doc<T> {
  get(): Promise<{ data: T | null }>;
  update(options: { data: Record<string, unknown> }): Promise<unknown>;
  /** Creates or replaces; without `_id`, which the document's name is. */
  set(options: { data: Omit<T, '_id'> }): Promise<unknown>;
  remove(): Promise<unknown>;
}

/** Inside a transaction only `doc()` operations: `where().update()` would run outside of it and survive a rollback. */
export interface Transaction {
  doc<N extends CollectionName>(name: N, id: string): Doc<Collections[N]>;
  /** Writes a document whole, there or not. */
  put<N extends CollectionName>(name: N, document: Collections[N]): Promise<unknown>;
}

export class Conflict extends Error {}

interface Raw {
  collection(name: string): { doc(id: string): Doc<never> };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

/**
 * Runs `work` in a transaction and commits, anew after each conflict, with a jitter that grows. `runTransaction` of the
 * SDK retries conflicts of the commit only; one at an operation must be known by its text. Throws `Conflict` when it
 * stays contended. Work that returns `undefined` is rolled back.
 */
export async function transact<T>(work: (transaction: Transaction) => Promise<T | undefined>): Promise<T | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const raw = (await db.startTransaction()) as Raw;
    try {
      const result = await work(transactionOn(raw));
      await (result === undefined ? raw.rollback() : raw.commit());
      return result;
    } catch (error) {
      await giveUp(raw);
      if (failureOf(error) !== 'CONFLICT') throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
  throw new Conflict(`still contended after ${TRIES} tries`);
}

function transactionOn(raw: Raw): Transaction {
  const doc: Transaction['doc'] = (name, id) => raw.collection(name).doc(id);
  return { doc, put: (name, { _id, ...data }) => doc(name, _id).set({ data }) };
}

/** The transaction is lost either way; the platform forgets one that was not aborted after 30 s. */
async function giveUp(raw: Raw): Promise<void> {
  try {
    await raw.rollback();
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'rollback failed', error: String(error) }));
  }
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
