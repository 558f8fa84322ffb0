import { Query as Predicate } from 'mingo';
import { compareValues, rank, sameValue } from './compare';
import { isPlainObject } from './document';
import { compileCriteria } from './match';

/** Whether a value at the end of a path meets a condition; `undefined` stands for an absent field. */
export type ValueTest = (value: unknown) => boolean;

/**
 * A condition of one operator. `each`: an array meets it if one of its elements does, or the array as a whole. `whole`:
 * only the value itself is tested. `negated`: it is met if no value of the path passes the test.
 */
export interface Condition {
  test: ValueTest;
  reach: 'each' | 'whole';
  negated?: boolean;
}

const equal = (wanted: unknown): ValueTest => {
  if (typeof wanted === 'string') return value => value === wanted;
  if (wanted instanceof RegExp)
    return value =>
      typeof value === 'string' ? wanted.test(value) : value instanceof RegExp && sameValue(value, wanted);
  return value => sameValue(value, wanted);
};

/** Values are ordered within one type only: `$lt: 5` is never met by a text, by null or by NaN. */
const ordered =
  (wanted: unknown, holds: (by: number) => boolean): ValueTest =>
  value => {
    if (rank(value) !== rank(wanted)) return false;
    if (Number.isNaN(value) !== Number.isNaN(wanted)) return false;
    return holds(compareValues(value, wanted));
  };

function oneOf(list: readonly unknown[]): ValueTest {
  const words = new Set(list.filter(item => typeof item === 'string'));
  const rest = list.filter(item => typeof item !== 'string').map(equal);
  return value => words.has(value as string) || rest.some(test => test(value));
}

/** `$elemMatch`: conditions on the element itself, or a query on the fields of the element. */
function element(argument: Record<string, unknown>): ValueTest {
  const onValue = Object.keys(argument).some(key => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key));
  if (!onValue) {
    const query = compileCriteria(argument);
    return value => Array.isArray(value) && value.some(item => isPlainObject(item) && query(item));
  }
  const conditions = conditionsOf(argument);
  const meets: ValueTest = item => conditions.every(({ test, negated }) => test(item) !== Boolean(negated));
  return value => Array.isArray(value) && value.some(meets);
}

/** Operators that are so rare that mingo tests them. */
function byMingo(operator: string, argument: unknown): ValueTest {
  const predicate = new Predicate({ value: { [operator]: argument } });
  return value => predicate.test({ value });
}

const pattern = (argument: unknown, options: unknown): RegExp =>
  argument instanceof RegExp && options === undefined
    ? argument
    : new RegExp(
        argument instanceof RegExp ? argument.source : String(argument),
        String(options ?? '').replace(/[^ims]/g, ''),
      );

function condition(operator: string, argument: unknown, all: Record<string, unknown>): Condition[] {
  switch (operator) {
    case '$eq':
      return [{ test: equal(argument), reach: 'each' }];
    case '$ne':
      return [{ test: equal(argument), reach: 'each', negated: true }];
    case '$gt':
      return [{ test: ordered(argument, by => by > 0), reach: 'each' }];
    case '$gte':
      return [{ test: ordered(argument, by => by >= 0), reach: 'each' }];
    case '$lt':
      return [{ test: ordered(argument, by => by < 0), reach: 'each' }];
    case '$lte':
      return [{ test: ordered(argument, by => by <= 0), reach: 'each' }];
    case '$in':
      return [{ test: oneOf(argument as unknown[]), reach: 'each' }];
    case '$nin':
      return [{ test: oneOf(argument as unknown[]), reach: 'each', negated: true }];
    case '$exists':
      return [{ test: value => value !== undefined, reach: 'whole', negated: !argument }];
    case '$size':
      return [{ test: value => Array.isArray(value) && value.length === argument, reach: 'whole' }];
    case '$elemMatch':
      return [{ test: element(argument as Record<string, unknown>), reach: 'whole' }];
    case '$mod': {
      const [divisor, remainder] = (argument as number[]).map(Math.trunc) as [number, number];
      const test: ValueTest = value => typeof value === 'number' && Math.trunc(value) % divisor === remainder;
      return [{ test, reach: 'each' }];
    }
    case '$regex': {
      const regex = pattern(argument, all.$options);
      return [{ test: value => typeof value === 'string' && regex.test(value), reach: 'each' }];
    }
    case '$options':
      return [];
    case '$all':
      return allOf(argument as unknown[]);
    default:
      return [{ test: byMingo(operator, argument), reach: 'whole' }];
  }
}

function allOf(items: readonly unknown[]): Condition[] {
  if (items.length === 0) return [{ test: () => false, reach: 'whole' }];
  return items.flatMap(item =>
    isPlainObject(item) && '$elemMatch' in item
      ? condition('$elemMatch', item.$elemMatch, item)
      : [{ test: equal(item), reach: 'each' as const }],
  );
}

/** The conditions of `{ $gt: 1, $lt: 5 }`, or equality with a value. The path handles `$not` (`match.ts`). */
export function conditionsOf(value: unknown): Condition[] {
  if (!isPlainObject(value) || !Object.keys(value).some(key => key.startsWith('$')))
    return [{ test: equal(value), reach: 'each' }];
  return Object.entries(value).flatMap(([operator, argument]) => condition(operator, argument, value));
}
