import { type Document, isPlainObject } from './document';
import { compileCriteria } from './match';
import { checkQuery } from './query-operators';
import { invalidOperator, requestFailed } from './refusal';

/** What a projection requests for a field, or for the fields below it. */
type Wish = Cut | Tree;
type Tree = Map<string, Wish>;
/** Turns the stored value into the field's value; `undefined` leaves the field out. */
type Cut = (value: unknown) => unknown;

const KEEP: Cut = value => value;
const LEAVE_OUT: Cut = () => undefined;

/**
 * Reads the `field()` of a request (manual: Project Fields to Return, $slice, $elemMatch). A stored document is never
 * changed: a projection makes new objects.
 * @throws Refusal if inclusion and exclusion are mixed, or if an operator is not supported
 */
export function compileProjection(projection: unknown): (document: Document) => Document {
  if (!isPlainObject(projection)) throw requestFailed('(BadValue) A projection must be an object.');
  const flags = new Set<boolean>();
  const tree: Tree = new Map();
  let elementWanted = false;
  for (const [field, value] of Object.entries(projection)) {
    if (!isPlainObject(value)) {
      if (field !== '_id') flags.add(Boolean(value));
      plant(tree, field, value ? KEEP : LEAVE_OUT);
      continue;
    }
    if ('$elemMatch' in value) elementWanted = true;
    plant(tree, field, operatorOf(field, value));
  }
  if (flags.size > 1) throw requestFailed('(BadValue) Projection cannot have a mix of inclusion and exclusion.');
  const onlyIdWanted = flags.size === 0 && tree.get('_id') === KEEP;
  // `$slice` alone keeps all other fields; `$elemMatch` alone does not.
  const including = flags.has(true) || (!flags.has(false) && (elementWanted || onlyIdWanted));
  if (including && !tree.has('_id')) tree.set('_id', KEEP);
  return document => fieldsOf(document, tree, including);
}

function plant(tree: Tree, field: string, cut: Cut): void {
  const steps = field.split('.');
  const last = steps.pop()!;
  let at = tree;
  for (const step of steps) {
    const below = at.get(step);
    if (below instanceof Map) at = below;
    else if (below) throw collision(field);
    else {
      const fresh: Tree = new Map();
      at.set(step, fresh);
      at = fresh;
    }
  }
  if (at.has(last)) throw collision(field);
  at.set(last, cut);
}

/** A field and a part of it, `o` beside `o.a` (manual: Project Fields to Return, Path Collision). */
const collision = (field: string) => requestFailed(`(Location31249) Path collision at ${field}`);

function operatorOf(field: string, value: Record<string, unknown>): Cut {
  const [[name, argument] = [undefined, undefined], ...more] = Object.entries(value);
  if (more.length > 0) throw requestFailed(`(BadValue) A projection of '${field}' has one operator.`);
  if (name === '$slice') return sliceOf(argument);
  if (name === '$elemMatch') return elementOf(argument);
  throw invalidOperator(`The projection operator ${name} of '${field}' is not supported by this emulator.`);
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);

function sliceOf(argument: unknown): Cut {
  const [skip, limit] = Array.isArray(argument) ? argument : [undefined, argument];
  if (Array.isArray(argument) ? argument.length !== 2 || !isWhole(skip) || !isWhole(limit) : !isWhole(limit))
    throw requestFailed('(BadValue) $slice takes a whole number, or an array of two.');
  if (skip !== undefined && limit <= 0) throw requestFailed('(BadValue) The limit of $slice must be positive.');
  return list => {
    if (!Array.isArray(list)) return list;
    if (skip === undefined) return limit < 0 ? list.slice(limit) : list.slice(0, limit);
    const from = skip < 0 ? Math.max(0, list.length + skip) : skip;
    return list.slice(from, from + limit);
  };
}

function elementOf(argument: unknown): Cut {
  if (!isPlainObject(argument)) throw requestFailed('(BadValue) elemMatch: Invalid argument, object required.');
  const criteria = { list: { $elemMatch: argument } };
  checkQuery(criteria);
  const meets = compileCriteria(criteria);
  return list => {
    const found = Array.isArray(list) ? list.find(element => meets({ list: [element] })) : undefined;
    return found === undefined ? undefined : [found];
  };
}

/** A new object with the requested fields, in the document's own order. */
function fieldsOf(object: Record<string, unknown>, tree: Tree, including: boolean): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const wish = tree.get(name);
    if (wish === undefined) {
      if (!including) fields[name] = value;
      continue;
    }
    const cut = wish instanceof Map ? below(value, wish, including) : wish(value);
    if (cut !== undefined) fields[name] = cut;
  }
  return fields;
}

/**
 * The same for a value that a path goes through: each object of a list. A plain value has no fields, so only an
 * exclusion keeps it.
 */
function below(value: unknown, tree: Tree, including: boolean): unknown {
  if (isPlainObject(value)) return fieldsOf(value, tree, including);
  if (Array.isArray(value)) return value.map(item => below(item, tree, including)).filter(item => item !== undefined);
  return including ? undefined : value;
}
