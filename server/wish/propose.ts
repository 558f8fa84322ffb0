import { refuse } from '../../domain/base/refuse';
import { categoryOf } from '../../domain/sheet/category';
import { MOST_OWN, type Wish } from '../../domain/wish/wish';
import { badFields, plainTitle } from '../../domain/wish/words';
import { addOnce } from '../base/add-once';
import { verdictOn } from '../base/check-text';
import { _, findOnly, read } from '../base/database';
import type { Run } from '../base/door';
import { refuseWhileErasing } from '../privacy/erase/under-way';
import { ActIdUsed } from '../record/act';
import { forgetListed } from './listed';

/** Proposes a course. Its id follows from the act, so that proposing twice is proposing once. */
export const propose: Run<'wish.propose'> = async ({ input, memberId, openid, now }) => {
  const { actId, title, why, when, remind } = input;
  const _id = `w-${actId}`;
  const fields = badFields(input);
  if (fields.length > 0) return refuse('BAD_WISH', { fields });
  const before = await read('wishes', _id);
  if (before) return again(before, memberId);

  const member = await read('members', memberId);
  if (!member?.name) return refuse('PROFILE_MISSING');
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const plain = plainTitle(title);
  const [there] = await findOnly('wishes', { state: 'open', plain }, ['plain'], { limit: 1 });
  if (there) return refuse('WISH_THERE', { wishId: there._id });
  const own = await findOnly('wishes', { by: memberId, state: _.in(['open', 'held']), answer: _.exists(false) }, [
    'by',
  ]);
  if (own.length >= MOST_OWN) return refuse('WISH_LIMIT', { most: MOST_OWN });
  const verdict = await verdictOn(openid, 'comment', `${title}\n${why}`);
  if (verdict === 'risky') return refuse('TEXT_RISKY');

  const wish: Wish = {
    _id,
    title,
    plain,
    category: categoryOf(title),
    state: verdict === 'pass' ? 'open' : 'held',
    why,
    by: memberId,
    at: now,
    voices: [{ memberId, at: now, when, ...(remind ? { remind } : {}) }],
    voiceCount: 1,
    voicedAt: now,
    taken: [],
    revision: 1,
  };
  if (!(await addOnce('wishes', wish))) return again(await read('wishes', _id), memberId);
  forgetListed();
  return { wishId: _id, held: wish.state === 'held' };
};

/** The same proposal sent again. Another person's under this id is no proposal of mine. */
function again(wish: Wish | null, memberId: string) {
  if (wish?.by !== memberId) throw new ActIdUsed('A wish with this id is there already');
  return { wishId: wish._id, held: wish.state === 'held' };
}
