import { Context } from 'mingo';
import { evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import { compareValues, rank } from '../compare';
import { ACCUMULATORS, COMPARISONS } from './own-comparisons';
import { DATES } from './own-dates';
import { PATHS } from './own-paths';
import { TEXTS } from './own-texts';
import { SPREADS, VALUES } from './own-values';
import type { Operate } from './operate';

/** mingo's does not accept a bare number. */
const $trunc: Operate = (document, argument, options) => {
  const value = evalExpr(document, argument, options);
  const [number, places = 0] = (Array.isArray(value) ? value : [value]) as (number | null | undefined)[];
  if (number === null || number === undefined) return null;
  if (typeof number !== 'number' || typeof places !== 'number') throw new Error('$trunc only supports numeric types');
  const scale = 10 ** places;
  return Math.trunc(number * scale) / scale;
};

interface Bucket {
  groupBy: unknown;
  boundaries: unknown[];
  default?: unknown;
  output?: Record<string, unknown>;
}

/** `$bucket` as a `$group`. mingo's puts a value that equals a boundary below it, and gives empty buckets. */
export function bucketStages({ groupBy, boundaries, default: otherwise, output }: Bucket): Record<string, unknown>[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new Error('The $bucket boundaries field must have at least 2 values');
  boundaries.forEach((bound, at) => {
    if (at > 0 && compareValues(boundaries[at - 1], bound) >= 0)
      throw new Error('The boundaries option to $bucket must be sorted in ascending order');
  });
  const [least, most] = [boundaries[0], boundaries[boundaries.length - 1]];
  if (boundaries.some(bound => rank(bound) !== rank(least)))
    throw new Error('All values in the boundaries option to $bucket must have the same type');
  if (otherwise !== undefined && compareValues(otherwise, least) >= 0 && compareValues(otherwise, most) < 0)
    throw new Error('The default value of $bucket must lie outside its boundaries');
  const branches = boundaries.slice(1).map((upper, at) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: boundaries[at] }] }, { $lt: [groupBy, { $literal: upper }] }] },
    then: { $literal: boundaries[at] },
  }));
  const outside = otherwise === undefined ? {} : { default: { $literal: otherwise } };
  return [
    { $group: { _id: { $switch: { branches, ...outside } }, ...(output ?? { count: { $sum: 1 } }) } },
    { $sort: { _id: 1 } },
  ];
}

const OWN = { ...COMPARISONS, ...DATES, ...TEXTS, ...VALUES, $trunc };

export const OWN_NAMES = Object.keys(OWN);

/** Every operator that an expression may use. If several have the same name, the first wins. */
export const EXPRESSIONS = Context.from(
  Context.init({ expression: { ...OWN, ...PATHS }, accumulator: { ...ACCUMULATORS, ...SPREADS } } as never),
  Context.init({ accumulator, expression } as never),
);
