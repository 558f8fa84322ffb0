import { readExpression } from './aggregate/expressions';
import { isPlainObject } from './document';
import { invalidOperator, requestFailed } from './refusal';

const TOP = new Set(['$and', '$or', '$nor', '$expr']);
const FIELD = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$all',
  '$elemMatch',
  '$exists',
  '$size',
  '$mod',
  '$not',
  '$regex',
  '$options',
  '$type',
  '$bitsAllClear',
  '$bitsAllSet',
  '$bitsAnyClear',
  '$bitsAnySet',
]);

const unsupported = (operator: string) =>
  invalidOperator(`The query operator ${operator} is not supported by this emulator.`);
const badValue = (text: string) => requestFailed(`(BadValue) ${text}`);

function checkArgument(operator: string, argument: unknown): void {
  switch (operator) {
    case '$in':
    case '$nin':
    case '$all':
      if (!Array.isArray(argument)) throw badValue(`${operator} needs an array`);
      if (operator === '$all') argument.forEach(item => isPlainObject(item) && checkConditions(item));
      return;
    case '$size':
      if (!Number.isInteger(argument) || (argument as number) < 0)
        throw badValue(`Failed to parse $size. Expected a non-negative whole number`);
      return;
    case '$mod':
      if (!Array.isArray(argument) || argument.length !== 2 || !argument.every(n => typeof n === 'number'))
        throw badValue('malformed mod, needs an array of two numbers');
      if (argument[0] === 0) throw badValue('divisor cannot be 0');
      return;
    case '$elemMatch':
      if (!isPlainObject(argument)) throw badValue('$elemMatch needs an Object');
      if (Object.keys(argument).some(key => FIELD.has(key))) checkConditions(argument);
      else checkQuery(argument);
      return;
    case '$not':
      if (argument instanceof RegExp) return;
      if (!isPlainObject(argument) || Object.keys(argument).length === 0)
        throw badValue('$not needs a regex or a document');
      if (!Object.keys(argument).every(key => key.startsWith('$'))) throw badValue('$not needs an operator');
      checkConditions(argument);
  }
}

/** Checks `{ $gt: 1, … }` of one field. A plain object is a value to compare with. */
function checkConditions(conditions: Record<string, unknown>): void {
  const operators = Object.keys(conditions).filter(key => key.startsWith('$'));
  if (operators.length === 0) return;
  for (const key of Object.keys(conditions)) {
    if (!key.startsWith('$')) throw badValue(`unknown operator: ${key}`);
    if (!FIELD.has(key)) throw unsupported(key);
    checkArgument(key, conditions[key]);
  }
}

/**
 * Checks a whole query before it is run, so that nothing unknown is taken for a value.
 * @throws Refusal DATABASE_INVALID_OPERRATOR that names an operator that is not supported, or DATABASE_REQUEST_FAILED
 * if an operator has a wrong argument
 */
export function checkQuery(query: unknown): asserts query is Record<string, unknown> {
  if (!isPlainObject(query)) throw badValue('A query must be an object.');
  for (const [key, value] of Object.entries(query)) {
    if (!key.startsWith('$')) {
      if (isPlainObject(value)) checkConditions(value);
      continue;
    }
    if (!TOP.has(key)) throw unsupported(key);
    if (key === '$expr') {
      readExpression(value);
      continue;
    }
    if (!Array.isArray(value) || value.length === 0) throw badValue(`${key} must be a nonempty array`);
    value.forEach(checkQuery);
  }
}
