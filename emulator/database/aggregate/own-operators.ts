import { Context } from 'mingo';
import { evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import { compareValues } from '../compare';
import { ACCUMULATORS, COMPARISONS } from './own-comparisons';
import { DATES } from './own-dates';
import { TEXTS } from './own-texts';
import type { Operate } from './operate';

/** Sunday begins a week, and the days before the first Sunday are week 0; mingo counts one more in some years. */
const $week: Operate = (document, argument, options) => {
  const dayOfYear = DATES.$dayOfYear!(document, argument, options);
  const dayOfWeek = DATES.$dayOfWeek!(document, argument, options);
  if (typeof dayOfYear !== 'number' || typeof dayOfWeek !== 'number') return null;
  return Math.floor((dayOfYear + 7 - dayOfWeek) / 7);
};

/** mingo's takes no number by itself. */
const $trunc: Operate = (document, argument, options) => {
  const value = evalExpr(document, argument, options);
  const [number, places = 0] = (Array.isArray(value) ? value : [value]) as (number | null | undefined)[];
  if (number === null || number === undefined) return null;
  if (typeof number !== 'number' || typeof places !== 'number') throw new Error('$trunc only supports numeric types');
  const scale = 10 ** places;
  return Math.trunc(number * scale) / scale;
};

const $indexOfCP: Operate = (document, argument, options) => {
  const [text, part, from = 0, to] = evalExpr(document, argument, options) as [unknown, unknown, number?, number?];
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof part !== 'string') throw new Error('$indexOfCP requires strings');
  const points = [...text];
  const wanted = [...part];
  for (let at = from; at + wanted.length <= (to ?? points.length); at++)
    if (wanted.every((point, offset) => points[at + offset] === point)) return at;
  return -1;
};

interface Bucket {
  groupBy: unknown;
  boundaries: unknown[];
  default?: unknown;
  output?: Record<string, unknown>;
}

/** `$bucket` as a `$group`: mingo's puts a value that equals a boundary below it, and gives empty buckets. */
export function bucketStages({ groupBy, boundaries, default: otherwise, output }: Bucket): Record<string, unknown>[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new Error('The $bucket boundaries field must have at least 2 values');
  boundaries.forEach((bound, at) => {
    if (at > 0 && compareValues(boundaries[at - 1], bound) >= 0)
      throw new Error('The boundaries option to $bucket must be sorted in ascending order');
  });
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

const OWN = { ...COMPARISONS, ...DATES, ...TEXTS, $week, $trunc, $indexOfCP };

export const OWN_NAMES = Object.keys(OWN);

/** Every operator that an expression may use; the first that bears a name wins. */
export const EXPRESSIONS = Context.from(
  Context.init({ expression: OWN, accumulator: ACCUMULATORS } as never),
  Context.init({ accumulator, expression } as never),
);
