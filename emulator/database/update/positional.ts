import { type Document, isPlainObject } from '../document';
import { type Query, compileQuery } from '../query';
import { reach } from '../secondary-index';
import { refuseWrite } from './path';

/** Conditions of a query that all must hold, including the parts of `$and`. */
function* conditions(criteria: Record<string, unknown>): Iterable<[string, unknown]> {
  for (const [key, value] of Object.entries(criteria)) {
    if (key === '$and') for (const part of value as Record<string, unknown>[]) yield* conditions(part);
    else if (!key.startsWith('$')) yield [key, value];
  }
}

/** Builds the document of a path whose list has only this element: `{ line: [item] }` for `line`. */
function withOnly(path: readonly string[], item: unknown): Document {
  return path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), [item]) as Document;
}

/**
 * A path with the positional `$` replaced by the index of the first element that the query matched.
 * @throws Refusal if the query has no condition on that array, as in MongoDB
 */
export function placeOfMatch(path: string, document: Document, query: Query): string {
  const [array, ...rest] = path.split('.$');
  const steps = array!.split('.');
  const list = reach(document, steps)[0];
  if (Array.isArray(list) && rest.length === 1) {
    for (const [field, condition] of conditions(query.criteria)) {
      if (field !== array && !field.startsWith(`${array}.`)) continue;
      const one = compileQuery({ [field]: condition });
      const at = list.findIndex(item => one.matches(withOnly(steps, item)));
      if (at >= 0) return `${array}.${at}${rest[0]}`;
    }
  }
  if (isPlainObject(list) || list === undefined || Array.isArray(list))
    return refuseWrite(`The positional operator did not find the match needed from the query. (${path})`);
  return refuseWrite(`Cannot apply the positional operator to a value that is no array. (${path})`);
}
