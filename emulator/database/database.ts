import { type Document, keyOf } from './document';
import { readEjson, writeEjson } from './ejson';
import {
  type Body,
  type Context,
  type Outcome,
  aggregateDocuments,
  count,
  get,
  insert,
  modify,
  modifyAndReturn,
  newId,
  remove,
} from './operations';
import { Refusal, invalidParameter, requestFailed, unknownAction } from './refusal';
import { PlainSession, TransactionSession } from './session';
import { type DatabaseDeclaration, Store } from './store';
import { Transactions } from './transactions';

export type { DatabaseDeclaration } from './store';

/** A reply to one request, without its `requestId`. `transactionId` comes beside `data`, as the SDK expects it. */
export type Reply = { data: unknown; transactionId?: string } | { code: string; message: string };

export interface DatabaseOptions {
  /** Data folder; created if absent. */
  folder: string;
  declaration?: DatabaseDeclaration;
  /** Epoch milliseconds, for `serverDate` and the life of transactions. */
  now: () => number;
}

export interface Database {
  /**
   * Carries out one `database.*` request. Resolves when everything that the reply depends on is on disk.
   * @param ahead for a function that we host: resolves at once. Nothing that follows from the reply may leave before
   * `onDisk`.
   */
  handle(action: string, body: Body, ahead?: boolean): Promise<Reply>;
  /**
   * Resolves when everything that was replied so far is on disk; `undefined` if it is already. Rejects if the disk is
   * full or gone.
   */
  onDisk(): Promise<void> | undefined;
  /** Adds documents, replacing those with the same `_id`, and creates the collection if needed. Returns how many. */
  import(collection: string, documents: readonly object[]): Promise<number>;
  /**
   * Copies of all documents in the order of insertion, with the type that the caller expects. Empty if there is no such
   * collection.
   */
  read<T extends object = Record<string, unknown>>(collection: string): T[];
  collections(): string[];
  /** How often each action was requested, by `action:collection` (`database.modifyDocument:sections`). */
  operations(): Record<string, number>;
  resetOperations(): void;
  close(): Promise<void>;
}

const IMPORTED_AT_ONCE = 10_000;

const ACTIONS: Record<string, (context: Context, body: Body) => Outcome | Promise<Outcome>> = {
  'database.getDocument': get,
  'database.calculateDocument': count,
  'database.insertDocument': insert,
  'database.modifyDocument': modify,
  'database.modifyAndReturnDoc': modifyAndReturn,
  'database.removeDocument': remove,
  'database.aggregateDocuments': aggregateDocuments,
};

/**
 * Opens the document database on a data folder.
 * @throws Error, one sentence that says what to do, if the folder cannot be used
 */
export async function openDatabase({ folder, declaration, now }: DatabaseOptions): Promise<Database> {
  const store = await Store.open(folder, declaration);
  const transactions = new Transactions(store, now);
  const plain = new PlainSession(store, transactions);
  const counts = new Map<string, number>();

  async function addCollection(body: Body): Promise<Outcome> {
    const name = body.collectionName;
    if (typeof name !== 'string' || !/^[A-Za-z_][\w-]{0,127}$/.test(name))
      throw invalidParameter(`A collection cannot be called ${String(name)}.`);
    if (store.has(name))
      throw new Refusal(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `[ResourceUnavailable.ResourceExist] Table exist: ${name}.`,
      );
    await store.create(name);
    return { data: {}, change: 0 };
  }

  function transact(action: string, body: Body): { data: unknown; change: number; transactionId?: string } | undefined {
    if (action === 'database.startTransaction') return { data: {}, change: 0, transactionId: transactions.start().id };
    if (action === 'database.commitTransaction') {
      transactions.commit(transactions.get(body.transactionId));
      return { data: {}, change: store.journal.latest };
    }
    if (action === 'database.abortTransaction') {
      if (!transactions.hasEnded(body.transactionId)) transactions.abort(transactions.get(body.transactionId));
      return { data: {}, change: 0 };
    }
    return undefined;
  }

  function sessionOf(action: string, body: Body) {
    if (body.transactionId === undefined || body.transactionId === null) return plain;
    const single =
      ['database.getDocument', 'database.insertDocument', 'database.modifyAndReturnDoc'].includes(action) ||
      body.queryType === 'DOC';
    if (!single) throw invalidParameter(`${action} works on single documents inside a transaction.`);
    return new TransactionSession(store, transactions, transactions.get(body.transactionId));
  }

  const durable = (change: number, ahead: boolean) =>
    ahead ? store.journal.check() : store.journal.whenDurable(change);

  async function carryOut(action: string, body: Body, ahead: boolean): Promise<Reply> {
    const transacted = transact(action, body);
    if (transacted) {
      await durable(transacted.change, ahead);
      const { data, transactionId } = transacted;
      return transactionId ? { data, transactionId } : { data };
    }
    const run = ACTIONS[action];
    if (!run && action !== 'database.addCollection') throw unknownAction(action);
    const { data, change } = run
      ? await run({ store, session: sessionOf(action, body), now: now() }, body)
      : await addCollection(body);
    const written = durable(change, ahead);
    if (written) await written;
    return { data };
  }

  return {
    async handle(action, body, ahead = false) {
      const name = body.collectionName === undefined ? action : `${action}:${String(body.collectionName)}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      try {
        return await carryOut(action, body, ahead);
      } catch (error) {
        if (error instanceof Refusal) return { code: error.code, message: error.message };
        const { code, message } = requestFailed(`The emulator failed: ${(error as Error).message}`);
        return { code, message };
      }
    },

    onDisk: () => store.journal.whenDurable(store.journal.latest),

    async import(name, documents) {
      if (!store.has(name)) await store.create(name);
      const collection = store.collection(name);
      for (const [at, given] of documents.entries()) {
        const text = writeEjson('_id' in given ? given : { _id: newId(), ...given });
        const document = readEjson(text, now()) as Document;
        store.put(collection, keyOf(document._id)!, document, text.length, { text });
        // Waits now and then until the documents are written, so that they do not all fill the memory at once.
        if (at % IMPORTED_AT_ONCE === 0) await store.journal.whenDurable(store.journal.latest);
      }
      await store.journal.whenDurable(store.journal.latest);
      return documents.length;
    },

    read: <T>(name: string) => (store.has(name) ? (store.collection(name).copies() as T[]) : []),
    collections: () => store.names(),
    operations: () => Object.fromEntries(counts),
    resetOperations: () => counts.clear(),
    close: () => store.journal.close(),
  };
}
