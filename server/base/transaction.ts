import { failureOf } from './failure';
import { db, type CollectionName, type Collections } from './database';

const TRIES = 6;

interface Doc<T> {
  get(): Promise<{ data: T | null }>;
  update(options: { data: Record<string, unknown> }): Promise<unknown>;
  /** Creates or replaces. `data` has no `_id`, because the document's name is its id. */
  set(options: { data: Omit<T, '_id'> }): Promise<unknown>;
  remove(): Promise<unknown>;
}

/** A transaction offers only `doc()` operations: `where().update()` would run outside of it and survive a rollback. */
export interface Transaction {
  doc<N extends CollectionName>(name: N, id: string): Doc<Collections[N]>;
  /** Writes a whole document, whether or not it exists already. */
  put<N extends CollectionName>(name: N, document: Collections[N]): Promise<unknown>;
}

export class Conflict extends Error {}

interface Raw {
  collection(name: string): { doc(id: string): Doc<never> };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

/**
 * Runs `work` in a transaction and commits it. After each conflict it tries again, with a jitter that grows. The SDK's
 * `runTransaction` retries only conflicts of the commit; one at an operation must be recognised by its text. Throws
 * `Conflict` if the documents stay contended. Work that returns `undefined` is rolled back.
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

/** The transaction is lost either way. If it was not aborted, the platform forgets it after 30 s. */
async function giveUp(raw: Raw): Promise<void> {
  try {
    await raw.rollback();
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'rollback failed', error: String(error) }));
  }
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
