import { compareValues } from '../compare';
import { writeEjson } from '../ejson';
import { isPlainObject } from '../document';
import { addToSet, pop, pull, pullAll, push } from './array-operators';
import { KEEP, REMOVE, refuseWrite } from './path';
import { type Operator, checkStorable, typeName } from './operator';

function arithmetic(
  name: string,
  verb: string,
  apply: (a: number, b: number) => number,
  start: (b: number) => number,
): Operator {
  return {
    way: 'make',
    edit(argument, { path, id }) {
      if (typeof argument !== 'number')
        return refuseWrite(`Cannot ${verb} with non-numeric argument: {${path}: ${writeEjson(argument)}}`);
      return value => {
        if (value === undefined) return start(argument);
        if (typeof value !== 'number')
          return refuseWrite(
            `Cannot apply ${name} to a value of non-numeric type. {_id: ${writeEjson(id)}} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeName(value)}`,
          );
        return apply(value, argument);
      };
    },
  };
}

const extreme = (wins: (by: number) => boolean): Operator => ({
  way: 'make',
  edit(argument, { path }) {
    checkStorable(argument, path);
    return value => (value === undefined || wins(compareValues(argument, value)) ? argument : KEEP);
  },
});

const bit: Operator = {
  way: 'make',
  edit(argument, { path, id }) {
    if (!isPlainObject(argument) || Object.keys(argument).length === 0)
      return refuseWrite(
        `The $bit modifier is not compatible with a ${typeName(argument)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
      );
    return value => {
      if (value !== undefined && !Number.isInteger(value))
        return refuseWrite(
          `Cannot apply $bit to a value of non-integral type. {_id: ${writeEjson(id)}} has the field ${path} of non-integer type ${typeName(value)}`,
        );
      let result = BigInt((value as number | undefined) ?? 0);
      for (const [name, operand] of Object.entries(argument)) {
        if (!Number.isInteger(operand))
          return refuseWrite(
            `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(operand)}' is not supported here: {${name}: ${writeEjson(operand)}}`,
          );
        const by = BigInt(operand as number);
        if (name === 'and') result &= by;
        else if (name === 'or') result |= by;
        else if (name === 'xor') result ^= by;
        else
          return refuseWrite(
            `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${writeEjson(operand)}}`,
          );
      }
      return Number(result);
    };
  },
};

/** Every update operator except `$rename`, which edits two fields (`apply.ts`). */
export const OPERATORS: Record<string, Operator> = {
  $set: {
    way: 'make',
    edit(argument, { path }) {
      checkStorable(argument, path);
      return () => argument;
    },
  },
  $unset: { way: 'leave', edit: () => () => REMOVE },
  $inc: arithmetic(
    '$inc',
    'increment',
    (a, b) => a + b,
    b => b,
  ),
  $mul: arithmetic(
    '$mul',
    'multiply',
    (a, b) => a * b,
    () => 0,
  ),
  $min: extreme(by => by < 0),
  $max: extreme(by => by > 0),
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
