import { refuse } from '../../domain/base/refuse';
import { fitsFirst } from '../../domain/menu/fits';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { openDrafts } from '../draft/open-drafts';
import { suggestionFor } from '../wish/suggestion';
import { staffItem } from './cards';
import { offeredItems } from './offered';

/** The menus from which staff choose, of one category or all. With a wish, the items that fit it come first. */
export const list: Run<'menu.list'> = async ({ input: { category, wishId }, now }) => {
  const wish = wishId === undefined ? null : await read('wishes', wishId);
  if (wishId !== undefined && wish?.state !== 'open') return refuse('WISH_NOT_FOUND');
  const [all, drafts, suggestion] = await Promise.all([
    offeredItems(),
    openDrafts(),
    wish ? suggestionFor(wish, now) : null,
  ]);
  const items = category === undefined ? all : all.filter(item => item.category === category);
  return {
    items: (wish ? fitsFirst(items, wish) : items).map(staffItem),
    wish: wish && suggestion ? { wishId: wish._id, title: wish.title, suggestion } : null,
    drafts,
  };
};
