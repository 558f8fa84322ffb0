import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { isPlainObject } from '../document';
import { invalidOperator, requestFailed } from '../refusal';
import { OWN_NAMES } from './own-operators';
import { pathExpression } from './own-paths';

const KNOWN = new Set([...Object.keys(expressions), ...Object.keys(accumulators), ...OWN_NAMES]);
// These operators run code from a request.
for (const name of ['$function', '$accumulator', '$where']) KNOWN.delete(name);

/** Operators of one argument: `['$tags']` means `'$tags'` in MongoDB, and an array of one in mingo. */
const UNARY = new Set(
  `abs ceil exp floor ln log10 sqrt arrayToObject objectToArray reverseArray size strLenBytes strLenCP toLower toUpper
   dayOfMonth dayOfWeek dayOfYear hour isoDayOfWeek isoWeek isoWeekYear millisecond minute month second week year type
   toBool toDate toDecimal toDouble toInt toLong toObjectId toString`
    .split(/\s+/)
    .map(name => `$${name}`),
);

/**
 * Checks an expression at any depth, and rewrites it so that mingo reads it as MongoDB does.
 * @throws Refusal that names an operator that is not supported, even if no document would reach it
 */
export function readExpression(value: unknown): unknown {
  if (typeof value === 'string') return pathExpression(value);
  if (Array.isArray(value)) return value.map(readExpression);
  if (!isPlainObject(value)) return value;
  if ('$literal' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, argument]) => {
      if (!name.startsWith('$')) return [name, readExpression(argument)];
      if (!KNOWN.has(name))
        throw invalidOperator(`The aggregation operator ${name} is not supported by this emulator.`);
      if (!UNARY.has(name) || !Array.isArray(argument)) return [name, readExpression(argument)];
      if (argument.length !== 1)
        throw requestFailed(`Expression ${name} takes exactly 1 arguments. ${argument.length} were passed in.`);
      return [name, readExpression(argument[0])];
    }),
  );
}
