import { evalExpr } from 'mingo/core';
import { fieldIn, isPlainObject } from '../document';
import { compileOrder } from '../order';
import { isNone } from './operate';

type Criteria = Record<string, unknown>;
interface Documents {
  transform(make: (documents: Criteria[]) => unknown): unknown;
  map(make: (document: Criteria) => Criteria): unknown;
}

/** A copy of the document with another value at the path; `undefined` removes the field. */
export function withValue(holder: unknown, [step, ...rest]: readonly string[], value: unknown): Criteria {
  const copy = isPlainObject(holder) ? { ...holder } : {};
  if (step === undefined) return copy;
  if (value === undefined && (rest.length > 0 ? !isPlainObject(copy[step]) : !Object.hasOwn(copy, step))) return copy;
  const next = rest.length === 0 ? value : withValue(fieldIn(copy, step), rest, value);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
}

const valueAt = (document: Criteria, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((holder, step) => (isPlainObject(holder) ? fieldIn(holder, step) : undefined), document);

interface Unwind {
  path: string;
  includeArrayIndex?: string;
  preserveNullAndEmptyArrays?: boolean;
}

/** A path goes through objects only: there is nothing to unwind below a list (manual: $unwind). */
export const $unwind = (documents: Documents, unwind: string | Unwind): unknown => {
  const {
    path,
    includeArrayIndex: index,
    preserveNullAndEmptyArrays: preserve,
  }: Unwind = typeof unwind === 'string' ? { path: unwind } : unwind;
  const steps = path.slice(1).split('.');
  const numbered = (document: Criteria, at: number | null) =>
    index === undefined ? document : withValue(document, index.split('.'), at);
  const unwound = (document: Criteria): Criteria[] => {
    const value = valueAt(document, steps);
    if (!Array.isArray(value)) return isNone(value) && !preserve ? [] : [numbered(document, null)];
    if (value.length > 0) return value.map((item, at) => numbered(withValue(document, steps, item), at));
    return preserve ? [numbered(withValue(document, steps, undefined), null)] : [];
  };
  return documents.transform(all => all.flatMap(unwound).values());
};

export const $sort = (documents: Documents, order: Criteria): unknown => {
  const compare = compileOrder(order);
  return documents.transform(all => [...all].sort(compare).values());
};

/** Fields below a field, or the expression of a field. */
type Plan = Map<string, Plan | { expression: unknown }>;

function planOf(fields: Criteria, plan: Plan = new Map()): Plan {
  for (const [name, value] of Object.entries(fields)) {
    const steps = name.split('.');
    const last = steps.pop()!;
    let at = plan;
    for (const step of steps) {
      const below = at.get(step);
      const next: Plan = below instanceof Map ? below : new Map();
      at.set(step, next);
      at = next;
    }
    const names = isPlainObject(value) ? Object.keys(value) : [];
    const isBelow = names.length > 0 && !names.some(one => one.startsWith('$'));
    at.set(last, isBelow ? planOf(value as Criteria) : { expression: value });
  }
  return plan;
}

/** Adds to what is there: to the other fields of an object, to each element of a list, or in place of a plain value. */
function added(holder: unknown, plan: Plan, valueOf: (expression: unknown) => unknown): unknown {
  if (Array.isArray(holder)) return holder.map(item => added(item, plan, valueOf));
  const copy: Criteria = isPlainObject(holder) ? { ...holder } : {};
  for (const [name, wish] of plan) {
    const value = wish instanceof Map ? added(fieldIn(copy, name), wish, valueOf) : valueOf(wish.expression);
    if (value === undefined) delete copy[name];
    else copy[name] = value;
  }
  return copy;
}

export const $addFields = (documents: Documents, fields: Criteria, options: never): unknown => {
  const plan = planOf(fields);
  return documents.map(
    document => added(document, plan, one => evalExpr(document as never, one as never, options) as unknown) as Criteria,
  );
};
