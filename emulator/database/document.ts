import { ObjectId } from 'bson';

/** Documents in the store are values: nobody changes one in place, a write makes a new one. */
export type Document = { readonly [field: string]: unknown };
export type Key = string | number;

/** An object with named fields: what a path can go through. Dates, regular expressions and BSON types are leaves. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A field of its own: `constructor` and its like are no field of a document that does not have them. */
export const fieldIn = (holder: Record<string, unknown>, field: string): unknown =>
  field in Object.prototype && !Object.hasOwn(holder, field) ? undefined : holder[field];

/** The key under which a document with this `_id` is found in memory; undefined for what cannot be an `_id`. */
export function keyOf(id: unknown): Key | undefined {
  if (typeof id === 'string' || typeof id === 'number') return id;
  if (id instanceof ObjectId) return `\u0000oid:${id.toHexString()}`;
  return undefined;
}
