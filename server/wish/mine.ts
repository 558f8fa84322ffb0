import type { MyWish } from '../../domain/api';
import { stepsOf } from '../../domain/wish/due';
import type { Voice } from '../../domain/wish/wish';
import { _, db } from '../base/database';
import type { Run } from '../base/door';
import { CARD_FIELDS, wishCard, type Listed } from './cards';

const MOST = 100;
const $ = _.aggregate;

/** The wishes that I proposed or joined, newest first. The database leaves out everybody else's voices. One operation. */
export const mine: Run<'wish.mine'> = async ({ memberId, now }) => {
  const own = $.filter({ input: '$voices', as: 'one', cond: $.eq(['$$one.memberId', memberId]) });
  const fields = Object.fromEntries(CARD_FIELDS.map(field => [field, 1]));
  const answer = (await db
    .collection('wishes')
    .aggregate()
    .match(_.or([{ 'voices.memberId': memberId }, { by: memberId }]))
    .project({ ...fields, voices: own })
    .limit(MOST)
    .end()) as unknown as { list: (Listed & { voices: Voice[] })[] };
  // A merged wish is shown as the one into which it was merged, where the person stands too.
  const shown = answer.list.filter(wish => wish.state !== 'merged');
  return { wishes: shown.map(wish => myWish(wish, memberId, now)).sort((a, b) => b.at - a.at) };
};

function myWish(wish: Listed & { voices: Voice[] }, memberId: string, now: number): MyWish {
  const [voice] = wish.voices;
  return {
    ...wishCard(wish, now),
    state: wish.state,
    own: wish.by === memberId,
    voice: voice ? { when: voice.when, remind: voice.remind ?? false } : null,
    steps: stepsOf(wish),
  };
}
