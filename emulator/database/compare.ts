import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { isPlainObject } from './document';

/** MongoDB's order of types; values of different types compare by it. */
export function rank(value: unknown): number {
  if (value === undefined || value === null) return 1;
  switch (typeof value) {
    case 'number':
      return 2;
    case 'string':
      return 3;
    case 'boolean':
      return 8;
  }
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  if (value instanceof RegExp) return 11;
  if (value instanceof ObjectId) return 7;
  if (value instanceof Binary) return 6;
  if (value instanceof Decimal128) return 2;
  if (value instanceof Timestamp) return 10;
  if (value instanceof MinKey) return 0;
  if (value instanceof MaxKey) return 12;
  return 4;
}

const order = (a: number | string | boolean, b: number | string | boolean): number => (a < b ? -1 : a > b ? 1 : 0);

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : order(a, b);
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const by = compareValues(a[at], b[at]);
    if (by !== 0) return by;
  }
  return a.length - b.length;
}

function compareObjects(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const names = Object.keys(a);
  const others = Object.keys(b);
  for (let at = 0; at < Math.min(names.length, others.length); at++) {
    const by =
      rank(a[names[at]!]) - rank(b[others[at]!]) ||
      order(names[at]!, others[at]!) ||
      compareValues(a[names[at]!], b[others[at]!]);
    if (by !== 0) return by;
  }
  return names.length - others.length;
}

/** Compares two values in MongoDB's order: negative, zero or positive. Null and absent are equal. */
export function compareValues(a: unknown, b: unknown): number {
  // A changed document shares its unchanged parts with the version before. So a list of a thousand is not walked
  // because of one new element.
  if (a === b) return 0;
  const by = rank(a) - rank(b);
  if (by !== 0) return by;
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return order(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return order(a, b);
  if (a === undefined || a === null) return 0;
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (isPlainObject(a) && isPlainObject(b)) return compareObjects(a, b);
  return order(String(a), String(b));
}

/** Deep equality as MongoDB has it: the order of fields counts. */
export const sameValue = (a: unknown, b: unknown): boolean => a === b || compareValues(a, b) === 0;
