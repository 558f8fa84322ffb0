import { Aggregator, ProcessingMode } from 'mingo';
import type { Collection } from './collection';
import { type Document, isPlainObject } from './document';
import { readEjson } from './ejson';
import { compileQuery } from './query';
import { checkQuery } from './query-operators';
import { invalidOperator, invalidParameter, requestFailed } from './refusal';
import type { Session } from './session';

/** Without a `limit` stage the cloud gives 20 documents; it gives 10,000 at most. */
export const DEFAULT_LIMIT = 20;
export const LARGEST_LIMIT = 10_000;

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$graphLookup',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$redact',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
]);

type Stage = Record<string, unknown>;

function readStages(stages: unknown, now: number): Stage[] {
  if (!Array.isArray(stages)) throw invalidParameter('stages must be an array.');
  return stages.map((stage: { stageKey?: unknown; stageValue?: unknown }) => {
    const key = String(stage?.stageKey);
    if (!STAGES.has(key)) throw invalidOperator(`The aggregation stage ${key} is not supported by this emulator.`);
    const value = readEjson(stage.stageValue, now);
    if (key === '$match') checkQuery(value);
    return { [key]: value };
  });
}

/** A `$match` in front goes through the indexes; the rest of the pipeline sees only what it lets through. */
function source(session: Session, collection: Collection, stages: Stage[]): { documents: Document[]; rest: Stage[] } {
  const first = stages[0]?.$match;
  const query = compileQuery(isPlainObject(first) ? first : {});
  const documents = [...session.find(collection, query)].map(entry => entry.document);
  return { documents, rest: first === undefined ? stages : stages.slice(1) };
}

/**
 * Runs a pipeline.
 * @param resolve documents of another collection, for `$lookup` and `$graphLookup`
 * @throws Refusal that names a stage or operator which is not supported
 */
export function aggregate(
  session: Session,
  collection: Collection,
  stages: unknown,
  now: number,
  resolve: (name: string) => Document[],
): Document[] {
  const pipeline = readStages(stages, now);
  const { documents, rest } = source(session, collection, pipeline);
  const limited = pipeline.some(stage => '$limit' in stage);
  const most = limited ? LARGEST_LIMIT : DEFAULT_LIMIT;
  if (rest.length === 0) return documents.slice(0, most);
  try {
    const run = new Aggregator(rest as never, {
      // Stages may write into what they are given, and the store's documents are nobody's to change.
      processingMode: ProcessingMode.CLONE_INPUT,
      scriptEnabled: false,
      collectionResolver: name => resolve(name) as never,
    });
    return run.run<Record<string, unknown>>(documents as never).slice(0, most);
  } catch (error) {
    throw unsupportedOrFailed(error as Error);
  }
}

function unsupportedOrFailed(error: Error) {
  const named = /(?:unknown|unregistered|not (?:found|registered|supported)).*?(\$\w+)/i.exec(error.message);
  if (named)
    return invalidOperator(
      `The aggregation operator ${named[1]} is not supported by this emulator. (${error.message})`,
    );
  return requestFailed(error.message);
}
