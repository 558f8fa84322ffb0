import { SECOND } from '../../domain/base/clock';
import type { Section } from '../../domain/model';
import { findOnly, read } from '../base/database';
import { scheduledBatch } from '../batch/recent-batches';
import { noteLine } from './full-lines';
import { isYoung } from '../base/is-young';
import { learnNarrowed } from './narrowed';
import { remember } from '../base/remember';

/**
 * Instance memory: what a claim needs to know of a section, so that it reads none. The facts may be of any age: a claim
 * that rests on old ones does not pass the guard of the join, which wants their `revision`. Only a *refusal* by the
 * clock rests on nothing but them, so it wants them younger than TRUSTED_MS.
 */
const FIELDS = [
  '_id',
  'batchId',
  'opensAt',
  'closesAt',
  'limit',
  'publishedAt',
  'laterAt',
  'clashIds',
  'revision',
  'capacity',
  'waitlistLimit',
  'cancelledAt',
] as const;
const TRUSTED_MS = 15 * SECOND;
/** Far above the sections of live batches; ids that somebody makes up are not remembered. */
const MOST = 5_000;

export type Facts = Pick<Section, (typeof FIELDS)[number]>;

const memory = new Map<string, { facts: Facts; readAt: number }>();

/** Takes up what a read of a section shows; its line goes to the full-line memory. */
export function noteSection(section: Section, readAt: number): void {
  noteFacts(section, readAt);
  noteLine(section, readAt);
}

function noteFacts(section: Facts, readAt: number): void {
  const facts = Object.fromEntries(FIELDS.map(field => [field, section[field]])) as unknown as Facts;
  remember(memory, MOST, section._id, { facts, readAt });
}

/** From memory alone. */
export const knownFacts = (sectionId: string): Facts | undefined => memory.get(sectionId)?.facts;

/** From memory, else by one read. `undefined` where there is no such section in a scheduled batch. */
export async function factsOf(sectionId: string, now: number): Promise<Facts | undefined> {
  return memory.get(sectionId)?.facts ?? (await readFacts(sectionId, now));
}

/** The facts, not older than a refusal by the clock may rest on. */
export async function trustedFactsOf(sectionId: string, now: number): Promise<Facts | undefined> {
  const known = memory.get(sectionId);
  if (known && isYoung(known.readAt, now, TRUSTED_MS)) return known.facts;
  return readFacts(sectionId, now);
}

async function readFacts(sectionId: string, now: number): Promise<Facts | undefined> {
  const section = await read('sections', sectionId);
  if (!section || !(await scheduledBatch(section.batchId, now))) {
    memory.delete(sectionId);
    return undefined;
  }
  noteSection(section, now);
  return section;
}

/** When the facts of a whole batch were last learnt, by batch id. */
const learnt = new Map<string, number>();

/** The waiting room brings an instance up to date: one query for the facts of the whole batch, without the lines, one for whom to narrow. */
export async function learnBatch(batchId: string, now: number): Promise<void> {
  const before = learnt.get(batchId);
  if (before !== undefined && isYoung(before, now, TRUSTED_MS)) return;
  for (const section of await findOnly('sections', { batchId }, FIELDS)) noteFacts(section, now);
  await learnNarrowed(now);
  learnt.set(batchId, now);
}
