import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import type { Wish } from '../../domain/wish/wish';
import { _ } from '../base/database';
import type { Transaction } from '../base/transaction';
import { act, type Act, type Done } from '../record/act';
import { forgetListed } from './listed';

export type ActRefusal = Refused<'WISH_NOT_FOUND' | 'WISH_CHANGED' | 'CHANGE_NOT_NOW'>;

/** The wish of an act, and its revision as staff have seen it; absent = whatever it is. */
interface Seen {
  wishId: string;
  revision?: number;
}

/**
 * An act of staff on one wish or two. They are written to (the revision grows) before they are read, because otherwise
 * somebody's voice would always come between a look and a write while a crowd joins. A refusal undoes that.
 */
export async function actOnWishes<R extends Refused = never>(
  about: Act,
  seen: readonly Seen[],
  work: (transaction: Transaction, wishes: readonly Wish[]) => Promise<Done<null> | ActRefusal | R>,
): Promise<ActRefusal | R | undefined> {
  const done = await act<null, ActRefusal | R>(about, async transaction => {
    const wishes: Wish[] = [];
    // In the order of ids, so that two acts on the same two wishes do not wait for each other.
    for (const { wishId } of [...seen].sort((a, b) => (a.wishId < b.wishId ? -1 : 1)))
      await transaction.doc('wishes', wishId).update({ data: { revision: _.inc(1) } });
    for (const { wishId, revision } of seen) {
      const { data: wish } = await transaction.doc('wishes', wishId).get();
      if (!wish) return refuse('WISH_NOT_FOUND');
      if (revision !== undefined && wish.revision !== revision + 1) return refuse('WISH_CHANGED');
      wishes.push(wish);
    }
    return work(transaction, wishes);
  });
  forgetListed();
  return isRefused(done) ? (done as ActRefusal | R) : undefined;
}
