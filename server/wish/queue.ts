import type { Run } from '../base/door';
import { _, findOnly } from '../base/database';
import { CARD_FIELDS, staffWish } from './cards';

/** The wishes that wait for staff, read anew. One operation. */
export const queue: Run<'wish.queue'> = async ({ now }) => {
  const found = await findOnly('wishes', { state: _.in(['held', 'open']) }, CARD_FIELDS, { orderBy: ['at', 'asc'] });
  const wishes = found.map(wish => staffWish(wish, now));
  const open = wishes.filter(wish => wish.state === 'open');
  return {
    held: wishes.filter(wish => wish.state === 'held'),
    waiting: open.filter(wish => wish.answer === null),
    answered: open.filter(wish => wish.answer !== null).sort((a, b) => b.voiceCount - a.voiceCount),
  };
};
