import { refuse } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { actOnWishes } from './act-on';

/** Takes a wish down. Its voices stay, so that nothing is lost if that was a mistake. */
export const hide: Run<'wish.hide'> = async ({ input: { wishId, actId, revision, reason }, memberId: by, now }) => {
  const about = { actId, content: { wishId, revision }, act: 'wish.hide', by, now, reason };
  const refused = await actOnWishes<never>(about, [{ wishId, revision }], async (transaction, [wish]) => {
    if (wish?.state !== 'held' && wish?.state !== 'open')
      return refuse('CHANGE_NOT_NOW', { text: '这个愿望已经收起来了，或者并进了别的愿望' });
    await transaction.doc('wishes', wishId).update({ data: { state: 'hidden' } });
    return { result: null, summary: `收起愿望“${wish.title}”` };
  });
  return refused ?? { wishId };
};
