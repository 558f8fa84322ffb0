import QuickLRU from 'quick-lru';
import { SECOND } from '../../domain/base/clock';
import type { Section } from '../../domain/model';
import { findOnly, read } from '../base/database';
import { scheduledBatch } from '../batch/recent-batches';
import { noteLine } from './full-lines';
import { isYoung } from '../base/is-young';
import { learnNarrowed } from './narrowed';

/**
 * Instance memory: the facts of a section that a claim needs, so that it does not read them. They may be of any age,
 * because the guard of the join requires their `revision`, so a claim with old facts does not pass. Only a *refusal* by
 * the clock rests on nothing else, so it requires facts younger than TRUSTED_MS.
 */
const FIELDS = [
  '_id',
  'batchId',
  'mode',
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
/** Far above the number of sections in live batches. Invented ids are not remembered. */
const MOST = 5_000;

export type Facts = Pick<Section, (typeof FIELDS)[number]>;

const memory = new QuickLRU<string, { facts: Facts; readAt: number }>({ maxSize: MOST });

/** Remembers the facts from a read of a section; its line goes to the full-line memory. */
export function noteSection(section: Section, readAt: number): void {
  noteFacts(section, readAt);
  noteLine(section, readAt);
}

function noteFacts(section: Facts, readAt: number): void {
  const facts = Object.fromEntries(FIELDS.map(field => [field, section[field]])) as unknown as Facts;
  memory.set(section._id, { facts, readAt });
}

/** From memory alone. */
export const knownFacts = (sectionId: string): Facts | undefined => memory.get(sectionId)?.facts;

/** From memory, or else by one read. `undefined` if no scheduled batch has such a section. */
export async function factsOf(sectionId: string, now: number): Promise<Facts | undefined> {
  return memory.get(sectionId)?.facts ?? (await readFacts(sectionId, now));
}

/** The facts, recent enough for a refusal by the clock. */
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

/**
 * The waiting room brings an instance up to date with two queries: one for the facts of the whole batch, without the
 * lines, and one for the accounts to narrow.
 */
export async function learnBatch(batchId: string, now: number): Promise<void> {
  const before = learnt.get(batchId);
  if (before !== undefined && isYoung(before, now, TRUSTED_MS)) return;
  for (const section of await findOnly('sections', { batchId }, FIELDS)) noteFacts(section, now);
  await learnNarrowed(now);
  learnt.set(batchId, now);
}
