import { refuse } from '../../domain/base/refuse';
import { hoursOf } from '../../domain/wish/seats';
import { findOnly, read } from '../base/database';
import type { Run } from '../base/door';
import { openDrafts } from '../draft/open-drafts';
import { staffWish } from './cards';
import { suggestionFor } from './suggestion';

/** A wish with its hours, and how many classes and seats it is good for. */
export const look: Run<'wish.look'> = async ({ input: { wishId }, now }) => {
  const wish = await read('wishes', wishId);
  if (!wish || (wish.state !== 'open' && wish.state !== 'held')) return refuse('WISH_NOT_FOUND');
  const [suggestion, merged, drafts] = await Promise.all([
    suggestionFor(wish, now),
    findOnly('wishes', { mergedInto: wishId, state: 'merged' }, ['title', 'voiceCount']),
    openDrafts(),
  ]);
  return {
    wish: staffWish(wish, now),
    hours: hoursOf(wish.voices),
    suggestion,
    merged: merged.map(({ _id, title, voiceCount }) => ({ wishId: _id, title, voiceCount })),
    drafts,
  };
};
