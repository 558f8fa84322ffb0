import { isPlainObject } from '../document';
import { type Edit, type Way, refuseWrite } from './path';

/** The field that is edited, for the text of a refusal. */
export interface Target {
  path: string;
  id: unknown;
}

export interface Operator {
  way: Way;
  /** Checks the argument, then returns the edit. */
  edit(argument: unknown, target: Target): Edit;
}

/** BSON's name of a value's type, as in MongoDB's messages. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'double';
    return Math.abs(value) < 2 ** 31 ? 'int' : 'long';
  }
  if (isPlainObject(value)) return 'object';
  return typeof value === 'object' ? 'object' : typeof value;
}

/** Refuses values with `$` fields inside, because they would later be read as operators. */
export function checkStorable(value: unknown, path: string): void {
  if (Array.isArray(value)) value.forEach(item => checkStorable(item, path));
  else if (isPlainObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('$'))
        refuseWrite(`The dollar ($) prefixed field '${key}' in '${path}.${key}' is not valid for storage.`);
      checkStorable(inner, `${path}.${key}`);
    }
  }
}
