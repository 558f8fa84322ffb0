import { Context } from 'mingo';
import { ProcessingMode } from 'mingo/core';
import * as operators from 'mingo/operators/query';
import { Query as Predicate } from 'mingo/query';
import { readExpression } from './aggregate/expressions';
import { EXPRESSIONS } from './aggregate/own-operators';
import { type Condition, type ValueTest, conditionsOf } from './conditions';
import { fieldIn, isPlainObject } from './document';

type Criteria = Record<string, unknown>;
export type DocumentTest = (document: Record<string, unknown>) => boolean;

const OPTIONS = {
  context: Context.from(EXPRESSIONS, Context.init({ query: operators } as never)),
  processingMode: ProcessingMode.CLONE_OFF,
  scriptEnabled: false,
};

const isIndex = /^\d+$/;

/**
 * Whether a value that the path reaches passes. It goes through arrays as MongoDB does: by index, and into every
 * element.
 */
function someAt(holder: unknown, steps: readonly string[], at: number, test: ValueTest): boolean {
  if (at === steps.length) return test(holder);
  const step = steps[at]!;
  if (Array.isArray(holder)) {
    if (isIndex.test(step) && Number(step) < holder.length && someAt(holder[Number(step)], steps, at + 1, test))
      return true;
    for (const item of holder) if (isPlainObject(item) && someAt(item, steps, at, test)) return true;
    return false;
  }
  return isPlainObject(holder) ? someAt(fieldIn(holder, step), steps, at + 1, test) : test(undefined);
}

function pathTest(steps: readonly string[], { test, reach, negated }: Condition): DocumentTest {
  const each: ValueTest = reach === 'whole' ? test : value => test(value) || (Array.isArray(value) && value.some(test));
  const one = steps.length === 1 ? steps[0]! : undefined;
  const some: DocumentTest =
    one === undefined ? document => someAt(document, steps, 0, each) : document => each(fieldIn(document, one));
  return negated ? document => !some(document) : some;
}

function fieldTests(path: string, value: unknown): DocumentTest[] {
  const steps = path.split('.');
  if (!isPlainObject(value) || !('$not' in value)) return conditionsOf(value).map(one => pathTest(steps, one));
  const { $not: negated, ...rest } = value;
  const inner = every(fieldTests(path, negated));
  const others = Object.keys(rest).length > 0 ? fieldTests(path, rest) : [];
  return [...others, document => !inner(document)];
}

const every = (tests: readonly DocumentTest[]): DocumentTest => {
  if (tests.length === 1) return tests[0]!;
  return document => {
    for (const test of tests) if (!test(document)) return false;
    return true;
  };
};

function logical(key: string, value: unknown): DocumentTest {
  if (key === '$expr') {
    const predicate = new Predicate({ $expr: readExpression(value) }, OPTIONS);
    return document => predicate.test(document);
  }
  const parts = (value as Criteria[]).map(compileCriteria);
  if (key === '$and') return every(parts);
  const some: DocumentTest = document => parts.some(part => part(document));
  return key === '$or' ? some : document => !some(document);
}

/**
 * Compiles a query that `checkQuery` has accepted. mingo could do it, but needs some 30 µs to set up a query. It tests
 * only the rare operators. Our tests compare the two with each other.
 */
export function compileCriteria(criteria: Criteria): DocumentTest {
  return every(
    Object.entries(criteria).flatMap(([key, value]) =>
      key.startsWith('$') ? [logical(key, value)] : fieldTests(key, value),
    ),
  );
}
