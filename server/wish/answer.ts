import { refuse } from '../../domain/base/refuse';
import { ANSWER_WORDS } from '../../domain/wish/said';
import { _, read } from '../base/database';
import type { Run } from '../base/door';
import { actOnWishes } from './act-on';

/** Answers a wish, for everybody to read. A later answer replaces it. */
export const answer: Run<'wish.answer'> = async ({ input, memberId: by, now }) => {
  const { wishId, actId, revision, kind, text } = input;
  const about = { actId, content: { wishId, revision, kind, text }, act: 'wish.answer', by, now };
  const byName = (await read('members', by))?.name ?? '';
  const refused = await actOnWishes<never>(about, [{ wishId, revision }], async (transaction, [wish]) => {
    if (wish?.state !== 'open') return refuse('CHANGE_NOT_NOW', { text: '只有大家看得到的愿望才能答复' });
    const data = { answer: _.set({ at: now, kind, text, byName }) };
    await transaction.doc('wishes', wishId).update({ data });
    const before = wish.answer ? { before: wish.answer.text } : {};
    return { result: null, summary: `答复愿望“${wish.title}”：${ANSWER_WORDS[kind]}`, ...before, after: text };
  });
  return refused ?? { wishId };
};
