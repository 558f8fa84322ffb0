import type { CollectionName, Collections } from '../../domain/collections';
import { cloud } from './cloud';

export type { CollectionName, Collections };
type Query = Record<string, unknown>;
/** What `where` takes: fields, or conditions joined by `_.and` and `_.or`. */
type Condition = Query | ReturnType<typeof _.or>;

export const db = cloud.database();
export const _ = db.command;

/** The most that one `get` returns on the server side. */
export const PAGE = 1_000;

/** One document by id, or `null`. One operation. */
export async function read<N extends CollectionName>(name: N, id: string): Promise<Collections[N] | null> {
  const answer = (await db.collection(name).doc(id).get()) as { data: unknown };
  return answer.data as Collections[N] | null;
}

/** Documents that match, at most 1,000, in no order unless given one. One operation. */
export async function find<N extends CollectionName>(
  name: N,
  query: Condition,
  options: { orderBy?: [string, 'asc' | 'desc']; limit?: number } = {},
): Promise<Collections[N][]> {
  let asked = db.collection(name).where(query);
  if (options.orderBy) asked = asked.orderBy(...options.orderBy);
  const answer = (await asked.limit(options.limit ?? PAGE).get()) as { data: unknown };
  return answer.data as Collections[N][];
}

/** As `find`, but only some fields travel. `_id` always does. */
export async function findOnly<N extends CollectionName, F extends keyof Collections[N] & string>(
  name: N,
  query: Condition,
  only: readonly F[],
  options: { orderBy?: [string, 'asc' | 'desc']; limit?: number } = {},
): Promise<Pick<Collections[N], F | '_id'>[]> {
  const fields = Object.fromEntries(only.map(field => [field, true]));
  let asked = db.collection(name).where(query).field(fields);
  if (options.orderBy) asked = asked.orderBy(...options.orderBy);
  const answer = (await asked.limit(options.limit ?? PAGE).get()) as { data: unknown };
  return answer.data as Pick<Collections[N], F | '_id'>[];
}

/** As `findOnly`, but all of them, in the order of ids. One operation for each 1,000. */
export async function findEvery<N extends CollectionName, F extends keyof Collections[N] & string>(
  name: N,
  query: Condition,
  only: readonly F[],
): Promise<Pick<Collections[N], F | '_id'>[]> {
  const all: Pick<Collections[N], F | '_id'>[] = [];
  for await (const page of pages(query, (matching, options) => findOnly(name, matching, only, options)))
    all.push(...page);
  return all;
}

/** Documents by their ids, in no order. One operation for each 1,000 ids, none if there are no ids. */
export async function readMany<N extends CollectionName>(name: N, ids: readonly string[]): Promise<Collections[N][]> {
  const documents: Collections[N][] = [];
  for (let begin = 0; begin < ids.length; begin += PAGE) {
    documents.push(...(await find(name, { _id: _.in(ids.slice(begin, begin + PAGE)) })));
  }
  return documents;
}

/**
 * Every document that matches, in the order of ids, 1,000 at a time. For work that looks at everything, such as the
 * nightly check or an export of the record.
 */
export const everyPage = <N extends CollectionName>(
  name: N,
  matches: Condition = {},
): AsyncGenerator<Collections[N][]> => pages(matches, (matching, options) => find(name, matching, options));

async function* pages<D extends { _id: string }>(
  matches: Condition,
  ask: (matching: Condition, options: { orderBy: [string, 'asc'] }) => Promise<D[]>,
): AsyncGenerator<D[]> {
  for (let after = ''; ;) {
    const page = await ask(_.and([{ _id: _.gt(after) }, matches]), { orderBy: ['_id', 'asc'] });
    const last = page.at(-1);
    if (last) yield page;
    if (page.length < PAGE || !last) return;
    after = last._id;
  }
}

/** Where a page ended: the next one begins after it. Two documents may share an instant, so the id is kept with it. */
export interface PageMark {
  at: number;
  id: string;
}

/** A page of what matches, the latest `by` first. `next` is `null` if there is no more. One operation. */
export async function pageBefore<N extends CollectionName>(
  name: N,
  matches: Condition,
  by: keyof Collections[N] & string,
  size: number,
  after: PageMark | undefined,
): Promise<{ page: Collections[N][]; next: PageMark | null }> {
  const behind = after && _.or([{ [by]: _.lt(after.at) }, { [by]: after.at, _id: _.lt(after.id) }]);
  const asked = db.collection(name).where(behind ? _.and([matches, behind]) : matches);
  const answer = (await asked
    .orderBy(by, 'desc')
    .orderBy('_id', 'desc')
    .limit(size + 1)
    .get()) as { data: unknown };
  const found = answer.data as Collections[N][];
  const page = found.slice(0, size);
  const last = page.at(-1);
  return { page, next: last && found.length > size ? { at: last[by] as number, id: last._id } : null };
}

/** Writes a whole document, whether or not it exists already. One operation. */
export async function put<N extends CollectionName>(name: N, { _id, ...data }: Collections[N]): Promise<void> {
  await db.collection(name).doc(_id).set({ data });
}

/** A guarded update of one document: true if the guard held and the document was written. One operation. */
export const updateWhere = async (name: CollectionName, guard: Condition, data: Query): Promise<boolean> =>
  (await updateAll(name, guard, data)) === 1;

/** Updates every document that matches and returns how many did. One operation. */
export async function updateAll(name: CollectionName, guard: Condition, data: Query): Promise<number> {
  const answer = (await db.collection(name).where(guard).update({ data })) as { stats: { updated: number } };
  return answer.stats.updated;
}

/** Removes every document that matches and returns how many did. One operation. */
export async function removeAll(name: CollectionName, guard: Condition): Promise<number> {
  const answer = (await db.collection(name).where(guard).remove()) as unknown as { stats: { removed: number } };
  return answer.stats.removed;
}

/** Removes a document; does nothing if it is not there. One operation. */
export async function remove(name: CollectionName, id: string): Promise<void> {
  await db.collection(name).doc(id).remove();
}
