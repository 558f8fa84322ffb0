import * as accumulators from 'mingo/operators/accumulator';
import { isPlainObject } from '../document';
import { readEjson } from '../ejson';
import { checkQuery } from '../query-operators';
import { invalidOperator, invalidParameter, requestFailed } from '../refusal';
import { readExpression } from './expressions';
import { bucketStages } from './own-operators';
import { compileOrder } from '../order';

export type Stage = Record<string, unknown>;

/** Stages whose value is an expression, or fields with expressions in them. */
const OF_EXPRESSIONS = new Set(['$addFields', '$bucketAuto', '$limit', '$redact', '$replaceRoot', '$skip', '$sort']);

function wholeNumber(name: string, value: unknown, least: number): void {
  if (!Number.isInteger(value) || (value as number) < least)
    throw requestFailed(`the ${name.slice(1)} must be a whole number from ${least}, found ${String(value)}`);
}

const isPath = (value: unknown): value is string => typeof value === 'string' && /^\$[^$]/.test(value);

function checkGroup(value: unknown): asserts value is Stage {
  if (!isPlainObject(value) || !('_id' in value)) throw requestFailed('a group specification must include an _id');
  for (const [field, wish] of Object.entries(value)) {
    if (field === '_id') continue;
    if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`);
    const [name, ...more] = isPlainObject(wish) ? Object.keys(wish) : [];
    if (!name?.startsWith('$') || more.length > 0)
      throw requestFailed(`The field '${field}' must be an accumulator object`);
    if (!(name in accumulators)) readExpression(wish);
    if (!(name in accumulators)) throw requestFailed(`The ${name} accumulator is not one of $group`);
  }
}

/**
 * mingo takes `{ a: 1, b: 2 }` and `{ b: 2, a: 1 }` for one group. MongoDB compares objects field by field in their
 * order (manual: Comparison/Sort Order, Objects).
 */
function groupStages(value: unknown): Stage[] {
  checkGroup(value);
  const { _id, ...gathered } = readExpression(value) as Stage;
  return [
    { $group: { _id: { $_key: [_id] }, [GROUP]: { $first: _id }, ...gathered } },
    { $addFields: { _id: { $ifNull: [`$${GROUP}`, null] } } },
    { $project: { [GROUP]: 0 } },
  ];
}
const GROUP = '_group';

function checkUnwind(value: unknown): void {
  const { path, includeArrayIndex: index }: Stage = isPlainObject(value) ? value : { path: value };
  if (!isPath(path)) throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$')))
    throw requestFailed('includeArrayIndex option to $unwind stage must be a field name without a $');
}

/**
 * A value that is computed goes into each element of a list on its way, as `$addFields` puts it there (manual: $project,
 * $addFields); mingo's `$project` loses it.
 */
function projectStages(fields: Stage): Stage[] {
  const isComputed = ([field, wish]: [string, unknown]) =>
    field.includes('.') && (typeof wish === 'string' || isPlainObject(wish));
  const computed = Object.entries(fields).filter(isComputed);
  const taken = { ...fields, ...Object.fromEntries(computed.map(([field]) => [field, 1])) };
  const before = computed.length > 0 ? [{ $addFields: readExpression(Object.fromEntries(computed)) }] : [];
  return [...before, { $project: readExpression(taken) }];
}

/** `_id: 1` beside excluded fields has no effect, but mingo takes it for a mix. */
function projectionOf(value: unknown): unknown {
  if (!isPlainObject(value) || Object.keys(value).length === 0)
    throw requestFailed('the $project specification must be an object with at least one field');
  const { _id, ...rest } = value;
  const others = Object.values(rest);
  const onlyLeavesOut = others.length > 0 && others.every(one => one === 0 || one === false);
  return onlyLeavesOut && (_id === 1 || _id === true) ? rest : value;
}

/**
 * Checks one stage and returns the stages that mingo runs for it.
 * @throws Refusal that names a stage or an operator that is not supported
 */
function readStage(name: string, value: unknown): Stage[] {
  switch (name) {
    case '$match':
      checkQuery(value);
      return [{ $match: '$expr' in value ? { ...value, $expr: readExpression(value.$expr) } : value }];
    case '$bucket':
      try {
        return bucketStages(readExpression(value) as never).map(stage => stage);
      } catch (error) {
        throw requestFailed((error as Error).message);
      }
    case '$lookup': {
      if (!isPlainObject(value) || typeof value.from !== 'string' || typeof value.as !== 'string' || value.as === '')
        throw requestFailed("$lookup needs 'from' and 'as', both texts");
      const { pipeline, ...rest } = value;
      return [{ $lookup: pipeline === undefined ? rest : { ...rest, pipeline: readPipeline(pipeline) } }];
    }
    case '$facet':
      if (!isPlainObject(value)) throw requestFailed('the $facet specification must be a non-empty object');
      return [{ $facet: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readPipeline(inner)])) }];
    case '$count':
      if (typeof value !== 'string' || value === '' || value.startsWith('$') || value.includes('.'))
        throw requestFailed('the count field must be a non-empty string without $ and dots');
      // Without documents there is no count; mingo's says 0.
      return [{ $group: { _id: null, [value]: { $sum: 1 } } }, { $project: { _id: 0 } }];
    case '$sample': {
      const size = isPlainObject(value) ? value.size : undefined;
      if (typeof size !== 'number' || size < 0 || Number.isNaN(size))
        throw requestFailed('the size argument to $sample must be a number from 0');
      return [{ $sample: { size: Math.trunc(size) } }];
    }
    case '$limit':
      wholeNumber(name, value, 1);
      break;
    case '$skip':
      wholeNumber(name, value, 0);
      break;
    case '$sort':
      if (!isPlainObject(value) || Object.keys(value).length === 0)
        throw requestFailed('$sort stage must have at least one sort key');
      compileOrder(value);
      break;
    case '$group':
      return groupStages(value);
    case '$unwind':
      checkUnwind(value);
      return [{ [name]: value }];
    case '$addFields':
      if (!isPlainObject(value) || Object.keys(value).length === 0)
        throw requestFailed('$addFields specification stage must have at least one field');
      break;
    case '$sortByCount':
      if (!isPath(value) && !isPlainObject(value))
        throw requestFailed(
          'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
        );
      return [...groupStages({ _id: value, count: { $sum: 1 } }), { $sort: { count: -1 } }];
    case '$bucketAuto':
      wholeNumber(name, isPlainObject(value) ? value.buckets : value, 1);
      break;
    case '$project':
      return projectStages(projectionOf(value) as Stage);
  }
  if (!OF_EXPRESSIONS.has(name))
    throw invalidOperator(`The aggregation stage ${name} is not supported by this emulator.`);
  return [{ [name]: readExpression(value) }];
}

function readPipeline(pipeline: unknown): Stage[] {
  if (!Array.isArray(pipeline)) throw requestFailed('A pipeline must be an array.');
  return pipeline.flatMap(stage => {
    const entries = isPlainObject(stage) ? Object.entries(stage) : [];
    if (entries.length !== 1)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    return readStage(...entries[0]!);
  });
}

/** The stages of a request: `[{ stageKey: '$match', stageValue: '{…}' }]`, the value in extended JSON. */
export function readStages(stages: unknown, now: number): Stage[] {
  if (!Array.isArray(stages)) throw invalidParameter('stages must be an array.');
  return stages.flatMap((stage: { stageKey?: unknown; stageValue?: unknown } | null) =>
    readStage(String(stage?.stageKey), readEjson(stage?.stageValue, now)),
  );
}
