import { refuse } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { actOnWishes } from './act-on';

/** Lets everybody see a wish that was held. */
export const pass: Run<'wish.pass'> = async ({ input: { wishId, actId, revision }, memberId: by, now }) => {
  const about = { actId, content: { wishId, revision }, act: 'wish.pass', by, now };
  const refused = await actOnWishes<never>(about, [{ wishId, revision }], async (transaction, [wish]) => {
    if (wish?.state !== 'held') return refuse('CHANGE_NOT_NOW', { text: '这个愿望没有等着核对' });
    await transaction.doc('wishes', wishId).update({ data: { state: 'open' } });
    return { result: null, summary: `愿望“${wish.title}”可以给大家看` };
  });
  return refused ?? { wishId };
};
