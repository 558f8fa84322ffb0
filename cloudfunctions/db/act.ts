import type { NoticeKind, PushKind, RecordEntry } from '../../domain/model';
import { isRefused, type Refused } from '../../domain/rules/refuse';
import { read } from './database';
import { transact, type Transaction } from './transaction';

/** Who does what; `actId` names the act, so that the same one sent again is found done. */
export interface Act {
  actId: string;
  /** `change.capacity`, `draft.publish`, … */
  act: string;
  by: string;
  now: number;
  reason?: string;
}

/** What an act has done: its line on the record, and whom to tell. */
export interface Done<T> {
  result: T;
  summary: string;
  before?: string;
  after?: string;
  batchId?: string;
  sectionId?: string;
  memberId?: string;
  tell?: {
    kind: NoticeKind;
    sectionId: string;
    batchId: string;
    title: string;
    text: string;
    memberIds: string[];
    push: PushKind | null;
  };
}

/**
 * A staff act: what it changes, its line on the record and the telling, in one transaction: all of it or nothing.
 * `work` decides before it writes and uses `doc()` operations only; a refusal leaves nothing. `{ already }` where the
 * act was done before: its answer may have got lost. Throws `Conflict` when the documents stay contended.
 */
export async function act<T, R extends Refused = never>(
  about: Act,
  work: (transaction: Transaction) => Promise<Done<T> | R>,
): Promise<{ result: T } | { already: RecordEntry } | R> {
  const actor = await read('members', about.by);
  let without: { already: RecordEntry } | R | undefined;
  const result = await transact(async transaction => {
    without = undefined;
    const record = transaction.doc('record', about.actId);
    const { data: already } = await record.get();
    if (already) return void (without = { already });
    const done = await work(transaction);
    if (isRefused(done)) return void (without = done as R);
    await record.set({ data: entryOf(about, actor?.name ?? '', done) });
    if (done.tell && done.tell.memberIds.length > 0) {
      const outgoing = { ...done.tell, createdAt: about.now, doneAt: null };
      await transaction.doc('outbox', about.actId).set({ data: outgoing });
    }
    return { result: done.result };
  });
  if (without !== undefined) return without;
  if (result === undefined) throw new Error('An act ends in a result, a refusal or an act done before');
  return result;
}

/** Fields that say nothing are left out: the database keeps no `undefined`. */
function entryOf<T>({ act, by, now, reason }: Act, byName: string, done: Done<T>): Omit<RecordEntry, '_id'> {
  const { summary, before, after, batchId, sectionId, memberId } = done;
  const optional = { batchId, sectionId, memberId, before, after, reason: reason === '' ? undefined : reason };
  const said = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { at: now, by, byName, act, summary, ...said };
}
