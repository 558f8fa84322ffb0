import { evalExpr } from 'mingo/core';
import { fieldIn, isPlainObject } from '../document';
import { writeEjson } from '../ejson';
import type { Operate } from './operate';

/**
 * The value of an expression's path. It goes into the objects of a list, and into nothing else there: not into lists
 * within, and not by index (src/mongo/db/pipeline/expression.cpp, `ExpressionFieldPath::evaluatePathArray`).
 */
function valueAt(object: Record<string, unknown>, steps: readonly string[], at = 0): unknown {
  const value = fieldIn(object, steps[at]!);
  if (at === steps.length - 1) return value;
  if (isPlainObject(value)) return valueAt(value, steps, at + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .map(item => (isPlainObject(item) ? valueAt(item, steps, at + 1) : undefined))
    .filter(found => found !== undefined);
}

/** `['a.b']` in the document, `['a.b', '$$item']` in a variable. Requests cannot name it; `readExpression` writes it. */
const $_path: Operate = (document, argument, options) => {
  const [path, variable] = argument as [string, string?];
  const steps = path.split('.');
  if (variable === undefined) return isPlainObject(document) ? valueAt(document, steps) : undefined;
  return valueAt({ variable: evalExpr(document, variable as never, options) }, ['variable', ...steps]);
};

/** A text that two values share only if `$group` takes them for one: the order of fields counts, null is none. */
const $_key: Operate = (document, argument, options) =>
  writeEjson({ key: evalExpr(document, (argument as unknown[])[0] as never, options) ?? null });

export const PATHS = { $_path, $_key };

/** `'$a.b'` and `'$$item.a.b'` as operators; any other text as it is. */
export function pathExpression(text: string): unknown {
  const [, path] = /^\$([^$.]+\..+)$/.exec(text) ?? [];
  if (path !== undefined) return { $_path: [path] };
  const [, variable, below] = /^(\$\$\w+)\.(.+)$/.exec(text) ?? [];
  return below === undefined ? text : { $_path: [below, variable] };
}
