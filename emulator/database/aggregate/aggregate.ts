import { Aggregator } from 'mingo/aggregator';
import { ProcessingMode } from 'mingo/core';
import type { Collection } from '../collection';
import { type Document, isPlainObject } from '../document';
import { compileQuery } from '../query';
import { requestFailed } from '../refusal';
import type { Session } from '../session';
import { OPERATORS } from './match-stage';
import { type Stage, readStages } from './stages';

/** Without a `limit` stage the cloud gives 20 documents; it gives 10,000 at most (developers' reports). */
export const DEFAULT_LIMIT = 20;
export const LARGEST_LIMIT = 10_000;

/** A `$match` at the front uses the indexes; the rest of the pipeline sees only the documents that pass it. */
function source(session: Session, collection: Collection, stages: Stage[]): { documents: Document[]; rest: Stage[] } {
  const first = stages[0]?.$match;
  const query = compileQuery(isPlainObject(first) ? first : {});
  const documents = [...session.find(collection, query)].map(entry => entry.document);
  return { documents, rest: first === undefined ? stages : stages.slice(1) };
}

/**
 * Runs a pipeline.
 * @param resolve copies of the documents of another collection, for `$lookup`
 * @throws Refusal that names a stage or operator that is not supported
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
  const most = pipeline.some(stage => '$limit' in stage) ? LARGEST_LIMIT : DEFAULT_LIMIT;
  if (rest.length === 0) return documents.slice(0, most);
  try {
    const run = new Aggregator(rest as never, {
      // Stages may write into the documents they are given, and nobody may change the store's documents.
      processingMode: ProcessingMode.CLONE_INPUT,
      scriptEnabled: false,
      context: OPERATORS,
      collectionResolver: name => resolve(name) as never,
    });
    return run.run<Record<string, unknown>>(documents as never).slice(0, most);
  } catch (error) {
    throw requestFailed((error as Error).message);
  }
}
