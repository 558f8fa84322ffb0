import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import type { BatchDraft, DraftSection } from '../../domain/model';
import { bestHours } from '../../domain/wish/seats';
import { slotWords } from '../../domain/wish/said';
import type { Wish } from '../../domain/wish/wish';
import { _ } from '../base/database';
import type { Run } from '../base/door';
import { emptyDraft } from '../draft/create';
import { withMore } from '../draft/save-section';
import { actOnWishes } from './act-on';

/** Waiting places of such a class. Staff may change everything about it in the draft. */
const WAITS = 10;

/** Adds classes for a wish to a draft, or to a new one. Where, when and by whom stays open, and the draft asks for it. */
export const take: Run<'wish.take'> = async ({ input, memberId: by, now }) => {
  const { wishId, actId, revision, draft: seen, classes, capacity } = input;
  const draftId = seen?.draftId ?? `b-${actId}`;
  const content = { wishId, revision, draft: seen, classes, capacity };
  const about = { actId, content, act: 'wish.take', by, now };
  const made = seen ? null : await emptyDraft(by);
  const refused = await actOnWishes<Refused<'DRAFT_NOT_FOUND' | 'DRAFT_CHANGED'>>(
    about,
    [{ wishId, revision }],
    async (transaction, [wish]) => {
      if (wish?.state !== 'open') return refuse('CHANGE_NOT_NOW', { text: '只有大家看得到的愿望才能放进一期' });
      const found = made ? { ...made, _id: draftId } : (await transaction.doc('drafts', draftId).get()).data;
      if (!found) return refuse('DRAFT_NOT_FOUND');
      if (seen && found.revision !== seen.revision) return refuse('DRAFT_CHANGED');
      const changed = { ...found, ...withWish(found, wish, classes, capacity) };
      await transaction.put('drafts', {
        ...changed,
        revision: found.revision + 1,
        createdAt: 'createdAt' in found ? found.createdAt : now,
        updatedAt: now,
      });
      const keys = changed.sections.slice(found.sections.length).map(({ key }) => key);
      const taken = keys.map(key => ({ draftId, key, at: now, toldAt: null }));
      await transaction.doc('wishes', wishId).update({ data: { taken: _.push(taken) } });
      const into = found.title ? `“${found.title}”` : '新的一期草稿';
      const summary = `愿望“${wish.title}”放进${into}，${classes} 个班，每班 ${capacity} 人`;
      return { result: null, summary, batchId: draftId };
    },
  );
  return isRefused(refused) ? refused : { draftId };
};

function withWish(draft: Pick<BatchDraft, 'sections' | 'lastKey'>, wish: Wish, classes: number, capacity: number) {
  const hours = bestHours(wish.voices).map(slotWords).join('、');
  const section = (index: number): Omit<DraftSection, 'key'> => ({
    course: wish.title,
    category: wish.category,
    name: classes > 1 ? `${'一二三'.charAt(index)}班` : '',
    instructor: '',
    organisation: '',
    place: '',
    schedule: '',
    lessons: [],
    audienceText: '',
    note: hours ? `职工提出，多数人方便的时间：${hours}` : '职工提出',
    capacity,
    waitlistLimit: WAITS,
    wishIds: [wish._id],
  });
  return withMore(
    draft,
    Array.from({ length: classes }, (_one, index) => section(index)),
  );
}
