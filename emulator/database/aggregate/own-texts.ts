import { evalExpr } from 'mingo/core';
import { isNone, type Operate, typeNameOf } from './operate';

/** The text form of a value: null and absent are empty, numbers and dates are written out. */
function textOf(name: string, value: unknown): string {
  if (isNone(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new Error(`can't convert from BSON type ${typeNameOf(value)} to String (${name})`);
}

/** `[text, start, length]`; a negative length means the rest (manual: $substrBytes, $substrCP). */
function readArguments(name: string, document: never, argument: never, options: never): [string, number, number] {
  const values = evalExpr(document, argument, options) as unknown;
  if (!Array.isArray(values) || values.length !== 3) throw new Error(`Expression ${name} takes exactly 3 arguments.`);
  const [text, start, length] = values as unknown[];
  if (typeof start !== 'number' || typeof length !== 'number')
    throw new Error(`${name}: start and length must be numbers, found ${typeNameOf(start)} and ${typeNameOf(length)}`);
  return [textOf(name, text), Math.trunc(start), Math.trunc(length)];
}

/** Does byte `at` continue a character? */
const continues = (bytes: Buffer, at: number): boolean => at < bytes.length && (bytes[at]! & 0xc0) === 0x80;

const $substrBytes: Operate = (document, argument, options) => {
  const [text, start, length] = readArguments('$substrBytes', document, argument, options);
  if (start < 0) throw new Error('$substrBytes: starting index must be non-negative');
  const bytes = Buffer.from(text);
  const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length);
  if (continues(bytes, start))
    throw new Error('$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.');
  if (continues(bytes, end))
    throw new Error('$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.');
  return bytes.toString('utf8', start, Math.max(start, end));
};

const $substrCP: Operate = (document, argument, options) => {
  const [text, start, length] = readArguments('$substrCP', document, argument, options);
  if (start < 0) throw new Error('$substrCP: starting index must be non-negative');
  if (length < 0) throw new Error('$substrCP: length must be non-negative');
  return [...text].slice(start, start + length).join('');
};

/** `[text, part, from, to]`, counted in characters or in bytes. The index in null or absent is null. */
const indexOf =
  (name: string, unitsOf: (text: string) => ArrayLike<unknown>): Operate =>
  (document, argument, options) => {
    const [text, part, from = 0, to] = evalExpr(document, argument, options) as [unknown, unknown, number?, number?];
    if (isNone(text)) return null;
    if (typeof text !== 'string' || typeof part !== 'string') throw new Error(`${name} requires strings`);
    if (from < 0 || (to ?? 0) < 0) throw new Error(`${name} requires a nonnegative index`);
    const [units, wanted] = [Array.from(unitsOf(text)), Array.from(unitsOf(part))];
    for (let at = from; at + wanted.length <= Math.min(to ?? units.length, units.length); at++)
      if (wanted.every((unit, offset) => units[at + offset] === unit)) return at;
    return -1;
  };

const $split: Operate = (document, argument, options) => {
  const [text, mark] = evalExpr(document, argument, options) as unknown[];
  if (isNone(text) || isNone(mark)) return null;
  if (typeof text !== 'string' || typeof mark !== 'string') throw new Error('$split requires strings');
  if (mark === '') throw new Error('$split requires a non-empty separator');
  return text.split(mark);
};

const $strcasecmp: Operate = (document, argument, options) => {
  const [a, b] = (evalExpr(document, argument, options) as unknown[]).map(value =>
    textOf('$strcasecmp', value).toUpperCase(),
  ) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
};

const written =
  (name: string, write: (text: string) => string): Operate =>
  (document, argument, options) =>
    write(textOf(name, evalExpr(document, argument, options)));

export const TEXTS: Record<string, Operate> = {
  $substrBytes,
  $substrCP,
  $substr: $substrBytes,
  $indexOfBytes: indexOf('$indexOfBytes', text => Buffer.from(text)),
  $indexOfCP: indexOf('$indexOfCP', text => [...text]),
  $split,
  $strcasecmp,
  $toLower: written('$toLower', text => text.toLowerCase()),
  $toUpper: written('$toUpper', text => text.toUpperCase()),
};
