import { isPlainObject } from '../document';
import { readEjson } from '../ejson';
import { checkQuery } from '../query-operators';
import { invalidOperator, invalidParameter, requestFailed } from '../refusal';
import { readExpression } from './expressions';
import { bucketStages } from './own-operators';

export type Stage = Record<string, unknown>;

/** Stages whose value is an expression, or fields with expressions in them. */
const OF_EXPRESSIONS = new Set([
  '$addFields',
  '$bucketAuto',
  '$group',
  '$limit',
  '$project',
  '$redact',
  '$replaceRoot',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
]);

function wholeNumber(name: string, value: unknown, least: number): void {
  if (!Number.isInteger(value) || (value as number) < least)
    throw requestFailed(`the ${name.slice(1)} must be a whole number from ${least}, found ${String(value)}`);
}

/**
 * One stage, checked, in the stages that mingo runs for it.
 * @throws Refusal that names a stage or an operator which is not supported
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
      const { pipeline, ...rest } = value as { pipeline?: unknown };
      return [{ $lookup: pipeline === undefined ? rest : { ...rest, pipeline: readPipeline(pipeline) } }];
    }
    case '$facet':
      if (!isPlainObject(value)) throw requestFailed('the $facet specification must be a non-empty object');
      return [{ $facet: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readPipeline(inner)])) }];
    case '$count':
      if (typeof value !== 'string' || value === '' || value.startsWith('$') || value.includes('.'))
        throw requestFailed('the count field must be a non-empty string without $ and dots');
      // Of nothing there is no count: mingo's says 0.
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
