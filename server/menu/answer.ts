import { isRefused, refuse } from '../../domain/base/refuse';
import { addressOfMember } from '../../domain/line/entry';
import { titleOf } from '../../domain/batch/title';
import { askFor, nameOfAsked } from '../../domain/menu/asked';
import { riskyOf } from '../base/check-text';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { roleHolders } from '../people/role-holders';
import { act } from '../record/act';
import { tellNow } from '../telling/deliver';
import { putSection } from './put-section';

const WORDS = { yes: '可以承办', no: '承办不了' } as const;

/**
 * Answers the ask of a class that I would run. It is written to the draft within an act, so that of an answer and staff
 * who edit the class at once, one is told. Everybody on the staff hears of it.
 */
export const answer: Run<'menu.answer'> = async ({ input, memberId: by, openid, now }) => {
  const { actId, draftId, key, at, yes, text } = input;
  if ((await riskyOf(openid, 'comment', { text })).length > 0) return refuse('TEXT_RISKY');
  const [member, holders] = await Promise.all([read('members', by), roleHolders()]);
  const staff = holders.filter(holder => holder.roles.includes('staff'));
  const said = yes ? 'yes' : 'no';

  const about = { actId, content: { draftId, key, at, yes, text }, act: 'menu.answer', by, now };
  const done = await act(about, async transaction => {
    const { data: draft } = await transaction.doc('drafts', draftId).get();
    const section = draft?.sections.find(one => one.key === key);
    const asked = member && section && askFor(member, section);
    if (!draft || !asked) return refuse('NOT_ASKED');
    if (asked.at !== at) return refuse('ASK_CHANGED');
    if (asked.answer) return refuse('ASK_ANSWERED', { answer: asked.answer });

    const answered = { ...asked, answer: said, answeredAt: now, ...(text ? { text } : {}) } as const;
    await putSection(transaction, draft, { ...section, asked: answered }, now);
    const title = titleOf(section);
    const sentence = `${nameOfAsked(section)}答复：${WORDS[said]}${text ? `。${text}` : ''}`;
    return {
      result: null,
      summary: `答复“${title}”能不能承办：${WORDS[said]}`,
      ...(text ? { after: text } : {}),
      batchId: draftId,
      tell: [
        {
          kind: 'ASK_ANSWERED' as const,
          sectionId: '',
          batchId: draftId,
          title,
          text: sentence,
          to: staff.map(addressOfMember),
          push: null,
          lessonAt: null,
        },
      ],
    };
  });
  // Somebody else of the same organisation has said the same.
  if (isRefused(done) && done.refused === 'ASK_ANSWERED' && done.details.answer === said) return { answer: said };
  if (isRefused(done)) return done;
  if ('outgoing' in done) for (const outgoing of done.outgoing) await tellNow(outgoing);
  return { answer: said };
};
