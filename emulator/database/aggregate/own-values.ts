import { evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { isPlainObject } from '../document';
import { isNone, type Operate, typeNameOf } from './operate';
import { valuesOf } from './own-comparisons';

type Accumulate = (documents: never[], expression: never, options: never) => unknown;

const mingos = expressions as unknown as Record<string, Operate>;
const gathering = accumulators as unknown as Record<string, Accumulate>;

/** False, 0, null and absent are false; an empty text is true (manual: Aggregation Boolean Expressions). */
const isTrue = (value: unknown): boolean => !isNone(value) && value !== false && value !== 0;

const $not: Operate = (document, argument, options) =>
  !isTrue(evalExpr(document, Array.isArray(argument) ? (argument[0] as never) : argument, options));

const $cond: Operate = (document, argument, options) => {
  const given: unknown = argument;
  const parts = Array.isArray(given)
    ? given.length
    : ['if', 'then', 'else'].filter(key => key in (given as object)).length;
  if (parts !== 3) throw new Error('$cond takes an if, a then and an else');
  return mingos.$cond!(document, argument, options);
};

/** If no branch matches and there is no default, the pipeline fails (manual: $switch). */
const $switch: Operate = (document, argument, options) => {
  const { branches, ...rest } = argument as { branches?: { case: never; then: never }[]; default?: never };
  if (!Array.isArray(branches) || branches.length === 0) throw new Error('$switch requires at least one branch');
  const met = branches.find(branch => isTrue(evalExpr(document, branch.case, options)));
  if (met) return evalExpr(document, met.then, options);
  if (rest.default === undefined)
    throw new Error('$switch could not find a matching branch for an input, and no default was specified.');
  return evalExpr(document, rest.default, options);
};

const number = (name: string, value: unknown): number => {
  if (typeof value !== 'number') throw new Error(`${name} only supports numeric types, not ${typeNameOf(value)}`);
  return value;
};

const $mod: Operate = (document, argument, options) => {
  const [value, by] = evalExpr(document, argument, options) as unknown[];
  if (isNone(value) || isNone(by)) return null;
  const [dividend, divisor] = [number('$mod', value), number('$mod', by)];
  if (divisor === 0) throw new Error("can't $mod by zero");
  return dividend % divisor;
};

/** A logarithm requires a positive number, and a base that is positive and not 1. */
const logarithm =
  (name: string): Operate =>
  (document, argument, options) => {
    const [value, base = 10] = [evalExpr(document, argument, options) as unknown].flat();
    if (isNone(value) || isNone(base)) return null;
    if (number(name, value) <= 0) throw new Error(`${name}'s argument must be a positive number`);
    if (number(name, base) <= 0 || base === 1)
      throw new Error(`${name}'s base must be a positive number not equal to 1`);
    return mingos[name]!(document, argument, options);
  };

/** If an argument is null or absent, the result is null. */
const nullOfNull =
  (name: string): Operate =>
  (document, argument, options) =>
    (evalExpr(document, argument, options) as unknown[]).some(isNone)
      ? null
      : mingos[name]!(document, argument, options);

const $mergeObjects: Operate = (document, argument, options) => {
  const given = [evalExpr(document, argument, options) as unknown].flat().filter(value => !isNone(value));
  const wrong = given.find(value => !isPlainObject(value));
  if (wrong !== undefined)
    throw new Error(`$mergeObjects requires object inputs, but input is of type ${typeNameOf(wrong)}`);
  return Object.assign({}, ...given) as unknown;
};

/** In a group, mingo calls the expression first and gives it all documents. The call then goes to the accumulator. */
const orAccumulated =
  (name: string, operate: Operate): Operate =>
  (document, argument, options) =>
    Array.isArray(document)
      ? gathering[name]!(document as never[], argument, options)
      : operate(document, argument, options);

/** Values that are no numbers are ignored. */
const numbersOf: (...given: Parameters<Operate>) => number[] = (document, argument, options) =>
  valuesOf(document, argument, options).filter(value => typeof value === 'number');
const total = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const $sum: Operate = (...given) => total(numbersOf(...given));
const $avg: Operate = (...given) => {
  const numbers = numbersOf(...given);
  return numbers.length === 0 ? null : total(numbers) / numbers.length;
};

export const VALUES: Record<string, Operate> = {
  $not,
  $cond,
  $switch,
  $mod,
  $ln: logarithm('$ln'),
  $log: logarithm('$log'),
  $log10: logarithm('$log10'),
  $slice: nullOfNull('$slice'),
  $setUnion: nullOfNull('$setUnion'),
  $mergeObjects: orAccumulated('$mergeObjects', $mergeObjects),
  $sum: orAccumulated('$sum', $sum),
  $avg: orAccumulated('$avg', $avg),
};

/** The spread of fewer than two numbers is null (manual: $stdDevSamp). */
const $stdDevSamp: Accumulate = (documents, expression, options) => {
  const numbers = (gathering.$push!(documents, expression, options) as unknown[]).filter(
    value => typeof value === 'number',
  );
  return numbers.length < 2 ? null : gathering.$stdDevSamp!(documents, expression, options);
};

export const SPREADS: Record<string, Accumulate> = { $stdDevSamp };
