import type { Slot } from '../../domain/wish/wish';
import { MOST_VOICES } from '../../domain/wish/wish';
import { refuse, type Refused } from '../../domain/base/refuse';
import { _, findOnly, read, updateWhere } from '../base/database';
import { transact } from '../base/transaction';

/** Merged wishes lead to one that is not, and nobody merges that often. */
const MOST_STEPS = 8;

export interface Said {
  when: Slot[];
  remind?: boolean | undefined;
  /** True if somebody who has joined keeps the hours that they said. */
  keep?: boolean;
}

type No = Refused<'WISH_NOT_FOUND' | 'WISH_CLOSED' | 'WISH_FULL'>;
type Joined = { wishId: string };

const voiceOf = (memberId: string, { when, remind }: Said, at: number) => ({
  memberId,
  at,
  when,
  ...(remind ? { remind: true as const } : {}),
});

/** One guarded push. False if the wish is not open or full, or the person has joined. One operation. */
const push = (wishId: string, memberId: string, said: Said, now: number): Promise<boolean> =>
  updateWhere(
    'wishes',
    { _id: wishId, state: 'open', 'voices.memberId': _.neq(memberId), voiceCount: _.lt(MOST_VOICES) },
    { voices: _.push([voiceOf(memberId, said, now)]), voiceCount: _.inc(1), voicedAt: now },
  );

/** One guarded pull. False if the person has not joined. One operation. */
const pull = (wishId: string, memberId: string): Promise<boolean> =>
  updateWhere(
    'wishes',
    { _id: wishId, state: _.neq('merged'), 'voices.memberId': memberId },
    { voices: _.pull({ memberId }), voiceCount: _.inc(-1) },
  );

/**
 * Joins a wish, or the one into which it was merged. One operation for somebody who joins an open wish; another look
 * only if the guard does not hold. Whoever has joined already says other hours.
 */
export async function join(wishId: string, memberId: string, said: Said, now: number): Promise<Joined | No> {
  let id = wishId;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await push(id, memberId, said, now)) return { wishId: id };
    const wish = await read('wishes', id);
    if (!wish) return refuse('WISH_NOT_FOUND');
    const mine = wish.voices.some(voice => voice.memberId === memberId);
    if (wish.state === 'merged' && wish.mergedInto) id = wish.mergedInto;
    else if (wish.state === 'held' && !mine) return refuse('WISH_NOT_FOUND');
    else if (wish.state === 'hidden') return refuse('WISH_CLOSED');
    else if (mine) return said.keep ? { wishId: id } : sayOtherHours(id, memberId, said);
    else if (wish.voiceCount >= MOST_VOICES) return refuse('WISH_FULL');
    // Otherwise it has changed between the two operations, and the next try sees it as it is.
  }
  return refuse('WISH_CLOSED');
}

/** Other hours, in the same place. No crowd does this, so it is a transaction. */
async function sayOtherHours(wishId: string, memberId: string, said: Said): Promise<Joined | No> {
  const changed = await transact(async transaction => {
    const { data: wish } = await transaction.doc('wishes', wishId).get();
    const mine = wish?.voices.find(voice => voice.memberId === memberId);
    if (!wish || !mine) return undefined;
    const { from } = mine;
    const next = { ...voiceOf(memberId, said, mine.at), ...(from ? { from } : {}) };
    const voices = wish.voices.map(voice => (voice === mine ? next : voice));
    await transaction.doc('wishes', wishId).update({ data: { voices: _.set(voices) } });
    return true;
  });
  return changed === undefined ? refuse('WISH_CLOSED') : { wishId };
}

/** Withdraws. Doing it twice is a quiet success. */
export async function withdraw(wishId: string, memberId: string): Promise<Joined | No> {
  let id = wishId;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await pull(id, memberId)) return { wishId: id };
    const [wish] = await findOnly('wishes', { _id: id }, ['state', 'mergedInto']);
    if (!wish) return refuse('WISH_NOT_FOUND');
    if (wish.state !== 'merged' || !wish.mergedInto) return { wishId: id };
    id = wish.mergedInto;
  }
  return refuse('WISH_CLOSED');
}
