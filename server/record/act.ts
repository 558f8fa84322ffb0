import { createHash } from 'node:crypto';
import type { Outgoing, RecordEntry, Telling, Words } from '../../domain/model';
import { said } from '../../domain/record/said';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { _, read, readMany } from '../base/database';
import { transact, type Transaction } from '../base/transaction';

/** Who does what; `actId` names the act, so that the same one sent again is found done, and another one is refused. */
export interface Act {
  actId: string;
  /** What the app asks for, where it chose the id; `null` where the id follows from what is done. */
  content: object | null;
  /** `change.capacity`, `draft.publish`, … */
  act: string;
  by: string;
  /** Where it is no member: the nightly timer. */
  byName?: string;
  now: number;
  reason?: string;
  /**
   * The sections that the act changes, the most contended first. They are written to (the revision grows) before anything
   * is read: in a rush somebody's claim would always come between a look and a write, and every try end in a conflict.
   */
  lock?: readonly string[];
}

/** What an act has done: its line on the record, and whom to tell. */
export interface Done<T> {
  result: T;
  /** Everybody in it is `named`: a name within the text would outlive an erasure. */
  summary: Words;
  before?: string;
  after?: string;
  batchId?: string;
  sectionId?: string;
  memberId?: string;
  /** At most `MOST_TELLINGS`. */
  tell?: Telling[];
}

/** Tellings of one act: those who lose, those who gain, those who move. */
const MOST_TELLINGS = 3;
const outboxIds = (actId: string) => Array.from({ length: MOST_TELLINGS }, (_, index) => `${actId}-${index}`);

/** What an act of old has put into the outbox. */
export const outgoingOf = (actId: string): Promise<Outgoing[]> => readMany('outbox', outboxIds(actId));

/**
 * A staff act: what it changes, its line on the record and the telling, in one transaction: all of it or nothing.
 * `work` decides before it writes and uses `doc()` operations only; a refusal leaves nothing. `{ already }` where the
 * act was done before: its answer may have got lost. Throws `Conflict` when the documents stay contended, and
 * `ActIdUsed` where the id is another act's.
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

/** The id stands on the record for something else. The door answers ACT_ID_USED. */
export class ActIdUsed extends Error {}

/** What was done under this id before, if it was this very act; `null` where nothing was. */
export async function doneBefore(about: Act): Promise<RecordEntry | null> {
  const entry = await read('record', about.actId);
  return entry && sameAct(about, entry);
}

/** An entry from before there were prints, or of somebody who was erased, is known by its act and by who did it. */
function sameAct(about: Act, entry: RecordEntry): RecordEntry {
  const same =
    entry.act === about.act &&
    (about.content === null || (entry.by === about.by && (entry.print ?? printOf(about)) === printOf(about)));
  if (!same) throw new ActIdUsed(`${about.actId} is ${entry.act} already`);
  return entry;
}

/** Of the content, whatever the order of its fields. */
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

/** Fields that say nothing are left out: the database keeps no `undefined`. */
function entryOf<T>(about: Act, byName: string, done: Done<T>): Omit<RecordEntry, '_id'> {
  const { act, by, now, reason } = about;
  const { summary, before, after, batchId, sectionId, memberId } = done;
  const optional = { batchId, sectionId, memberId, before, after, reason: reason || undefined, print: printOf(about) };
  const there = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { at: now, by, byName, act, parts: said`${summary}`, ...there };
}
