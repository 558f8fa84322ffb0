import { evalExpr } from 'mingo/core';
import { $addToSet as addToSet, $push as push } from 'mingo/operators/accumulator';
import { compareValues } from '../compare';
import { isNone, type Operate, typeNameOf } from './operate';

/**
 * Compares across all types in MongoDB's order (manual: Comparison/Sort Order). Unlike in a query, absent comes before
 * null.
 */
export function compareInExpression(a: unknown, b: unknown): number {
  if (a === undefined && b === null) return -1;
  if (a === null && b === undefined) return 1;
  return compareValues(a, b);
}

const comparing =
  (name: string, verdict: (by: number) => unknown): Operate =>
  (document, argument, options) => {
    const values = evalExpr(document, argument, options) as unknown;
    if (!Array.isArray(values) || values.length !== 2)
      throw new Error(`Expression ${name} takes exactly 2 arguments. ${[values].flat().length} were passed in.`);
    return verdict(compareInExpression(values[0], values[1]));
  };

/** The values of an expression. Several arguments are one value each; a single argument may be a list of values. */
export function valuesOf(document: never, argument: never, options: never): unknown[] {
  const value = evalExpr(document, argument, options) as unknown;
  if (!Array.isArray(argument)) return Array.isArray(value) ? value : [value];
  const values = value as unknown[];
  return values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
}

/** Null and absent are ignored. Without other values the result is null (manual: $max, $min). */
const best =
  (direction: number): Operate =>
  (document, argument, options) => {
    const values = valuesOf(document, argument, options).filter(value => !isNone(value));
    return values.length === 0
      ? null
      : values.reduce((top, value) => (direction * compareValues(value, top) > 0 ? value : top));
  };

const $size: Operate = (document, argument, options) => {
  const value = evalExpr(document, argument, options) as unknown;
  if (!Array.isArray(value))
    throw new Error(`The argument to $size must be an array, but was of type: ${typeNameOf(value)}`);
  return value.length;
};

export const COMPARISONS: Record<string, Operate> = {
  $eq: comparing('$eq', by => by === 0),
  $ne: comparing('$ne', by => by !== 0),
  $lt: comparing('$lt', by => by < 0),
  $lte: comparing('$lte', by => by <= 0),
  $gt: comparing('$gt', by => by > 0),
  $gte: comparing('$gte', by => by >= 0),
  $cmp: comparing('$cmp', by => Math.sign(by)),
  $max: best(1),
  $min: best(-1),
  $size,
};

type Accumulate = (documents: never[], expression: never, options: never) => unknown;

/** Documents without the field add nothing, but a null is a value (manual and jstests: $push, $addToSet). */
const withoutAbsent =
  (collect: Accumulate): Accumulate =>
  (documents, expression, options) => {
    // In a list of one element, mingo keeps absent and null apart.
    const values = (push as Accumulate)(documents, [expression] as never, options) as [unknown][];
    const present = documents.filter((_document, at) => values[at]![0] !== undefined);
    return collect(present, expression, options);
  };

export const ACCUMULATORS: Record<string, Accumulate> = {
  $push: withoutAbsent(push as Accumulate),
  $addToSet: withoutAbsent(addToSet as Accumulate),
};
