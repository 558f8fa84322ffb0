import { MinKey } from 'bson';
import { compareValues } from './compare';
import type { Document } from './document';
import { fieldIn, isPlainObject } from './document';
import { requestFailed } from './refusal';

/**
 * The values that a path reaches for ordering. A number in it is the index of an element of a list. It is also read as
 * a field's name, but only in elements that have such a field (jstests: sort with dotted numeric paths).
 */
function sortValues(value: unknown, path: readonly string[], at = 0): unknown[] {
  if (at === path.length) return [value];
  const step = path[at]!;
  if (isPlainObject(value)) return sortValues(fieldIn(value, step), path, at + 1);
  if (!Array.isArray(value)) return [undefined];
  const objects = value.filter(isPlainObject);
  if (!/^\d+$/.test(step))
    return objects.length === 0 ? [undefined] : objects.flatMap(item => sortValues(item, path, at));
  return [
    ...sortValues(value[Number(step)], path, at + 1),
    ...objects.filter(item => Object.hasOwn(item, step)).flatMap(item => sortValues(item, path, at)),
  ];
}

/** An empty list comes before null and absent (manual: Sort by an Array). */
const EMPTY = new MinKey();

/** The value that orders a document. For an array it is the least element (ascending) or the greatest (descending). */
function orderValue(document: Document, path: readonly string[], direction: number): unknown {
  const values = sortValues(document, path).flatMap(value => (Array.isArray(value) ? value : [value]));
  if (values.length === 0) return EMPTY;
  if (values.length === 1) return values[0];
  return values.reduce((best, value) => (direction * compareValues(value, best) < 0 ? value : best));
}

/**
 * Reads `{ field: 1, other: -1 }` of a request into a comparison of two documents.
 * @throws Refusal if a direction is neither 1 nor -1
 */
export function compileOrder(order: unknown): (a: Document, b: Document) => number {
  if (!isPlainObject(order)) throw requestFailed('(BadValue) A sort must be an object.');
  const keys = Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`(BadValue) $sort key ordering must be 1 (for ascending) or -1 (for descending): ${field}`);
    return { path: field.split('.'), direction };
  });
  return (a, b) => {
    for (const { path, direction } of keys) {
      const by = direction * compareValues(orderValue(a, path, direction), orderValue(b, path, direction));
      if (by !== 0) return by;
    }
    return 0;
  };
}
