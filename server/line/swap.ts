import type { Outgoing, Section } from '../../domain/model';
import { nameOfEntry } from '../../domain/line/entry';
import { reopenAt } from '../../domain/line/full-memory';
import { withLine } from '../../domain/line/line';
import { decideSwap } from '../../domain/line/swap';
import { _ } from '../base/database';
import { dropOutgoing, finishNow } from '../telling/tell-of-drop';
import { transact } from '../base/transaction';

/**
 * Takes a seat in `toId` in exchange for the waits in `fromIds`, all or nothing. Returns the section with the new entry
 * in its line, or `null` if the documents are no longer as the claim saw them. Throws `Conflict` if they stay contended.
 */
export async function swap(
  memberId: string,
  toId: string,
  fromIds: readonly string[],
  tappedAt?: number,
): Promise<Section | null> {
  let left: Outgoing[] = [];
  const after = await transact(async transaction => {
    // One after the other: a transaction takes one operation at a time.
    const { data: standing } = await transaction.doc('standings', memberId).get();
    const { data: to } = await transaction.doc('sections', toId).get();
    const from: Section[] = [];
    for (const id of fromIds) {
      const { data } = await transaction.doc('sections', id).get();
      if (data) from.push(data);
    }
    if (!standing || !to || from.length !== fromIds.length) return undefined;
    const now = Date.now();
    const change = decideSwap(now, memberId, to, from, standing, tappedAt);
    if (!change) return undefined;
    left = change.leave.flatMap(({ sectionId, entry }) =>
      from.filter(section => section._id === sectionId).map(section => dropOutgoing(section, entry, now)),
    );
    for (const { _id, ...data } of left) await transaction.doc('outbox', _id).set({ data });

    await transaction.doc('sections', toId).update({ data: { line: _.push([change.entry]), lineCount: _.inc(1) } });
    await transaction.doc('standings', memberId).update({
      data: {
        holds: _.set(change.standing.holds),
        batches: _.set(change.standing.batches),
        first: _.set(change.standing.first),
      },
    });
    // Last, so that `reopensAt` is as near to the commit as can be (`domain/line/full-memory.ts`).
    for (const { sectionId, entry, wasFull } of change.leave) {
      await transaction.doc('sections', sectionId).update({
        data: {
          line: _.pull(nameOfEntry(entry)),
          lineCount: _.inc(-1),
          ...(wasFull ? { reopensAt: reopenAt(Date.now()) } : {}),
        },
      });
    }
    return withLine(to, [...to.line, change.entry]);
  });
  // If the person was lent a seat while they waited there, it goes to the next in line.
  if (after) for (const outgoing of left) await finishNow(outgoing);
  return after ?? null;
}
