import { isRefused, refuse } from '../../domain/base/refuse';
import { unmergedVoices, withVoices } from '../../domain/wish/merge';
import { _, read } from '../base/database';
import type { Run } from '../base/door';
import { doneBefore } from '../record/act';
import { actOnWishes } from './act-on';

/** Takes a merging back. People who have withdrawn meanwhile stay out. */
export const unmerge: Run<'wish.unmerge'> = async ({ input: { wishId, actId }, memberId: by, now }) => {
  const about = { actId, content: { wishId }, act: 'wish.unmerge', by, now };
  const into = (await read('wishes', wishId))?.mergedInto;
  if (!into)
    return (await doneBefore(about)) ? { wishId } : refuse('CHANGE_NOT_NOW', { text: '这个愿望没有并进别的愿望' });
  const refused = await actOnWishes<never>(about, [{ wishId }, { wishId: into }], async (transaction, [from, to]) => {
    if (from?.state !== 'merged' || from.mergedInto !== into || to?.state !== 'open')
      return refuse('CHANGE_NOT_NOW', { text: '它并进的那个愿望又并进了别的，先把那一个分出来' });
    const apart = unmergedVoices(to, from);
    const write = (id: string, { voices, voiceCount }: ReturnType<typeof withVoices>, more: object) =>
      transaction.doc('wishes', id).update({ data: { voices: _.set(voices), voiceCount, ...more } });
    await write(into, withVoices(apart.into), {});
    await write(wishId, withVoices(apart.from), { state: 'open', mergedInto: _.remove() });
    const after = `${apart.from.length} 人和 ${apart.into.length} 人`;
    return {
      result: null,
      summary: `把愿望“${from.title}”从“${to.title}”分出来`,
      before: `${to.voiceCount} 人`,
      after,
    };
  });
  return isRefused(refused) ? refused : { wishId };
};
