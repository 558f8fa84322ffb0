import { compareValues, sameValue } from '../compare';
import { writeEjson } from '../ejson';
import { fieldIn, isPlainObject } from '../document';
import { compileQuery } from '../query';
import { KEEP, refuseWrite } from './path';
import { type Operator, type Target, checkStorable, typeName } from './operator';

const mustBeArray = (value: unknown, { path, id }: Target): never =>
  refuseWrite(
    `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${writeEjson(id)}}`,
  );

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

interface Push {
  each: readonly unknown[];
  position?: number;
  slice?: number;
  sort?: number | Record<string, number>;
}

function wholeNumber(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isInteger(value))
    return refuseWrite(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  return value as number;
}

function sortOf(value: unknown): Push['sort'] {
  if (value === undefined || value === 1 || value === -1) return value;
  if (isPlainObject(value) && Object.keys(value).length > 0 && Object.values(value).every(by => by === 1 || by === -1))
    return value as Record<string, number>;
  return refuseWrite('The $sort element value must be either 1 or -1, or an object of such');
}

function readPush(argument: unknown): Push {
  if (!isPlainObject(argument) || !Object.hasOwn(argument, '$each')) {
    if (isPlainObject(argument) && Object.keys(argument).some(key => MODIFIERS.has(key)))
      return refuseWrite('$push with modifiers needs an $each');
    return { each: [argument] };
  }
  for (const key of Object.keys(argument)) if (!MODIFIERS.has(key)) refuseWrite(`Unrecognized clause in $push: ${key}`);
  if (!Array.isArray(argument.$each))
    return refuseWrite(
      `The argument to $each in $push must be an array but it was of type: ${typeName(argument.$each)}`,
    );
  return {
    each: argument.$each,
    position: wholeNumber('$position', argument.$position),
    slice: wholeNumber('$slice', argument.$slice),
    sort: sortOf(argument.$sort),
  };
}

const fieldOf = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((holder, step) => (isPlainObject(holder) ? fieldIn(holder, step) : undefined), value);

function sorted(list: unknown[], sort: NonNullable<Push['sort']>): unknown[] {
  if (typeof sort === 'number') return list.sort((a, b) => sort * compareValues(a, b));
  return list.sort((a, b) => {
    for (const [path, direction] of Object.entries(sort)) {
      const by = compareValues(fieldOf(a, path), fieldOf(b, path));
      if (by !== 0) return direction * by;
    }
    return 0;
  });
}

/** In MongoDB's order: insert, sort, slice. */
function pushed(list: readonly unknown[], { each, position, slice, sort }: Push): unknown[] {
  let at = position ?? list.length;
  if (at < 0) at = Math.max(0, list.length + at);
  let next = [...list.slice(0, at), ...each, ...list.slice(at)];
  if (sort !== undefined) next = sorted(next, sort);
  if (slice === undefined) return next;
  return slice < 0 ? next.slice(slice) : next.slice(0, slice);
}

export const push: Operator = {
  way: 'make',
  edit(argument, target) {
    const how = readPush(argument);
    checkStorable(how.each, target.path);
    return value => {
      if (value !== undefined && !Array.isArray(value)) return mustBeArray(value, target);
      const list = (value as unknown[] | undefined) ?? [];
      if (value !== undefined && how.each.length === 0 && how.sort === undefined && how.slice === undefined)
        return KEEP;
      return pushed(list, how);
    };
  },
};

export const addToSet: Operator = {
  way: 'make',
  edit(argument, target) {
    let items: readonly unknown[] = [argument];
    if (isPlainObject(argument) && Object.hasOwn(argument, '$each')) {
      const other = Object.keys(argument).find(key => key !== '$each');
      if (other) refuseWrite(`Found unexpected fields after $each in $addToSet: ${other}`);
      if (!Array.isArray(argument.$each))
        return refuseWrite(
          `The argument to $each in $addToSet must be an array but it was of type ${typeName(argument.$each)}`,
        );
      items = argument.$each;
    }
    checkStorable(items, target.path);
    return value => {
      if (value !== undefined && !Array.isArray(value)) return mustBeArray(value, target);
      const next = [...((value as unknown[] | undefined) ?? [])];
      for (const item of items) if (!next.some(there => sameValue(there, item))) next.push(item);
      return value !== undefined && next.length === (value as unknown[]).length ? KEEP : next;
    };
  },
};

export const pop: Operator = {
  way: 'leave',
  edit(argument, target) {
    if (argument !== 1 && argument !== -1) return refuseWrite(`$pop expects 1 or -1, found: ${writeEjson(argument)}`);
    return value => {
      if (value === undefined) return KEEP;
      if (!Array.isArray(value)) return mustBeArray(value, target);
      if (value.length === 0) return KEEP;
      return argument === 1 ? value.slice(0, -1) : value.slice(1);
    };
  },
};

/**
 * Whether an element is pulled. A plain object is a query on its fields, operators are a condition on it, anything else
 * is a value.
 */
function pullTest(argument: unknown): (item: unknown) => boolean {
  if (argument instanceof RegExp) return item => typeof item === 'string' && argument.test(item);
  if (!isPlainObject(argument)) return item => sameValue(item, argument);
  if (Object.keys(argument).some(key => key.startsWith('$') && key !== '$and' && key !== '$or' && key !== '$nor')) {
    const query = compileQuery({ item: argument });
    return item => query.matches({ item });
  }
  const query = compileQuery(argument);
  return item => isPlainObject(item) && query.matches(item);
}

export const pull: Operator = {
  way: 'leave',
  edit(argument, target) {
    const goes = pullTest(argument);
    return value => {
      if (value === undefined) return KEEP;
      if (!Array.isArray(value)) return refuseWrite(`Cannot apply $pull to a non-array value (field '${target.path}')`);
      const next = value.filter(item => !goes(item));
      return next.length === value.length ? KEEP : next;
    };
  },
};

export const pullAll: Operator = {
  way: 'leave',
  edit(argument, target) {
    if (!Array.isArray(argument))
      return refuseWrite(`$pullAll requires an array argument but was given a ${typeName(argument)}`);
    return value => {
      if (value === undefined) return KEEP;
      if (!Array.isArray(value))
        return refuseWrite(`Cannot apply $pullAll to a non-array value (field '${target.path}')`);
      const next = value.filter(item => !argument.some(one => sameValue(one, item)));
      return next.length === value.length ? KEEP : next;
    };
  },
};
