import { createHash } from 'node:crypto';
import type { Outgoing, RecordEntry, Telling, Words } from '../../domain/model';
import { said } from '../../domain/record/said';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { KEPT_MS } from '../../domain/privacy/privacy';
import { _, read, readMany } from '../base/database';
import { transact, type Transaction } from '../base/transaction';

/**
 * An act and its author. `actId` names the act: the same act sent again is found done, and another act with that id is
 * refused.
 */
export interface Act {
  actId: string;
  /** What the app asks for, if it chose the id; `null` if the id follows from what is done. */
  content: object | null;
  /** `change.capacity`, `draft.publish`, … */
  act: string;
  by: string;
  /** The author's name if it is no member: the nightly timer. */
  byName?: string;
  now: number;
  reason?: string;
  /**
   * The sections that the act changes, the most contended first. They are written to (the revision grows) before
   * anything is read. Otherwise, in a rush, somebody's claim would always come between a look and a write, and every
   * try would end in a conflict.
   */
  lock?: readonly string[];
  /** The act that this one is a part of. */
  partOf?: string;
}

/** What an act has done: its line on the record, and the people to tell. */
export interface Done<T> {
  result: T;
  /** Every person in it is `named`, because a name within the text would outlive an erasure. */
  summary: Words;
  before?: string;
  after?: string;
  batchId?: string;
  sectionId?: string;
  memberId?: string;
  /** The tellings of one act: to those who lose, those who gain, and those who move. */
  tell?: Telling[];
}

/** Tellings of one act: those who lose, those who gain, those who move. */
const MOST_TELLINGS = 3;
const outboxIds = (actId: string) => Array.from({ length: MOST_TELLINGS }, (_, index) => `${actId}-${index}`);

/** What an earlier act has put into the outbox. */
export const outgoingOf = (actId: string): Promise<Outgoing[]> => readMany('outbox', outboxIds(actId));

/**
 * A staff act. Its changes, its line on the record and the telling are written in one transaction, all or nothing.
 * `work` decides before it writes and uses `doc()` operations only; a refusal leaves nothing. Returns `{ already }` if
 * the act was done before, because its answer may have got lost. Throws `Conflict` if the documents stay contended, and
 * `ActIdUsed` if the id is another act's.
 */
export async function act<T, R extends Refused = never>(
  about: Act,
  work: (transaction: Transaction) => Promise<Done<T> | R>,
): Promise<{ result: T; outgoing: Outgoing[] } | { already: RecordEntry } | R> {
  const byName = about.byName ?? (await read('members', about.by))?.name ?? '';
  let without: { already: RecordEntry } | R | undefined;
  const result = await transact(async transaction => {
    without = undefined;
    for (const id of about.lock ?? []) await transaction.doc('sections', id).update({ data: { revision: _.inc(1) } });
    const record = transaction.doc('record', about.actId);
    const { data: already } = await record.get();
    if (already) return void (without = { already: sameAct(about, already) });
    const done = await work(transaction);
    if (isRefused(done)) return void (without = done as R);
    await record.set({ data: entryOf(about, byName, done) });
    const outgoing = outgoingFor(about, done.tell ?? []);
    for (const one of outgoing) await transaction.put('outbox', one);
    return { result: done.result, outgoing };
  });
  if (without !== undefined) return without;
  if (result === undefined) throw new Error('An act ends in a result, a refusal or an act done before');
  return result;
}

const outgoingFor = ({ actId, now }: Act, tell: Telling[]): Outgoing[] => {
  const ids = outboxIds(actId);
  if (tell.length > ids.length) throw new RangeError(`An act tells at most ${ids.length} things`);
  return tell.map((telling, index) => ({ _id: ids[index] ?? '', ...telling, createdAt: now, doneAt: null }));
};

/** The record has another act under this id. The door answers ACT_ID_USED. */
export class ActIdUsed extends Error {}

/** The entry under this id if it is of this very act; `null` if there is none. */
export async function doneBefore(about: Act): Promise<RecordEntry | null> {
  const entry = await read('record', about.actId);
  return entry && sameAct(about, entry);
}

/**
 * An entry has no print if it is older than prints, or if somebody named in it was erased. It is then recognised by its
 * act and its author.
 */
function sameAct(about: Act, entry: RecordEntry): RecordEntry {
  const same =
    entry.act === about.act &&
    (about.content === null || (entry.by === about.by && (entry.print ?? printOf(about)) === printOf(about)));
  if (!same) throw new ActIdUsed(`${about.actId} is ${entry.act} already`);
  return entry;
}

/** A digest of the content that does not depend on the order of its fields. */
function printOf({ content, reason }: Act): string | undefined {
  if (content === null) return undefined;
  const inOrder = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256')
    .update(JSON.stringify([content, reason ?? ''], inOrder))
    .digest('hex')
    .slice(0, 32);
}

/** Undefined fields are left out, because the database keeps no `undefined`. */
function entryOf<T>(about: Act, byName: string, done: Done<T>): Omit<RecordEntry, '_id'> {
  const { act, by, now, reason, partOf } = about;
  const { summary, before, after, batchId, sectionId, memberId } = done;
  const optional = {
    batchId,
    sectionId,
    memberId,
    before,
    after,
    reason: reason || undefined,
    print: printOf(about),
    partOf,
    // The timer may go on with an act whose author was erased meanwhile.
    namedUntil: isAnonymous(by) ? now + KEPT_MS.office : undefined,
  };
  const there = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { at: now, by, byName, act, parts: said`${summary}`, ...there };
}
