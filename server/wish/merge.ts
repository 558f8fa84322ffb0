import { refuse } from '../../domain/base/refuse';
import { mergedVoices, withVoices } from '../../domain/wish/merge';
import { MOST_VOICES } from '../../domain/wish/wish';
import { _ } from '../base/database';
import type { Run } from '../base/door';
import { actOnWishes } from './act-on';

/** Everybody who joined one wish joins another, once each. Both are written in one transaction, so that no voice is lost. */
export const merge: Run<'wish.merge'> = async ({ input: { wishId, into, actId, revision }, memberId: by, now }) => {
  if (into === wishId) return refuse('CHANGE_NOT_NOW', { text: '不能并入它自己' });
  const about = { actId, content: { wishId, into, revision }, act: 'wish.merge', by, now };
  const seen = [{ wishId, revision }, { wishId: into }];
  const refused = await actOnWishes<never>(about, seen, async (transaction, [from, to]) => {
    if (from?.state !== 'open' || to?.state !== 'open')
      return refuse('CHANGE_NOT_NOW', { text: '两个愿望都要是大家看得到的，才能合并' });
    const { voices, voiceCount } = withVoices(mergedVoices(to, from));
    if (voiceCount > MOST_VOICES) return refuse('CHANGE_NOT_NOW', { text: '合起来的人太多了，不用合并' });
    const voicedAt = Math.max(from.voicedAt, to.voicedAt);
    await transaction.doc('wishes', into).update({ data: { voices: _.set(voices), voiceCount, voicedAt } });
    await transaction.doc('wishes', wishId).update({ data: { state: 'merged', mergedInto: into } });
    const [before, after] = [`${from.voiceCount} 人和 ${to.voiceCount} 人`, `${voiceCount} 人`];
    return { result: null, summary: `把愿望“${from.title}”并入“${to.title}”`, before, after };
  });
  return refused ?? { wishId: into };
};
