import { sameValue } from '../compare';
import { isPlainObject } from '../document';
import { requestFailed } from '../refusal';
import { writeEjson } from '../ejson';

/** An operator returns these to leave a field unchanged, or to remove it. */
export const KEEP = Symbol('keep');
export const REMOVE = Symbol('remove');

/** An edit of the value at the end of a path; `undefined` stands for an absent field. */
export type Edit = (value: unknown) => unknown;

/** Whether an operator creates missing fields on its way (`$set`) or then does nothing (`$unset`). */
export type Way = 'make' | 'leave';

/** MongoDB's limit on the nulls that `$set` beyond the end of an array adds. */
const MOST_PADDING = 1_500_000;

const writeError = (text: string) => requestFailed(`multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`);
export const refuseWrite = (text: string): never => {
  throw writeError(text);
};

/** Splits a dotted path and refuses parts that cannot be fields. */
export function splitPath(path: string): string[] {
  const steps = path.split('.');
  for (const step of steps) {
    if (step === '') refuseWrite(`The update path '${path}' contains an empty field name, which is not allowed.`);
    if (step.startsWith('$') && step !== '$[]')
      refuseWrite(
        /^\$\[.*\]$/.test(step)
          ? `No array filter found for identifier '${step.slice(2, -1)}' in path '${path}'; arrayFilters are not supported`
          : `The dollar ($) prefixed field '${step}' in '${path}' is not valid for storage.`,
      );
  }
  if (steps[0] === '$[]') refuseWrite(`Cannot have array filter identifier at the start of path '${path}'`);
  return steps;
}

const isIndex = (step: string) => /^(0|[1-9]\d*)$/.test(step);

const cannotCreate = (step: string, name: string, holder: unknown): never =>
  refuseWrite(`Cannot create field '${step}' in element {${name}: ${writeEjson(holder ?? null)}}`);

function editArray(list: readonly unknown[], steps: readonly string[], at: number, edit: Edit, way: Way): unknown {
  const step = steps[at]!;
  if (step === '$[]') {
    let changed = false;
    const next = list.map((_, index) => {
      const one = editStep(list[index], steps, at + 1, edit, way);
      if (one === KEEP) return list[index];
      changed = true;
      return one === REMOVE ? null : one;
    });
    return changed ? next : KEEP;
  }
  if (!isIndex(step)) return way === 'leave' ? KEEP : cannotCreate(step, steps[at - 1] ?? '', list);
  const index = Number(step);
  if (index >= list.length && way === 'leave') return KEEP;
  if (index - list.length > MOST_PADDING)
    refuseWrite(`Cannot backfill array beyond limit: ${index} exceeds the limit of ${MOST_PADDING} elements`);
  const value = editStep(list[index], steps, at + 1, edit, way);
  if (value === KEEP) return KEEP;
  const next = list.slice();
  while (next.length < index) next.push(null);
  next[index] = value === REMOVE ? null : value;
  return next;
}

/**
 * Edits the value at `steps[at…]` below `holder`. Returns a new value that shares its unchanged parts, KEEP or REMOVE.
 */
function editStep(holder: unknown, steps: readonly string[], at: number, edit: Edit, way: Way): unknown {
  if (at === steps.length) {
    const value = edit(holder);
    // A field that is set to its present value does not count as updated.
    return holder !== undefined && value !== KEEP && value !== REMOVE && sameValue(value, holder) ? KEEP : value;
  }
  const step = steps[at]!;
  if (Array.isArray(holder)) return editArray(holder, steps, at, edit, way);
  if (step === '$[]') {
    if (way === 'leave' && holder === undefined) return KEEP;
    return refuseWrite(
      `The path '${steps.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  if (holder === undefined) {
    if (way === 'leave') return KEEP;
    const value = editStep(undefined, steps, at + 1, edit, way);
    return value === KEEP || value === REMOVE ? KEEP : { [step]: value };
  }
  if (!isPlainObject(holder)) return way === 'leave' ? KEEP : cannotCreate(step, steps[at - 1] ?? '', holder);
  const value = editStep(Object.hasOwn(holder, step) ? holder[step] : undefined, steps, at + 1, edit, way);
  if (value === KEEP) return KEEP;
  if (value !== REMOVE) return { ...holder, [step]: value };
  if (!Object.hasOwn(holder, step)) return KEEP;
  const { [step]: _gone, ...rest } = holder;
  return rest;
}

/**
 * A document with the value at a path edited. The original document does not change.
 * @throws Refusal if MongoDB refuses: a path through null, a scalar, or an array without an index
 */
export function editPath(
  document: Record<string, unknown>,
  steps: readonly string[],
  edit: Edit,
  way: Way,
): Record<string, unknown> {
  const next = editStep(document, steps, 0, edit, way);
  return next === KEEP ? document : (next as Record<string, unknown>);
}
