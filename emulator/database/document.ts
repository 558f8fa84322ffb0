import { ObjectId } from 'bson';

/** Documents in the store are values: nobody changes one in place, and a write makes a new one. */
export type Document = { readonly [field: string]: unknown };
export type Key = string | number;

/** An object with named fields, which a path can go through. Dates, regular expressions and BSON types are leaves. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Reads a field. `constructor` and its like are not fields unless the document itself has them. */
export const fieldIn = (holder: Record<string, unknown>, field: string): unknown =>
  field in Object.prototype && !Object.hasOwn(holder, field) ? undefined : holder[field];

/** The key of a document with this `_id` in memory; undefined for a value that cannot be an `_id`. */
export function keyOf(id: unknown): Key | undefined {
  if (typeof id === 'string' || typeof id === 'number') return id;
  if (id instanceof ObjectId) return `\u0000oid:${id.toHexString()}`;
  return undefined;
}
