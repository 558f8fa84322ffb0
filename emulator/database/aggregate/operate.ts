/** An operator of an expression as mingo calls it. It is used if mingo has none, or one that differs from MongoDB's. */
export type Operate = (document: never, argument: never, options: never) => unknown;

export const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The name of a value's type in MongoDB's refusals. */
export const typeNameOf = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'int' : 'double') : typeof value;
};
