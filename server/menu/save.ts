import { refuse } from '../../domain/base/refuse';
import { MOST_ITEMS, type MenuItem } from '../../domain/menu/menu';
import { badFields } from '../../domain/menu/words';
import { categoryOf } from '../../domain/sheet/category';
import { addOnce } from '../base/add-once';
import { riskyOf } from '../base/check-text';
import { findOnly, read, updateWhere } from '../base/database';
import type { Run } from '../base/door';
import { refuseWhileErasing } from '../privacy/erase/under-way';
import { ActIdUsed } from '../record/act';

/** Writes an item of my menu. A new one's id follows from the act, so that saving it twice is saving it once. */
export const save: Run<'menu.save'> = async ({ input, memberId: by, openid, now }) => {
  const { actId, menuId, revision, ...offer } = input;
  const member = await read('members', by);
  const fields = member ? badFields(offer, member) : [];
  if (fields.length > 0) return refuse('BAD_MENU', { fields });
  const erasing = await refuseWhileErasing(by);
  if (erasing) return erasing;
  const { course, about, needs } = offer;
  if ((await riskyOf(openid, 'comment', { course, about, needs })).length > 0) return refuse('TEXT_RISKY');

  const written = { ...offer, category: categoryOf(course), at: now };
  return menuId === null ? add(`o-${actId}`, { ...written, by }) : change(menuId, revision, { ...written, by });
};

type Written = Omit<MenuItem, '_id' | 'state' | 'revision'>;

async function add(_id: string, written: Written) {
  const own = await findOnly('menus', { by: written.by, state: 'offered' }, ['by']);
  if (own.length >= MOST_ITEMS && !own.some(one => one._id === _id)) return refuse('MENU_LIMIT', { most: MOST_ITEMS });
  const item: MenuItem = { _id, ...written, state: 'offered', revision: 1 };
  if (await addOnce('menus', item)) return { menuId: _id };
  if ((await read('menus', _id))?.by !== written.by) throw new ActIdUsed('An item with this id is there already');
  return { menuId: _id };
}

/** One guarded update. If it does not hold, it says why; the same content sent again is there already. */
async function change(_id: string, revision: number, { by, ...written }: Written) {
  if (await updateWhere('menus', { _id, by, revision }, { ...written, revision: revision + 1 })) return { menuId: _id };
  const item = await read('menus', _id);
  if (item?.by !== by) return refuse('MENU_NOT_FOUND');
  return isWritten(item, written) ? { menuId: _id } : refuse('MENU_CHANGED');
}

/** True if the item is as this call would have written it, because its answer was lost. */
const isWritten = (item: MenuItem, { at: _at, ...written }: Omit<Written, 'by'>): boolean =>
  Object.entries(written).every(
    ([field, value]) => JSON.stringify(item[field as keyof MenuItem]) === JSON.stringify(value),
  );
