import { randomUUID } from 'node:crypto';
import { aggregate } from './aggregate/aggregate';
import { type Collection, type Entry, textOf } from './collection';
import { type Document, isPlainObject, keyOf } from './document';
import { readEjson, writeEjson } from './ejson';
import { sameValue } from './compare';
import { compileOrder } from './order';
import { compileProjection } from './projection';
import { readQuery } from './query';
import { duplicateKey, invalidParameter, requestFailed } from './refusal';
import type { Session } from './session';
import type { Store } from './store';
import { compileUpdate } from './update/apply';
import { checkStorable } from './update/operator';

/** The context that an operation runs in. */
export interface Context {
  store: Store;
  session: Session;
  now: number;
}

export type Body = Record<string, unknown>;

/** The data of the answer, and the number of the last change that it depends on. */
export interface Outcome {
  data: unknown;
  change: number;
}

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1_000;

/** A whole number from the request, or the default if it is absent. */
function whole(body: Body, name: string, otherwise: number): number {
  const value = body[name];
  if (value === undefined || value === null) return otherwise;
  if (!Number.isInteger(value) || (value as number) < 0)
    throw invalidParameter(`${name} must be a whole number from 0.`);
  return value as number;
}

const present = (value: unknown) => value !== undefined && value !== null && value !== '';

/** `database.getDocument`. Returns at most 1,000 documents as extended JSON texts, 100 if the request sets no limit. */
export function get({ store, session, now }: Context, body: Body): Outcome {
  const collection = store.collection(body.collectionName);
  const query = readQuery(body.query, now);
  const limit =
    body.queryType === 'DOC' ? 1 : Math.min(whole(body, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, LARGEST_LIMIT);
  const offset = whole(body, 'offset', 0);
  const project = present(body.projection) ? compileProjection(readEjson(body.projection, now)) : undefined;
  let entries: Entry[];
  if (present(body.order)) {
    const by = compileOrder(readEjson(body.order, now));
    entries = [...session.find(collection, query)]
      .sort((a, b) => by(a.document, b.document))
      .slice(offset, offset + limit);
  } else entries = firstOf(session.find(collection, query), offset, limit);
  // A document that is not found may have been removed just now, and a list depends on everything that was written.
  const found = query.keys !== undefined && entries.length === query.keys.length;
  const change = found ? Math.max(0, ...entries.map(entry => entry.change)) : collection.change;
  const list = entries.map(entry => (project ? writeEjson(project(entry.document)) : textOf(entry)));
  return { data: { list }, change };
}

function firstOf(entries: Iterable<Entry>, offset: number, limit: number): Entry[] {
  const taken: Entry[] = [];
  let at = 0;
  for (const entry of entries) {
    if (at++ < offset) continue;
    taken.push(entry);
    if (taken.length === limit) break;
  }
  return taken;
}

/** `database.calculateDocument`. */
export function count({ store, session, now }: Context, body: Body): Outcome {
  const collection = store.collection(body.collectionName);
  const query = readQuery(body.query, now);
  let total = 0;
  for (const _entry of session.find(collection, query)) total++;
  return { data: { total }, change: collection.change };
}

/** An id as the cloud makes them: 32 hexadecimal digits. */
export const newId = () => randomUUID().replaceAll('-', '');

function newDocument(text: unknown, now: number): Document {
  const document = readEjson(text, now);
  if (!isPlainObject(document)) throw invalidParameter('A document must be an object.');
  checkStorable(document, '');
  const { _id = newId(), ...fields } = document;
  if (keyOf(_id) === undefined) throw requestFailed(`_id must be a string, a number or an ObjectId.`);
  return { _id, ...fields };
}

/**
 * `database.insertDocument`. Several documents are inserted one by one, as in MongoDB: those before a refused one stay.
 */
export async function insert({ store, session, now }: Context, body: Body): Promise<Outcome> {
  const collection = store.collection(body.collectionName);
  const texts = Array.isArray(body.data) ? body.data : [body.data];
  const documents = texts.map(text => newDocument(text, now));
  const growth = texts.reduce<number>((sum, text) => sum + (text as string).length, 64);
  for (const document of documents) {
    const key = keyOf(document._id)!;
    for (let wait; (wait = session.blocked(collection, key, document));) await wait;
    if (session.get(collection, key))
      throw duplicateKey(collection.name, '_id_', `{ _id: ${writeEjson(document._id)} }`);
    session.put(collection, key, document, growth);
  }
  return { data: { insertedIds: documents.map(document => document._id) }, change: store.journal.latest };
}

type Change = (entry: Entry) => Document | undefined;

/**
 * Writes every match, or the first one, in one piece. If somebody holds a lock on one of them, it waits and then looks
 * up the matches again. So what is written was true when it was written.
 */
async function writeMatches(
  session: Session,
  find: () => Iterable<Entry>,
  collection: Collection,
  multi: boolean,
  change: Change,
  growth: number,
): Promise<{ matched: number; written: number }> {
  for (;;) {
    const entries = multi ? [...find()] : firstOf(find(), 0, 1);
    const writes = entries.map(entry => ({ entry, next: change(entry) }));
    const wait = writes.map(({ entry, next }) => session.blocked(collection, entry.key, next)).find(Boolean);
    if (wait) {
      await wait;
      continue;
    }
    const real = writes.filter(({ entry, next }) => next !== entry.document);
    for (const { entry, next } of real) session.put(collection, entry.key, next, growth);
    return { matched: entries.length, written: real.length };
  }
}

/** How much an update may lengthen a document: by its own text, or by the nulls that a far index adds. */
const growthOf = (data: unknown): number => {
  const text = String(data);
  return text.length + (/\.\d{4,}/.test(text) ? 8_000_000 : 0);
};

/** The whole document that `set` stores; the same object if nothing changes. */
function replacement(body: Body, id: unknown, now: number, before?: Document): Document {
  const document = readEjson(body.data, now);
  if (!isPlainObject(document)) throw invalidParameter('A document must be an object.');
  const operator = Object.keys(document).find(key => key.startsWith('$'));
  if (operator) throw requestFailed(`replacement document cannot contain update operators: ${operator}`);
  checkStorable(document, '');
  const { _id: _same, ...fields } = document;
  const next = { _id: id, ...fields };
  return before && sameValue(before, next) ? before : next;
}

/** `database.modifyDocument`. With `merge` it updates by operators, without it the document is replaced (`set`). */
export async function modify(context: Context, body: Body): Promise<Outcome> {
  const { store, session, now } = context;
  const collection = store.collection(body.collectionName);
  const query = readQuery(body.query, now);
  const update = body.merge === false ? undefined : compileUpdate(readEjson(body.data, now));
  const change: Change = update
    ? entry => update.apply(entry.document, query)
    : entry => replacement(body, entry.document._id, now, entry.document);
  const find = () => session.find(collection, query);
  const { matched, written } = await writeMatches(
    session,
    find,
    collection,
    body.multi === true,
    change,
    growthOf(body.data),
  );
  const latest = () => store.journal.latest;
  if (matched > 0 || body.upsert !== true)
    // A whole document counts as updated even if it is the same, as node-sdk's tests against the cloud show.
    return { data: { updated: update ? written : matched }, change: written > 0 ? latest() : collection.change };
  if (update) throw invalidParameter('upsert is supported for whole documents only.');
  const id = query.pins.equalities.find(({ field }) => field === '_id')?.values[0];
  const document = newDocument(writeEjson(replacement(body, id, now)), now);
  const inserted = await insert(context, { collectionName: collection.name, data: [writeEjson(document)] });
  return { data: { updated: 0, upsert_id: document._id }, change: inserted.change };
}

/**
 * `database.modifyAndReturnDoc`. Updates the first match by operators and returns the document after it, both in one
 * piece; null if nothing matches. A document counts as updated even if the update does not change it.
 */
export async function modifyAndReturn({ store, session, now }: Context, body: Body): Promise<Outcome> {
  const collection = store.collection(body.collectionName);
  const query = readQuery(body.query, now);
  const update = compileUpdate(readEjson(body.data, now));
  let after: Document | undefined;
  const change: Change = entry => (after = update.apply(entry.document, query));
  const find = () => session.find(collection, query);
  const { matched, written } = await writeMatches(session, find, collection, false, change, growthOf(body.data));
  const data = matched === 0 ? { updated: 0, doc: null } : { updated: 1, doc: writeEjson(after) };
  return { data, change: written > 0 ? store.journal.latest : collection.change };
}

/** `database.removeDocument`. */
export async function remove({ store, session, now }: Context, body: Body): Promise<Outcome> {
  const collection = store.collection(body.collectionName);
  if (!present(body.query)) throw invalidParameter('remove needs a where.');
  const query = readQuery(body.query, now);
  const find = () => session.find(collection, query);
  const { written } = await writeMatches(session, find, collection, body.multi !== false, () => undefined, 0);
  return { data: { deleted: written }, change: written > 0 ? store.journal.latest : collection.change };
}

/** `database.aggregateDocuments`. */
export function aggregateDocuments({ store, session, now }: Context, body: Body): Outcome {
  const collection = store.collection(body.collectionName);
  // These are copies, because stages may write into them. An unknown collection is an empty one, as in MongoDB.
  const resolve = (name: string) => (store.has(name) ? store.collection(name).copies() : []);
  const list = aggregate(session, collection, body.stages, now, resolve).map(writeEjson);
  return { data: { list }, change: store.journal.latest };
}
