import { type Document, isPlainObject } from '../document';
import { sameValue } from '../compare';
import { invalidOperator, requestFailed } from '../refusal';
import { type Query } from '../query';
import { type Operator } from './operator';
import { OPERATORS } from './operators';
import { KEEP, REMOVE, editPath, refuseWrite, splitPath } from './path';
import { placeOfMatch } from './positional';

interface Step {
  name: string;
  path: string;
  argument: unknown;
  operator: Operator | undefined;
}

/** An update that is read once and applied to every document that matches. */
export interface Update {
  /** A new document; the same object if nothing changes. @throws Refusal if MongoDB refuses */
  apply(document: Document, query: Query): Document;
}

/** Two operators must not touch the same field, nor one a field and the other a field inside it. */
function checkConflicts(paths: readonly string[]): void {
  const taken = new Set<string>();
  const inside = new Set<string>();
  for (const path of paths) {
    const steps = path.split('.');
    let prefix = '';
    for (const step of steps) {
      prefix = prefix === '' ? step : `${prefix}.${step}`;
      if (taken.has(prefix)) refuseWrite(`Updating the path '${path}' would create a conflict at '${prefix}'`);
    }
    if (inside.has(path)) refuseWrite(`Updating the path '${path}' would create a conflict at '${path}'`);
    taken.add(path);
    prefix = '';
    for (const step of steps.slice(0, -1)) inside.add((prefix = prefix === '' ? step : `${prefix}.${step}`));
  }
}

function rename(document: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  let moved: unknown = KEEP;
  const source = splitPath(from);
  const target = splitPath(to);
  for (const [steps, what] of [
    [source, 'source'],
    [target, 'destination'],
  ] as const) {
    let holder: unknown = document;
    for (const step of steps.slice(0, -1)) {
      holder = isPlainObject(holder) ? holder[step] : undefined;
      if (Array.isArray(holder)) refuseWrite(`The ${what} field cannot be an array element, '${steps.join('.')}'`);
    }
  }
  const without = editPath(document, source, value => ((moved = value === undefined ? KEEP : value), REMOVE), 'leave');
  return moved === KEEP ? document : editPath(without, target, () => moved, 'make');
}

function readSteps(update: Record<string, unknown>): Step[] {
  const steps: Step[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const operator = OPERATORS[name];
    if (!operator && name !== '$rename') {
      if (!name.startsWith('$'))
        throw requestFailed(`update document must contain only update operators, found '${name}'`);
      throw invalidOperator(`The update operator ${name} is not supported by this emulator.`);
    }
    if (!isPlainObject(fields))
      throw requestFailed(
        `Modifiers operate on fields but we found another type for ${name}: {${name}: ${String(fields)}}`,
      );
    for (const [path, argument] of Object.entries(fields)) steps.push({ name, path, argument, operator });
  }
  return steps;
}

/**
 * Reads an update in MongoDB's terms: `{ $set: { 'a.b': 1 }, $inc: { n: 1 } }`.
 * @throws Refusal that names an unknown operator, or the two paths that conflict
 */
export function compileUpdate(update: unknown): Update {
  if (!isPlainObject(update)) throw requestFailed('An update must be an object.');
  const steps = readSteps(update);
  if (steps.length === 0) throw requestFailed('update document must have at least one element');
  for (const { name, path, argument } of steps)
    if (name === '$rename' && typeof argument !== 'string')
      refuseWrite(`The 'to' field for $rename must be a string: ${path}`);
  checkConflicts(
    steps.flatMap(({ name, path, argument }) => (name === '$rename' ? [path, argument as string] : [path])),
  );

  return {
    apply(document, query) {
      let next: Record<string, unknown> = document;
      for (const { path: written, argument, operator } of steps) {
        const path = /\.\$(\.|$)/.test(written) ? placeOfMatch(written, document, query) : written;
        next = operator
          ? editPath(next, splitPath(path), operator.edit(argument, { path, id: document._id }), operator.way)
          : rename(next, path, argument as string);
      }
      if (!sameValue(next._id, document._id))
        refuseWrite(`Performing an update on the path '_id' would modify the immutable field '_id'`);
      return next;
    },
  };
}
