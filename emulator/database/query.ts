import { type Document, type Key, isPlainObject, keyOf } from './document';
import { readEjson } from './ejson';
import { type DocumentTest, compileCriteria } from './match';
import { checkQuery } from './query-operators';
import { requestFailed } from './refusal';

/** A field that must have one of these values. */
export interface Equality {
  readonly field: string;
  readonly values: readonly unknown[];
}

/** The conditions that every match meets: all equalities, and one branch of each list of branches. */
export interface Pins {
  readonly equalities: Equality[];
  readonly branches: Pins[][];
}

/** A query that is read once: it tells which documents can match at all, and whether one does. */
export interface Query {
  readonly criteria: Record<string, unknown>;
  /** The only `_id`s that can match; absent if the query does not limit them. */
  readonly keys: readonly Key[] | undefined;
  readonly pins: Pins;
  matches(document: Document): boolean;
}

/** The values that a field's condition allows; undefined if it does not limit them. */
function pinned(condition: unknown): readonly unknown[] | undefined {
  if (condition instanceof RegExp) return undefined;
  if (!isPlainObject(condition)) return [condition];
  const operators = Object.keys(condition).filter(key => key.startsWith('$'));
  if (operators.length === 0) return [condition];
  if ('$eq' in condition && !(condition.$eq instanceof RegExp)) return [condition.$eq];
  const list = condition.$in;
  if (Array.isArray(list) && !list.some(item => item instanceof RegExp)) return list;
  return undefined;
}

function collect(criteria: Record<string, unknown>, into: Pins = { equalities: [], branches: [] }): Pins {
  for (const [key, condition] of Object.entries(criteria)) {
    if (key === '$and') (condition as Record<string, unknown>[]).forEach(part => collect(part, into));
    else if (key === '$or') into.branches.push((condition as Record<string, unknown>[]).map(branch => collect(branch)));
    else if (!key.startsWith('$')) {
      const values = pinned(condition);
      if (values) into.equalities.push({ field: key, values });
    }
  }
  return into;
}

/**
 * Compiles a query.
 * @throws Refusal as `checkQuery` does
 */
export function compileQuery(criteria: unknown): Query {
  checkQuery(criteria);
  const pins = collect(criteria as Record<string, unknown>);
  const byId = pins.equalities.find(({ field }) => field === '_id');
  const keys = byId?.values.map(keyOf).filter(key => key !== undefined);
  const onlyId = keys && Object.keys(criteria).length === 1 && '_id' in criteria;
  let test: DocumentTest | undefined;
  const matches = (document: Document): boolean => {
    try {
      return (test ??= compileCriteria(criteria))(document);
    } catch (error) {
      throw requestFailed((error as Error).message);
    }
  };
  const byKey = (document: Document) => keys!.includes(keyOf(document._id)!);
  return { criteria, keys, pins, matches: onlyId ? byKey : matches };
}

const everything = compileQuery({});
const REMEMBERED = 2_000;
/** A longer text hardly ever comes again, and 2,000 of them would fill the memory. */
const LONGEST_REMEMBERED = 4_000;
const remembered = new Map<string, Query>();

/**
 * Reads the query of a request. Queries are remembered by their text, and the oldest are forgotten first.
 * @param text extended JSON; absent or empty means every document
 */
export function readQuery(text: unknown, now: number): Query {
  if (text === undefined || text === null || text === '') return everything;
  const known = typeof text === 'string' ? remembered.get(text) : undefined;
  if (known) return known;
  const query = compileQuery(readEjson(text, now));
  // A query with the server's date means another instant each time, and one by `_id` hardly ever comes again.
  if (query.keys || (text as string).length > LONGEST_REMEMBERED || (text as string).includes('$tcb_server_date'))
    return query;
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(text as string, query);
  return query;
}
