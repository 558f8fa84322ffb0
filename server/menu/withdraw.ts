import { refuse } from '../../domain/base/refuse';
import { MOST_ITEMS } from '../../domain/menu/menu';
import { _, findOnly, read, updateWhere } from '../base/database';
import type { Run } from '../base/door';

/** Takes an item off the menu, or puts it back. One operation if it takes one off. */
export const withdraw: Run<'menu.withdraw'> = async ({ input: { menuId, withdrawn }, memberId: by }) => {
  if (!withdrawn) {
    const offered = await findOnly('menus', { by, state: 'offered' }, ['by']);
    if (offered.length >= MOST_ITEMS && !offered.some(one => one._id === menuId))
      return refuse('MENU_LIMIT', { most: MOST_ITEMS });
  }
  const state = withdrawn ? 'withdrawn' : 'offered';
  const changed = await updateWhere('menus', { _id: menuId, by, state: _.neq(state) }, { state, revision: _.inc(1) });
  if (!changed && (await read('menus', menuId))?.by !== by) return refuse('MENU_NOT_FOUND');
  return { menuId };
};
