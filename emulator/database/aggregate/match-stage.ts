import { Context } from 'mingo';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import { type DocumentTest, compileCriteria } from '../match';
import { EXPRESSIONS } from './own-operators';

interface Documents {
  filter(test: DocumentTest): Documents;
}
type Criteria = Record<string, unknown>;

/** An `$expr` below the top needs the variables of the pipeline, which only mingo's own matching has. */
const hasExpr = (criteria: unknown): boolean =>
  Array.isArray(criteria)
    ? criteria.some(hasExpr)
    : typeof criteria === 'object' &&
      criteria !== null &&
      ('$expr' in criteria || ['$and', '$or', '$nor'].some(key => hasExpr((criteria as Criteria)[key])));

/** Matches in the middle of a pipeline as `where()` does. */
function $match(documents: Documents, criteria: Criteria, options: never): unknown {
  const { $expr, ...rest } = criteria;
  if (hasExpr(rest)) return pipeline.$match(documents as never, criteria as never, options);
  const matched = documents.filter(compileCriteria(rest));
  return $expr === undefined ? matched : pipeline.$match(matched as never, { $expr } as never, options);
}

/** Every operator that a pipeline may use; the first that bears a name wins. */
export const OPERATORS = Context.from(
  Context.init({ pipeline: { $match } as never }),
  EXPRESSIONS,
  Context.init({ pipeline, projection, query } as never),
);
