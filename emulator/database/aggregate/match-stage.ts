import { Context } from 'mingo';
import { Lazy } from 'mingo/lazy';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import { type DocumentTest, compileCriteria } from '../match';
import { reach } from '../secondary-index';
import { EXPRESSIONS } from './own-operators';
import { $addFields, $sort, $unwind, withValue } from './own-stages';

interface Documents {
  filter(test: DocumentTest): Documents;
  map(make: (document: Criteria) => Criteria): Documents;
}
type Criteria = Record<string, unknown>;

/** An `$expr` below the top needs the variables of the pipeline, which only mingo's own matching has. */
const hasExpr = (criteria: unknown): boolean =>
  Array.isArray(criteria)
    ? criteria.some(hasExpr)
    : typeof criteria === 'object' &&
      criteria !== null &&
      ('$expr' in criteria || ['$and', '$or', '$nor'].some(key => hasExpr((criteria as Criteria)[key])));

/** Matches in the middle of a pipeline in the same way as `where()`. */
function $match(documents: Documents, criteria: Criteria, options: never): unknown {
  const { $expr, ...rest } = criteria;
  if (hasExpr(rest)) return pipeline.$match(documents as never, criteria as never, options);
  const matched = documents.filter(compileCriteria(rest));
  return $expr === undefined ? matched : pipeline.$match(matched as never, { $expr } as never, options);
}

interface Collected {
  transform(make: (documents: unknown[]) => unknown): unknown;
}

/** Draws each document at most once (manual: $sample); mingo's draws with replacement. */
const $sample = (documents: Collected, { size }: { size: number }): unknown =>
  documents.transform(all => {
    const left = [...all];
    for (let at = 0; at < Math.min(size, left.length); at++) {
      const drawn = at + Math.floor(Math.random() * (left.length - at));
      [left[at], left[drawn]] = [left[drawn], left[at]];
    }
    return left.slice(0, size).values();
  });

interface Lookup {
  from: string;
  localField?: string;
  foreignField?: string;
  as: string;
  pipeline?: unknown[];
}

/**
 * Joins by fields: finds documents whose field equals the local value, or an element of it if it is a list. mingo's
 * gives a null for each value that is not found.
 */
function $lookup(
  documents: Documents,
  lookup: Lookup,
  options: { collectionResolver(name: string): Criteria[] },
): unknown {
  const { from, localField, foreignField, as, pipeline: inner } = lookup;
  if (localField === undefined || foreignField === undefined || inner !== undefined)
    return pipeline.$lookup(documents as never, lookup as never, options as never);
  const foreign = options.collectionResolver(from);
  const path = localField.split('.');
  return documents.map(document => {
    const reached = reach(document, path).flatMap(value => (Array.isArray(value) ? value : [value ?? null]));
    const meets = compileCriteria({ [foreignField]: { $in: reached } });
    return withValue(document, as.split('.'), foreign.filter(meets));
  });
}

/** Without documents there is no bucket; mingo's gives one without bounds. */
const $bucketAuto = (documents: Collected, buckets: Criteria, options: never): unknown =>
  documents.transform(all =>
    all.length === 0 ? [].values() : pipeline.$bucketAuto(Lazy(all as never[]), buckets as never, options),
  );

/** Every operator that a pipeline may use. If several have the same name, the first wins. */
export const OPERATORS = Context.from(
  Context.init({ pipeline: { $match, $sample, $lookup, $unwind, $sort, $addFields, $bucketAuto } as never }),
  EXPRESSIONS,
  Context.init({ pipeline, projection, query } as never),
);
