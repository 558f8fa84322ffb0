import { refuse } from '../../domain/base/refuse';
import { _, read, updateWhere } from '../base/database';
import type { Run } from '../base/door';

/** Takes an item off the menu, or puts it back. One operation if it changes anything. */
export const withdraw: Run<'menu.withdraw'> = async ({ input: { menuId, withdrawn }, memberId: by }) => {
  const state = withdrawn ? 'withdrawn' : 'offered';
  const changed = await updateWhere('menus', { _id: menuId, by, state: _.neq(state) }, { state, revision: _.inc(1) });
  if (!changed && (await read('menus', menuId))?.by !== by) return refuse('MENU_NOT_FOUND');
  return { menuId };
};
