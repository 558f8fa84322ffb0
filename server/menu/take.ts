import { isRefused, refuse } from '../../domain/base/refuse';
import type { MenuItem } from '../../domain/menu/menu';
import { sizeWords, whenWords } from '../../domain/menu/words';
import type { DraftSection } from '../../domain/model';
import type { SectionHint } from '../../domain/sheet/field';
import { read, _ } from '../base/database';
import type { Run } from '../base/door';
import type { Transaction } from '../base/transaction';
import { emptyDraft } from '../draft/create';
import { withMore } from '../draft/save-section';
import { act, type Done } from '../record/act';
import { actOnWishes } from '../wish/act-on';
import { suggestionFor } from '../wish/suggestion';
import { offeredItem } from './offered';

/** Waiting places of such a class. Staff may change everything about it in the draft. */
const WAITS = 10;

/**
 * Makes an item a class of a draft, or of a new one, with its instructor, its organisation and as many seats as the wish
 * is good for, at most those that it offers. Time and place stay open, and hints say what was offered.
 */
export const take: Run<'menu.take'> = async ({ input, memberId: by, now }) => {
  const { actId, menuId, draft: seen, wishId } = input;
  const draftId = seen?.draftId ?? `b-${actId}`;
  const about = { actId, content: { menuId, draft: seen, wishId }, act: 'menu.take', by, now };
  const item = await offeredItem(menuId);
  if (!item) return refuse('MENU_NOT_FOUND');
  const wish = wishId === undefined ? null : await read('wishes', wishId);
  const capacity = wish ? Math.min((await suggestionFor(wish, now)).capacity, item.most) : item.most;
  const made = seen ? null : await emptyDraft(by);

  const add = async (transaction: Transaction) => {
    const found = made ? { ...made, _id: draftId } : (await transaction.doc('drafts', draftId).get()).data;
    if (!found) return refuse('DRAFT_NOT_FOUND');
    if (seen && found.revision !== seen.revision) return refuse('DRAFT_CHANGED');
    const changed = { ...found, ...withMore(found, [sectionOf(item, capacity, wishId)]) };
    await transaction.put('drafts', {
      ...changed,
      revision: found.revision + 1,
      createdAt: 'createdAt' in found ? found.createdAt : now,
      updatedAt: now,
    });
    const into = found.title ? `“${found.title}”` : '新的一期草稿';
    const summary = `菜单上的“${item.course}”放进${into}，${capacity} 个名额`;
    return { key: changed.sections.at(-1)?.key ?? '', summary };
  };
  const doneOf = ({ summary }: { summary: string }): Done<null> => ({ result: null, summary, batchId: draftId });

  if (wishId === undefined) {
    const done = await act(about, async transaction => {
      const added = await add(transaction);
      return isRefused(added) ? added : doneOf(added);
    });
    return isRefused(done) ? done : { draftId };
  }
  const refused = await actOnWishes(about, [{ wishId }], async (transaction, [one]) => {
    if (one?.state !== 'open') return refuse('CHANGE_NOT_NOW', { text: '只有大家看得到的愿望才能放进一期' });
    const added = await add(transaction);
    if (isRefused(added)) return added;
    const taken = [{ draftId, key: added.key, at: now, toldAt: null }];
    await transaction.doc('wishes', wishId).update({ data: { taken: _.push(taken) } });
    return doneOf(added);
  });
  return refused ?? { draftId };
};

const sectionOf = (item: MenuItem, capacity: number, wishId: string | undefined): Omit<DraftSection, 'key'> => ({
  course: item.course,
  category: item.category,
  name: '',
  instructor: item.instructor,
  organisation: item.organisation,
  place: '',
  schedule: '',
  lessons: [],
  audienceText: '',
  note: wishId === undefined ? '' : '职工提出',
  capacity,
  waitlistLimit: WAITS,
  ...(wishId === undefined ? {} : { wishIds: [wishId] }),
  hints: hintsOf(item),
});

/** The organisation's words, for staff while they plan. It goes when they have filled the field in. */
const hintsOf = (item: MenuItem): SectionHint[] => [
  { field: 'schedule', text: `菜单上写的：${whenWords(item.when)}有空，${sizeWords(item)}` },
  ...(item.needs ? [{ field: 'place' as const, text: `菜单上写的场地要求：${item.needs}` }] : []),
];
