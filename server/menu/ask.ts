import { isRefused, refuse } from '../../domain/base/refuse';
import { addressOfMember } from '../../domain/line/entry';
import { titleOf } from '../../domain/batch/title';
import { askNow, nameOfAsked } from '../../domain/menu/asked';
import { isOwn } from '../../domain/people/own';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { viewOf } from '../draft/draft-view';
import { roleHolders } from '../people/role-holders';
import { act } from '../record/act';
import { tellNow } from '../telling/deliver';
import { putSection } from './put-section';

/** 问一声: asks those whom a class of a draft names, and tells them. Asked again, the earlier answer no longer holds. */
export const ask: Run<'menu.ask'> = async ({ input: { draftId, key, revision, actId }, memberId: by, now }) => {
  const holders = await roleHolders();
  const about = { actId, content: { draftId, key }, act: 'menu.ask', by, now };
  const done = await act(about, async transaction => {
    const { data: draft } = await transaction.doc('drafts', draftId).get();
    if (!draft) return refuse('DRAFT_NOT_FOUND');
    if (draft.revision !== revision) return refuse('DRAFT_CHANGED');
    const section = draft.sections.find(one => one.key === key);
    if (!section) return refuse('DRAFT_SECTION_NOT_FOUND');
    if (section.lessons.length === 0) return refuse('CHANGE_NOT_NOW', { text: '先填好上课时间再问，答复是对着时间的' });
    const whom = holders.filter(holder => isOwn(holder, section));
    if (whom.length === 0) return refuse('NOBODY_TO_ASK');

    await putSection(transaction, draft, { ...section, asked: askNow(section, now) }, now);
    const title = titleOf(section);
    return {
      result: null,
      summary: `问能不能承办“${title}”`,
      batchId: draftId,
      tell: [
        {
          kind: 'ASKED' as const,
          sectionId: '',
          batchId: draftId,
          title,
          text: `${nameOfAsked(section)}能不能承办，请在“我教的班”里答复`,
          to: whom.map(addressOfMember),
          push: null,
          lessonAt: null,
        },
      ],
    };
  });
  if (isRefused(done)) return done;
  if ('outgoing' in done) for (const outgoing of done.outgoing) await tellNow(outgoing);
  const draft = await read('drafts', draftId);
  return draft ? viewOf(draft, now) : refuse('DRAFT_NOT_FOUND');
};
